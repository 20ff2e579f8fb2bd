import { useEffect, useMemo, useState } from "preact/hooks";
import type { Columns } from "./columns";
import type { Groups } from "./groups";
import type { HeldPlace } from "./control";
import { useRows } from "./rows";

/** What the pointer is on, beside it: one event by its name, several by their kinds. */
export function Hovered({
  name,
  columns,
  events,
  groups,
  x,
  y,
}: {
  name: string;
  columns: Columns;
  /** Indices of the events under the pointer. */
  events: readonly number[];
  groups: Groups;
  x: number;
  y: number;
}) {
  const rows = useRows(name, events.length === 0 ? [] : [columns.row[events[0] as number] as number]);
  const first = rows.get(columns.row[events[0] as number] as number);
  if (events.length === 0) return null;
  const kinds = groups.marks
    .map((mark, k) => ({ label: mark.label, n: events.filter((i) => groups.of(columns.types[columns.type[i] as number] as string) === k).length }))
    .filter(({ n }) => n > 0);
  const sites = new Set(events.map((i) => columns.site[i]));
  const site = columns.sites[columns.site[events[0] as number] as number];
  const contested = events.filter((i) => columns.contested[i] === 1).length;
  return (
    <div class="map-hover" style={{ transform: `translate(${x + 14}px, ${y + 10}px)` }}>
      {events.length === 1 ? (
        <b dir="auto">{first?.label ?? "…"}</b>
      ) : (
        <b dir="auto">
          {events.length.toLocaleString("en")} events {sites.size === 1 ? `at ${first?.place ?? "…"}` : `at ${sites.size} places`}
        </b>
      )}
      {events.length > 1 && <span>{kinds.map(({ label, n }) => `${label} ${n}`).join(" · ")}</span>}
      {contested > 0 && events.length > 1 && <span class="disputed">{contested} contested</span>}
      {sites.size === 1 && site !== undefined && site.radiusKm >= 10 && <span>somewhere within about {Math.round(site.radiusKm)} km</span>}
    </div>
  );
}

/** While a slider moves nobody reads the list, which may be of thousands: it follows when the hand rests. */
const REST_MS = 100;

/** Who is told to hold a place, in words: for those who cannot see the map's colours. */
export function HeldList({ held: now }: { held: readonly HeldPlace[] }) {
  const [held, setHeld] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setHeld(now), REST_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return useMemo(
    () => (
      <ul class="visually-hidden" aria-label="Control on that day">
        {held.map((place) => (
          <li key={place.placeId ?? place.place}>
            {place.place}: {place.held.map((one) => `${one.span.holder}, ${one.span.basis}${one.age > 0 ? `, last told ${one.age} days before` : ""}`).join("; ")}
          </li>
        ))}
      </ul>
    ),
    [held],
  );
}
