import type { Keys } from "../state/address";
import type { Layer } from "./control";

const LAYERS: readonly { layer: Layer; label: string; says: string }[] = [
  { layer: "events", label: "Events", says: "What is said to have happened" },
  { layer: "control", label: "Control", says: "Who is said to hold which place on a day" },
  { layer: "both", label: "Both", says: "Events, and who is said to hold what" },
];

/** What the map shows, and whether it narrows the list down to what it shows. */
export function MapTools({ layer, inView, update }: { layer: Layer; inView: boolean; update: (keys: Keys) => void }) {
  return (
    <div class="map-tools">
      <div class="segments" role="group" aria-label="What the map shows">
        {LAYERS.map((one) => (
          <button key={one.layer} type="button" title={one.says} aria-pressed={layer === one.layer} onClick={() => update({ layer: one.layer === "events" ? null : one.layer })}>
            {one.label}
          </button>
        ))}
      </div>
      <label class="check" title="List and timeline follow the map as it is moved">
        <input type="checkbox" checked={inView} onChange={(event) => update({ here: event.currentTarget.checked ? "true" : null })} />
        <span>Only what the map shows</span>
      </label>
    </div>
  );
}
