import type { CaseSummary } from "../api/shapes";
import type { Keys } from "../state/address";
import type { Filters } from "../state/filters";
import { ActiveFilters } from "./ActiveFilters";
import { type Order, ORDERS, type Part } from "./listed";

/** How many events are listed, in which order, and which of them neither the map nor the timeline can show. */
export function ListHead({
  summary,
  filters,
  listed,
  all,
  order,
  part,
  unplaced,
  undated,
  wide,
  spot,
  update,
}: {
  summary: CaseSummary;
  filters: Filters;
  listed: number;
  all: number;
  order: Order;
  part: Part;
  unplaced: number;
  undated: number;
  /** Events told only for an area wider than the map; 0 where the map shows none. */
  wide: number;
  /** Whether only what was clicked on the map is listed. */
  spot: boolean;
  update: (keys: Keys) => void;
}) {
  const toggle = (name: "unlocated" | "undated") => (on: boolean) => update({ part: on ? name : null, spot: null });
  return (
    <header>
      <p class="overview-count" role="status">
        <b>{listed.toLocaleString("en")}</b> {listed === 1 ? "event" : "events"}
        {listed !== all && ` of ${all.toLocaleString("en")}`}
      </p>
      <select aria-label="Order" value={order} onChange={(event) => update({ order: event.currentTarget.value === "time" ? null : event.currentTarget.value })}>
        {Object.entries(ORDERS).map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
      <ActiveFilters summary={summary} filters={filters} update={update} />
      <ul class="parts" aria-label="What the map and the timeline cannot show">
        <PartButton label="not on the map" says="Their place is not told, or in no gazetteer" count={unplaced} on={part === "unlocated"} onToggle={toggle("unlocated")} />
        <PartButton label="without a date" says="No day is told for them, nor one by which they had happened" count={undated} on={part === "undated"} onToggle={toggle("undated")} />
        {wide > 0 && <li class="note">{wide} told only for an area wider than this map</li>}
      </ul>
      {spot && (
        <p class="spot">
          Only what was clicked on the map.{" "}
          <button type="button" class="plain" onClick={() => update({ spot: null })}>
            Show all
          </button>
        </p>
      )}
    </header>
  );
}

function PartButton({ label, says, count, on, onToggle }: { label: string; says: string; count: number; on: boolean; onToggle: (on: boolean) => void }) {
  if (count === 0 && !on) return null;
  return (
    <li>
      <button type="button" title={says} aria-pressed={on} onClick={() => onToggle(!on)}>
        {count.toLocaleString("en")} {label}
      </button>
    </li>
  );
}
