import type { CaseSummary } from "../api/shapes";
import { intervalWords } from "../parts/days";
import type { Keys } from "../state/address";
import type { Filters } from "../state/filters";

/** The filters that are set, each with a button that takes it away. */
export function ActiveFilters({ summary, filters, update }: { summary: CaseSummary; filters: Filters; update: (keys: Keys) => void }) {
  const set: { text: string; without: Keys }[] = [];
  for (const type of filters.type)
    set.push({ text: summary.vocabulary[type]?.label ?? type, without: { type: filters.type.filter((one) => one !== type) } });
  if (filters.since !== null || filters.until !== null)
    set.push({ text: intervalWords({ start: filters.since, end: filters.until }), without: { since: null, until: null } });
  if (filters.contested) set.push({ text: "contested", without: { contested: null } });
  if (filters.origins > 1) set.push({ text: `${filters.origins} origins or more`, without: { origins: null } });
  for (const key of ["place", "actor", "speaker", "modality", "decided", "q"] as const) {
    const value = filters[key];
    if (value !== null) set.push({ text: key === "q" ? `“${value}”` : `${key}: ${value}`, without: { [key]: null } });
  }
  if (set.length === 0) return null;
  const none = Object.assign({}, ...set.map(({ without }) => without), { type: null }) as Keys;
  return (
    <ul class="active-filters" aria-label="Filters that are set">
      {set.map(({ text, without }) => (
        <li key={text}>
          <button type="button" onClick={() => update(without)} aria-label={`Take away the filter ${text}`}>
            <span dir="auto">{text}</span> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="plain" onClick={() => update(none)}>
          Clear all
        </button>
      </li>
    </ul>
  );
}
