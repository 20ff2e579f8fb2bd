import type { ComponentChildren } from "preact";
import type { CaseSummary, EventRow } from "../api/shapes";
import { href } from "../state/address";
import { intervalWords } from "./days";
import { Label } from "./Label";
import { Words } from "./Words";

/** The colour of a type's group, as the map draws it. */
export function groupColour(summary: CaseSummary, type: string): { "--group": string } {
  const group = summary.vocabulary[type]?.group ?? "other";
  return { "--group": `var(--group-${group}, var(--group-other))` };
}

/** A type of event in words. */
export function typeWords(summary: CaseSummary, type: string): string {
  return summary.vocabulary[type]?.label ?? type.replaceAll("_", " ");
}

/** Events as rows: when, what, where, and what stands behind each. */
export function EventsTable({
  summary,
  events,
  caption,
  action,
}: {
  summary: CaseSummary;
  events: readonly EventRow[];
  caption: string;
  action?: (event: EventRow) => ComponentChildren;
}) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table class="events">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Event</th>
            <th scope="col">Where</th>
            <th scope="col" class="number">
              Origins
            </th>
            <th scope="col" class="number">
              Claims
            </th>
            {action !== undefined && (
              <th scope="col">
                <span class="visually-hidden">What can be done</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td class="when">
                {intervalWords({ start: event.since, end: event.until }, "") || <span class="muted">not dated</span>}
              </td>
              <th scope="row">
                <span class="dot" style={groupColour(summary, event.type)} />
                <a href={href("event", { id: event.id })}>
                  <Label label={event.label} when={intervalWords({ start: event.since, end: event.until })} />
                </a>
                {(event.contradictions ?? 0) > 0 && !event.label.startsWith("Disputed") && <span class="tag disputed"> disputed</span>}
              </th>
              <td>
                <Words text={event.place} />
              </td>
              <td class="number">{event.origins}</td>
              <td class="number">{event.claims}</td>
              {action !== undefined && <td>{action(event)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
