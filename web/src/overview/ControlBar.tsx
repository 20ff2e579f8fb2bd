import type { ControlSpan } from "../api/shapes";
import { holderToken } from "../map/palette";
import { dayNumber, dayWords, numberDay } from "../parts/days";
import type { Keys } from "../state/address";
import { type HeldPlace, undatedSpans } from "./control";

/** Which day's control is drawn, as known on which day, and what the colours mean. */
export function ControlBar({
  spans,
  held,
  holders,
  first,
  last,
  day,
  known,
  update,
}: {
  spans: readonly ControlSpan[];
  held: readonly HeldPlace[];
  holders: readonly string[];
  first: number;
  last: number;
  day: number;
  known: string | null;
  update: (keys: Keys) => void;
}) {
  const shown = new Set(held.flatMap((place) => place.held.map((one) => one.span.holder)));
  const old = held.filter((place) => (place.held[0]?.age ?? 0) > 0).length;
  const undated = undatedSpans(spans);
  return (
    <section class="control-bar" aria-label="Control">
      <label class="control-day">
        <span>
          Held on <b>{dayWords(numberDay(day))}</b>
        </span>
        <input
          type="range"
          min={first}
          max={last}
          step={1}
          value={day}
          aria-valuetext={dayWords(numberDay(day))}
          onInput={(event) => update({ valid: numberDay(Number(event.currentTarget.value)) })}
        />
      </label>
      <label class="control-known">
        <span>{known === null ? "As known from all pages" : <>As known on <b>{dayWords(known)}</b></>}</span>
        <input
          type="range"
          min={first}
          max={last + 1}
          step={1}
          value={known === null ? last + 1 : dayNumber(known)}
          aria-valuetext={known === null ? "all pages" : dayWords(known)}
          onInput={(event) => {
            const told = Number(event.currentTarget.value);
            update({ known: told > last ? null : numberDay(told) });
          }}
        />
      </label>
      <ul class="control-holders">
        {holders.map((name, rank) => (
          <li key={name} class={shown.has(name) ? undefined : "absent"}>
            <i style={{ background: `var(${holderToken(rank)})` }} /> <span dir="auto">{name}</span>
          </li>
        ))}
      </ul>
      <p class="note">
        {held.length === 0 ? "Nothing is told about that day or before it." : `${held.length} ${held.length === 1 ? "place" : "places"}`}
        {old > 0 && `, ${old} of them drawn faint and dashed: last told before that day`}
        {undated > 0 && `. ${undated} ${undated === 1 ? "statement has" : "statements have"} no day and cannot be drawn`}
        {held.length > 0 || undated > 0 ? ". Claimed, not confirmed." : ""}
      </p>
    </section>
  );
}
