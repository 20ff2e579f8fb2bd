import { useState } from "preact/hooks";
import { useAnswer } from "../api/answer";
import { at } from "../api/client";
import type { EventSheet } from "../api/records";
import { useTitle } from "../app/title";
import type { ViewProps } from "../app/views";
import { Answered } from "../parts/Answered";
import { DecideForm } from "../parts/DecideForm";
import type { Act } from "../parts/deciding";
import { EventsTable } from "../parts/Events";
import { Ranges } from "../parts/Ranges";
import { Section } from "../parts/Section";
import { shown } from "../parts/text";
import { bareLabel } from "../parts/wording";
import { EventClaims } from "./event/EventClaims";
import { EventCodes, EventHistory, EventJoining } from "./event/EventRecord";
import { EventDisputes } from "./event/EventDisputes";
import { EventFields } from "./event/EventFields";
import { EventHead } from "./event/EventHead";
import { numberGroups } from "../parts/ranges";

interface Asked {
  readonly act: Act;
  readonly ids: readonly string[];
  readonly about: string;
}

/** One event: what its claims agree on, where they contradict each other, who stands behind it, what people decided. */
export default function EventView({ name, summary, id, search, change }: ViewProps) {
  const answer = useAnswer<EventSheet>(at(name, "events", id));
  const [asked, setAsked] = useState<Asked | null>(null);
  useTitle(answer.body === null ? "Event" : bareLabel(answer.body.label));
  const picked = new URLSearchParams(search).getAll("pick");
  const pick = (claim: string) =>
    change({ pick: picked.includes(claim) ? picked.filter((one) => one !== claim) : [...picked, claim] });
  const ask = (act: Act, ids: readonly string[], about: string) => setAsked({ act, ids, about });
  return (
    <div class="view">
      <Answered answer={answer} what="the event" title="Event">
        {(event) => {
          // A single number needs no scale: it stands among the fields.
          const numbers = numberGroups(event.claims, event.amounts).filter((group) => group.rows.length > 1);
          return (
            <>
              <EventHead name={name} summary={summary} event={event} ask={ask} />
              {asked !== null && (
                <DecideForm
                  key={`${asked.act} ${asked.ids.join(" ")}`}
                  name={name}
                  {...asked}
                  done={() => {
                    setAsked(null);
                    change({ pick: null });
                  }}
                  cancel={() => setAsked(null)}
                />
              )}
              <EventDisputes event={event} />
              <EventFields summary={summary} event={event} />
              {numbers.length > 0 && (
                <Section
                  title="Numbers"
                  note="As each claim words them, on a scale from nought. The one shown has the most independent origins; it is never a mean."
                >
                  {numbers.map((group) => (
                    <Ranges key={`${group.what}/${group.unit}`} group={group} />
                  ))}
                </Section>
              )}
              <EventClaims event={event} picked={picked} pick={pick} ask={ask} />
              <EventJoining event={event} />
              {event.parts.length > 0 && (
                <Section title="Parts" note="Events that are told as parts of this one.">
                  <EventsTable summary={summary} events={event.parts} caption="Parts of this event" />
                </Section>
              )}
              <EventCodes event={event} />
              {event.near.length > 0 && (
                <Section
                  title="Near it"
                  note="Close in place and time, but kept apart. Merge one if both tell the same happening."
                >
                  <EventsTable
                    summary={summary}
                    events={event.near}
                    caption="Events near this one"
                    action={(other) => (
                      <button
                        type="button"
                        class="plain-button small"
                        onClick={() => ask("merge", [event.event_id, other.id], `with “${shown(bareLabel(other.label))}”`)}
                      >
                        Merge<span class="visually-hidden"> with {shown(bareLabel(other.label))}</span>
                      </button>
                    )}
                  />
                </Section>
              )}
              <EventHistory name={name} event={event} ask={ask} />
            </>
          );
        }}
      </Answered>
    </div>
  );
}
