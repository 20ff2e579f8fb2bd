import type { ComponentChildren } from "preact";
import type { CaseSummary } from "../api/shapes";
import { Glyph } from "../map/Glyph";
import type { Groups } from "./groups";

/**
 * What the signs on the map mean: kinds of events that the case has, several at once, places that are no points. It does
 * not depend on filters: were it to grow and shrink with them, the map would too, and with it what "the map shows".
 */
export function Legend({ summary, groups }: { summary: CaseSummary; groups: Groups }) {
  const told = groups.marks.filter((_, group) => summary.types.some(({ type, events }) => events > 0 && groups.of(type) === group));
  return (
    <ul class="map-legend" aria-label="Legend">
      {told.map((mark) => (
        <li key={mark.label}>
          <Glyph mark={mark} size={12} /> {mark.label}
        </li>
      ))}
      <Sign text="several events">
        <circle cx="8" cy="8" r="5.5" fill="none" stroke="var(--group-fight)" stroke-width="3" />
        <path d="M8 2.5A5.5 5.5 0 0 1 8 13.5" fill="none" stroke="var(--group-hold)" stroke-width="3" />
      </Sign>
      <Sign text="somewhere within">
        <circle cx="8" cy="8" r="6.2" fill="none" stroke="var(--ink-2)" stroke-width="1.4" stroke-dasharray="3 2.2" />
      </Sign>
      <li>
        <i class="contested-dot" /> contested
      </li>
    </ul>
  );
}

function Sign({ text, children }: { text: string; children: ComponentChildren }) {
  return (
    <li>
      <svg class="glyph" width="13" height="13" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {children}
      </svg>{" "}
      {text}
    </li>
  );
}
