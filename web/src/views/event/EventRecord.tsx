import type { EventSheet } from "../../api/records";
import { Id } from "../../parts/Id";
import { Codes } from "../../parts/Codes";
import { dayWords } from "../../parts/days";
import { Fold } from "../../parts/Fold";
import { Section } from "../../parts/Section";
import { actWords, count } from "../../parts/wording";
import { Words } from "../../parts/Words";
import { href } from "../../state/address";
import { fieldLabel } from "../review/corrections";
import type { Ask } from "./EventHead";

/** Why its claims are taken for one event: each judged pair with its reasons. */
export function EventJoining({ event }: { event: EventSheet }) {
  if (event.links.length === 0) return null;
  const own = new Set(event.claims.map((claim) => claim.claim_id));
  const named = (id: string) => (
    <a href={href("claim", { id })}>{own.has(id) ? <ClaimName event={event} id={id} /> : "a claim of another event"}</a>
  );
  return (
    <Section title="Why one event" note="Pairs of claims that were compared, with what speaks for and against.">
      <details>
        <summary>{count(event.links.length, "pair")} of claims compared</summary>
        <ul class="pairs">
          <Fold items={event.links} first={30} what="pair">
            {(link) => (
              <li key={`${link.a} ${link.b}`}>
                <p>
                  {named(link.a)} and {named(link.b)}: <strong>{link.verdict}</strong>{" "}
                  <span class="muted">
                    ({link.score.toFixed(2)}
                    {link.by.startsWith("person:") ? `, by ${link.by.slice(7)}` : ""})
                  </span>
                </p>
                <p class="small muted">
                  {link.reasons.map((reason, i) => (
                    <span key={reason.name}>
                      {i > 0 && "; "}
                      <Words text={reason.sentence} />
                    </span>
                  ))}
                </p>
              </li>
            )}
          </Fold>
        </ul>
      </details>
    </Section>
  );
}

function ClaimName({ event, id }: { event: EventSheet; id: string }) {
  const claim = event.claims.find((one) => one.claim_id === id);
  const words = claim?.evidence[0]?.text ?? id;
  return <Words text={`“${words.length > 60 ? `${words.slice(0, 58).trimEnd()}…` : words}”`} />;
}

/** The event's grade with its arithmetic, and its codes with theirs. */
export function EventCodes({ event }: { event: EventSheet }) {
  return (
    <>
      <Section
        title="Credibility"
        note="Of the information, 1 (best) to 6 (cannot be judged). Not of the source: that is another scale."
      >
        <ul class="steps">
          {event.reasons.map((reason) => (
            <li key={reason.name}>
              <Words text={reason.sentence} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Codes" note="What each codebook would call it, and why.">
        <Codes codes={event.codes} why={event.code_reasons} />
      </Section>
    </>
  );
}

/** What people decided about it, oldest first; nothing is ever overwritten. */
export function EventHistory({ event, ask }: { name: string; event: EventSheet; ask: Ask }) {
  return (
    <Section
      title="Decisions"
      note="What people decided about this event or its claims. A decision is taken back by another, never erased."
    >
      {event.decisions.length === 0 ? (
        <p class="muted">Nobody has decided anything yet.</p>
      ) : (
        <ol class="history">
          {event.decisions.map((one) => (
            <li key={one.id}>
              <p>
                <strong>
                  <Words text={one.who} />
                </strong>{" "}
                {actWords(one.act)}
                {one.field !== null && (
                  <>
                    {" "}
                    {fieldLabel(one.field)}: <Words text={one.value} />
                  </>
                )}{" "}
                · <time dateTime={one.at}>{dayWords(one.at)}</time>
                {one.standing !== undefined && one.standing !== "holds" && <span class="muted"> · {one.standing}</span>}
              </p>
              <p>
                <Words text={one.why} />
              </p>
              {one.act !== "undo" && one.holds !== false && (
                <button type="button" class="plain-button small" onClick={() => ask("undo", [one.id], `what ${one.who} decided`)}>
                  Take back
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
      <Id id={event.event_id} />
    </Section>
  );
}
