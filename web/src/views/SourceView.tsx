import { useAnswer } from "../api/answer";
import { at } from "../api/client";
import type { SourceSheet } from "../api/records";
import { useTitle } from "../app/title";
import type { ViewProps } from "../app/views";
import { Answered } from "../parts/Answered";
import { Claim } from "../parts/Claim";
import { DocumentsTable } from "../parts/Documents";
import { Id } from "../parts/Id";
import { LedgerRow } from "../parts/LedgerRow";
import { Section } from "../parts/Section";
import { Standing } from "../parts/Standing";
import { shown } from "../parts/text";
import { count } from "../parts/wording";
import { Term } from "../parts/Term";
import { Words } from "../parts/Words";
import { href } from "../state/address";

/** A source: what it alone tells, the words it uses for each party, whom it repeats, who contradicts it. Never a grade. */
export default function SourceView({ name, id }: ViewProps) {
  const answer = useAnswer<SourceSheet>(at(name, "sources", id));
  useTitle(answer.body?.name ?? "Source");
  return (
    <div class="view">
      <Answered answer={answer} what="the source" title="Source">
        {(source) => (
          <>
            <header class="masthead">
              <p class="kicker">
                <strong>{source.kind === "outlet" ? "Outlet" : <Term of="voice" />}</strong> ·{" "}
                {source.kind === "outlet" ? "in its own voice" : "wherever it is quoted"}
              </p>
              <h1>
                <Words text={source.name} />
              </h1>
              <p class="dek">Counts of this case, not a grade: nothing here says whether it is to be believed.</p>
            </header>
            <Standing
              figures={[
                { label: source.documents === 1 ? "document" : "documents", value: source.documents },
                { label: source.claims === 1 ? "claim" : "claims", value: source.claims },
                { label: source.events === 1 ? "event told" : "events told", value: source.events },
                { label: "told by it alone", value: source.alone, term: "alone" },
                { label: "told by another origin too", value: source.joined },
              ]}
            />
            {source.contradicted.length + source.explained + source.contradictions.length > 0 && (
              <Section title="Contradicted by" note="Sources on the other side of an open contradiction.">
                {source.contradicted.length === 0 ? (
                  <p class="muted">Nobody, in an open contradiction.</p>
                ) : (
                  <ul class="inline-list">
                    {source.contradicted.map((one) => (
                      <li key={one.name}>
                        <Words text={one.name} /> <span class="muted">{count(one.count, "time")}</span>
                      </li>
                    ))}
                  </ul>
                )}
                {source.explained > 0 && (
                  <p class="small muted">{count(source.explained, "contradiction")} perhaps only apparent.</p>
                )}
                <div class="ledger more">
                  {source.contradictions.map((row) => (
                    <LedgerRow key={row.id} row={row} level={3} />
                  ))}
                </div>
              </Section>
            )}
            {source.framing.length > 0 && (
              <Section title="Words for each party" note="Loaded words that it uses. They are noted and change no reading.">
                <dl class="facts">
                  {source.framing.map((one) => (
                    <div key={one.party} class="fact">
                      <dt>
                        <Words text={one.party} />
                      </dt>
                      <dd>
                        {one.words.map((word, i) => (
                          <span key={word.name}>
                            {i > 0 && ", "}
                            <Words text={`“${word.name}”`} /> <span class="muted small">{count(word.count, "time")}</span>
                          </span>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </Section>
            )}
            {source.copies.length > 0 && (
              <Section title="Repeats the text of" note={<>A copy adds no <Term of="origins">origin</Term>.</>}>
                <ul class="inline-list">
                  {source.copies.map((one) => (
                    <li key={one.name}>
                      <Words text={one.name} /> <span class="muted">{count(one.count, "document")}</span>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {quiet(source).length > 0 && <p class="small muted quiet">{quiet(source).join(" ")}</p>}
            {source.documents_list.length > 0 && (
              <Section title="Documents">
                <DocumentsTable documents={source.documents_list} caption={`Documents of ${shown(source.name)}`} />
              </Section>
            )}
            <Section title="What it says" note={source.kind === "outlet" ? "Claims in its own voice." : "Claims that quote it."}>
              <div class="claim-grid">
                {source.told.map((claim) => (
                  <Claim key={claim.claim_id} claim={claim}>
                    {claim.event_id !== null && <a href={href("event", { id: claim.event_id })}>Its event</a>}
                  </Claim>
                ))}
              </div>
              {source.claims > source.told.length && (
                <p class="small muted">
                  The first {source.told.length} of {count(source.claims, "claim")}.
                </p>
              )}
            </Section>
            <Id id={source.id} />
          </>
        )}
      </Answered>
    </div>
  );
}

/** What there is nothing of, a sentence each. */
function quiet(source: SourceSheet): string[] {
  const told: string[] = [];
  if (source.contradicted.length + source.explained + source.contradictions.length === 0) told.push("Nobody in this case contradicts it.");
  if (source.framing.length === 0) told.push("It uses no loaded words that are known here.");
  if (source.copies.length === 0) told.push("It repeats the text of nobody in this case.");
  return told;
}
