import type { ClaimCard, EventSheet } from "../../api/records";
import type { ViewProps } from "../../app/views";
import { intervalWords } from "../../parts/days";
import { typeWords } from "../../parts/Events";
import { fieldRows, valueWords } from "../../parts/fields";
import { Label } from "../../parts/Label";
import { count, credibilityWords, fieldWords, modalityWords } from "../../parts/wording";
import { Words } from "../../parts/Words";
import { href } from "../../state/address";
import type { Footnotes } from "../footnotes";

/** One event of a report: what stands behind it, what is disputed, and each field with the numbers of its footnotes. */
export function ReportedEvent({
  event,
  notes,
  summary,
  remove,
}: {
  event: EventSheet;
  notes: Footnotes;
  summary: ViewProps["summary"];
  remove: () => void;
}) {
  const open = event.contradictions.filter((one) => one.explained === null);
  const rows = fieldRows(event).filter((row) => row.field !== "type" && row.field !== "occurred");
  return (
    <article class="section reported">
      <header>
        <p class="small">
          <strong>{intervalWords(event.time)}</strong>
        </p>
        <p class="small">
          {event.place === null ? "no place named" : <Words text={event.place.name} />}
          <br />
          {count(event.origins.length, "independent origin")}
          <br />
          {count(event.claims.length, "claim")}
          <br />
          credibility {credibilityWords(event.credibility)}
        </p>
        <button type="button" class="plain-button small no-print" onClick={remove}>
          Leave it out
        </button>
      </header>
      <div>
        <h2>
          <a href={href("event", { id: event.event_id })}>
            <Label label={event.label} when={intervalWords(event.time)} />
          </a>
        </h2>
        {open.map((one) => (
          <div key={one.id} class="reported-dispute">
            <h3 class="disputed">Disputed: {fieldWords(one.field).toLowerCase()}</h3>
            <ul>
              {one.sides.map((side) => (
                <li key={side.value}>
                  <Words text={valueWords(one.field, side.value, (type) => typeWords(summary, type))} />
                  <Marks claims={side.claims} notes={notes} />
                </li>
              ))}
            </ul>
          </div>
        ))}
        <dl class="facts">
          <div class="fact">
            <dt>How it is told</dt>
            <dd>
              {groupByTelling(event.claims).map(([told, ids], i) => (
                <span key={told}>
                  {i > 0 && "; "}
                  {told}
                  <Marks claims={ids} notes={notes} />
                </span>
              ))}
            </dd>
          </div>
          {rows.map((row) => (
            <div key={row.field} class="fact">
              <dt>{fieldWords(row.field)}</dt>
              <dd>
                {row.values.map((value, i) => (
                  <span key={value.value} class={value.shown || row.values.length === 1 ? "" : "muted"}>
                    {i > 0 && "; "}
                    <Words text={value.value} />
                    <Marks claims={value.claims} notes={notes} />
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </article>
  );
}

function groupByTelling(claims: readonly ClaimCard[]): (readonly [string, string[]])[] {
  const found = new Map<string, string[]>();
  for (const claim of claims) {
    const told = claim.polarity === "denied" ? "denied" : modalityWords(claim.modality);
    found.set(told, [...(found.get(told) ?? []), claim.claim_id]);
  }
  return [...found];
}

function Marks({ claims, notes }: { claims: readonly string[]; notes: Footnotes }) {
  const numbers = claims.map((id) => notes.numberOf.get(id)).filter((n): n is number => n !== undefined);
  return (
    <sup class="claim-numbers">
      {numbers
        .sort((a, b) => a - b)
        .map((n) => (
          <a key={n} href={`#note-${n}`} aria-label={`Note ${n}`}>
            {n}
          </a>
        ))}
    </sup>
  );
}
