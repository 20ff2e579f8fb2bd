import type { CaseSummary } from "../../api/shapes";
import type { EventSheet } from "../../api/records";
import { intervalWords } from "../../parts/days";
import type { Act } from "../../parts/deciding";
import { groupColour, typeWords } from "../../parts/Events";
import { Label } from "../../parts/Label";
import { gather, gathered } from "../../parts/selection";
import { Standing, type Figure } from "../../parts/Standing";
import { count, credibilityWords } from "../../parts/wording";
import { Words } from "../../parts/Words";
import { href } from "../../state/address";

export type Ask = (act: Act, ids: readonly string[], about: string) => void;

/** What it is, how much stands behind it, and what can be decided about it. */
export function EventHead({ name, summary, event, ask }: { name: string; summary: CaseSummary; event: EventSheet; ask: Ask }) {
  const open = event.contradictions.filter((one) => one.explained === null).length;
  const apparent = event.contradictions.length - open;
  const decided = standingDecision(event);
  const inReport = gathered(name).value.includes(event.event_id);
  const figures: Figure[] = [
    { label: event.origins.length === 1 ? "independent origin" : "independent origins", value: event.origins.length, term: "origins" },
    { label: event.claims.length === 1 ? "claim" : "claims", value: event.claims.length, term: "claim" },
    { label: event.documents.length === 1 ? "document" : "documents", value: event.documents.length },
    { label: open === 1 ? "open contradiction" : "open contradictions", value: open, disputed: open > 0, term: "contested" },
    { label: "credibility, 1 is best of 6", value: credibilityWords(event.credibility), words: true, term: "credibility" },
    { label: "decided by a person", value: decided, words: true, term: "decided" },
  ];
  if (apparent > 0) figures.splice(4, 0, { label: apparent === 1 ? "contradiction, perhaps only apparent" : "contradictions, perhaps only apparent", value: apparent, term: "apparent" });
  return (
    <>
      <header class="masthead">
        <p class="kicker">
          <span class="dot" style={groupColour(summary, event.type)} />
          <strong>{typeWords(summary, event.type)}</strong>
          {" · "}
          {intervalWords(event.time)}
          {event.time?.inferred === true && <span class="muted"> (no day is told: it had happened when it was told)</span>}
          {" · "}
          {event.place === null ? (
            <span class="muted">no place named</span>
          ) : event.place.place_id === null ? (
            <>
              <Words text={event.place.name} /> <span class="muted">(not located)</span>
            </>
          ) : (
            <a href={href("place", { id: event.place.place_id })}>
              <Words text={event.place.name} />
            </a>
          )}
        </p>
        <h1 class={event.label.length > 70 ? "long" : ""}>
          <Label label={event.label} />
        </h1>
        {event.part_of !== null && (
          <p class="dek">
            Part of a <a href={href("event", { id: event.part_of })}>larger event</a>.
          </p>
        )}
      </header>
      <Standing figures={figures} />
      <div class="bar actions">
        <button type="button" class="button" onClick={() => ask("accept", [event.event_id], "this event")}>
          Accept
        </button>
        <button type="button" class="button" onClick={() => ask("reject", [event.event_id], "this event with its claims")}>
          Reject
        </button>
        <button type="button" class="button" onClick={() => ask("unsure", [event.event_id], "about this event")}>
          Unsure
        </button>
        <button type="button" class="button" aria-pressed={inReport} onClick={() => gather(name, event.event_id)}>
          {inReport ? "In the report" : "Add to the report"}
        </button>
        <span class="muted small">
          {count(gathered(name).value.length, "event")} in the{" "}
          <a href={href("report", { query: { event: gathered(name).value } })}>report</a>
        </span>
      </div>
    </>
  );
}

/** What people last said of the event as a whole. */
function standingDecision(event: EventSheet): string {
  const told: Readonly<Record<string, string>> = { accept: "accepted", reject: "rejected", unsure: "unsure" };
  const last = [...event.decisions].reverse().find((one) => one.act in told && one.other === null && one.holds !== false);
  return last === undefined ? "not yet" : `${told[last.act]} by ${last.who}`;
}
