import { useEffect, useState } from "preact/hooks";
import { at } from "../api/client";
import type { Hit } from "../api/records";
import { useTitle } from "../app/title";
import type { ViewProps } from "../app/views";
import { Answered } from "../parts/Answered";
import { Choice } from "../parts/Choice";
import { publishedWords, rowPublished } from "../parts/dates";
import { More } from "../parts/More";
import { useList } from "../parts/pages";
import { Empty } from "../parts/State";
import { shown } from "../parts/text";
import { Words } from "../parts/Words";
import { href } from "../state/address";

/** Search the words of claims or documents, in all spellings of a name; what was found is marked. */
export default function SearchView({ name, search, change }: ViewProps) {
  const told = new URLSearchParams(search);
  const q = told.get("q")?.trim() ?? "";
  const kind = told.get("kind") === "documents" ? "documents" : "claims";
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  useTitle(q === "" ? "Search" : `“${q}”`);
  return (
    <div class="view narrow">
      <header class="masthead">
        <h1>Search</h1>
      </header>
      <form
        class="search-form"
        role="search"
        aria-label="Search the case"
        onSubmit={(event) => {
          event.preventDefault();
          change({ q: typed.trim() === "" ? null : typed.trim() }, { push: true });
        }}
      >
        <input
          class="input"
          type="search"
          dir="auto"
          aria-label="Words to search for"
          value={typed}
          maxLength={500}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button primary">
          Search
        </button>
      </form>
      <div class="ledger-filters">
        <Choice
          label="In"
          search={search}
          name="kind"
          options={[
            [null, "Claims"],
            ["documents", "Documents"],
          ]}
        />
      </div>
      {q === "" ? (
        <Empty
          message="Search the words of the pages."
          hint={
            'A phrase in quotes is found as it stands: "border crossing". A star ends a beginning: recaptur*. A minus leaves out: -bridge.'
          }
        />
      ) : (
        <Hits name={name} q={q} kind={kind} />
      )}
    </div>
  );
}

function Hits({ name, q, kind }: { name: string; q: string; kind: string }) {
  const list = useList<Hit>(at(name, "search"), { q, kind, limit: 20 });
  return (
    <Answered answer={list.first} what="what was found">
      {() =>
        list.items.length === 0 ? (
          <Empty
            message={`Nothing was found for “${q}”.`}
            hint="Try fewer words, another spelling, or a beginning with a star."
          />
        ) : (
          <>
            <ol class="hits">
              {list.items.map((hit) => (
                <li key={`${hit.kind}-${hit.id}`}>
                  <a class="hit-title" href={href(hit.kind.startsWith("claim") ? "claim" : "document", { id: hit.id })}>
                    <Words text={hit.title ?? "Without a headline"} />
                  </a>
                  <p class="quote-plain" dir="auto">
                    {hit.marked.map(([text, isHit], i) => (isHit ? <mark key={i}>{shown(text)}</mark> : shown(text)))}
                  </p>
                  <p class="small muted">
                    {hit.outlet === null ? "outlet not told" : <Words text={hit.outlet} />} · {publishedWords(rowPublished(hit))}
                  </p>
                </li>
              ))}
            </ol>
            <More list={list} what={kind} />
          </>
        )
      }
    </Answered>
  );
}
