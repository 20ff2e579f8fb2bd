import { useEffect, useState } from "preact/hooks";
import { at } from "../api/client";
import type { Found as Answer, Hit } from "../api/records";
import { useTitle } from "../app/title";
import type { ViewProps } from "../app/views";
import { Answered } from "../parts/Answered";
import { Choice } from "../parts/Choice";
import { publishedWords, rowPublished } from "../parts/dates";
import { More } from "../parts/More";
import { useList, type Listed } from "../parts/pages";
import { Empty } from "../parts/State";
import { shown } from "../parts/text";
import { Words } from "../parts/Words";
import { href } from "../state/address";

type Mode = "words" | "meaning";

const HELP: Readonly<Record<Mode, { readonly start: string; readonly hint: string; readonly nothing: string }>> = {
  words: {
    start: "Search the words of the pages.",
    hint: 'A phrase in quotes is found as it stands: "border crossing". A star ends a beginning: recaptur*. A minus leaves out: -bridge.',
    nothing: "Try fewer words, another spelling, a beginning with a star, or search by meaning.",
  },
  meaning: {
    start: "Say in a few English words what you look for.",
    hint: "Sentences that tell something like it are found, whatever words they choose. Names and negations count for little: search for names by words.",
    nothing: "Say it in a short plain sentence, or search by words.",
  },
};

/** Search claims or documents by their words, in all spellings of a name, or by what they mean. */
export default function SearchView({ name, search, change }: ViewProps) {
  const told = new URLSearchParams(search);
  const q = told.get("q")?.trim() ?? "";
  const kind = told.get("kind") === "documents" ? "documents" : "claims";
  const mode = told.get("mode") === "meaning" ? "meaning" : "words";
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
          aria-label={mode === "meaning" ? "What to search for, in a sentence" : "Words to search for"}
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
        <Choice
          label="By"
          search={search}
          name="mode"
          options={[
            [null, "Words"],
            ["meaning", "Meaning"],
          ]}
        />
      </div>
      {q === "" ? (
        <Empty message={HELP[mode].start} hint={HELP[mode].hint} />
      ) : (
        <Hits key={`${mode} ${kind}`} name={name} q={q} kind={kind} mode={mode} />
      )}
    </div>
  );
}

/** Milliseconds after which a search by meaning that had not all vectors is asked again. */
const AGAIN = 2000;

function Hits({ name, q, kind, mode }: { name: string; q: string; kind: string; mode: Mode }) {
  const list = useList<Hit>(at(name, "search"), { q, kind, mode: mode === "words" ? null : mode, limit: 20 });
  const { body, again } = list.first;
  const making = (body as Answer | null)?.making ?? null;
  useEffect(() => {
    if (making === null) return;
    const waiting = setTimeout(again, AGAIN);
    return () => clearTimeout(waiting);
  }, [body, again]);
  return (
    <Answered answer={list.first} what="what was found">
      {() => (
        <>
          {making !== null && <Progress done={making.done} of={making.of} />}
          <Found list={list} q={q} kind={kind} mode={mode} waiting={making !== null} />
        </>
      )}
    </Answered>
  );
}

function Progress({ done, of }: { done: number; of: number }) {
  return (
    <p class="small muted" role="status">
      {of === 0
        ? "The case is being made ready for this, once."
        : `The case is being made ready for this, once: ${done.toLocaleString("en")} of ${of.toLocaleString("en")} sentences. What is found so far:`}
    </p>
  );
}

function Found({ list, q, kind, mode, waiting }: { list: Listed<Hit>; q: string; kind: string; mode: Mode; waiting: boolean }) {
  if (list.items.length === 0)
    return waiting ? null : <Empty message={`Nothing was found for “${q}”.`} hint={HELP[mode].nothing} />;
  return (
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
  );
}
