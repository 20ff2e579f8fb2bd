import { useEffect, useRef, useState } from "preact/hooks";
import type { CaseSummary } from "../api/shapes";
import { Glyph } from "../map/Glyph";
import { type Filters } from "../state/filters";
import type { Keys } from "../state/address";
import type { Columns } from "./columns";
import type { Groups } from "./groups";
import { MOST_ORIGINS, type Selection } from "./selection";
import { Suggested } from "./Suggested";
import { Term } from "../parts/Term";

/** All filters, each with how many events it would leave while the others stay as they are. */
export function FilterPanel({
  name,
  summary,
  filters,
  columns,
  selection,
  groups,
  update,
}: {
  name: string;
  summary: CaseSummary;
  filters: Filters;
  columns: Columns;
  selection: Selection;
  groups: Groups;
  update: (keys: Keys) => void;
}) {
  const counts = new Map(columns.types.map((type, k) => [type, selection.byType[k] as number]));
  return (
    <div class="filters">
      <Types summary={summary} filters={filters} counts={counts} groups={groups} update={update} />
      <fieldset>
        <legend>Standing</legend>
        <label class="check">
          <input type="checkbox" checked={filters.contested} onChange={(event) => update({ contested: event.currentTarget.checked ? "true" : null })} />
          <span>Contested only</span>
          <span class="count">{selection.contested.toLocaleString("en")}</span>
        </label>
        <div class="field">
          <label for="filter-origins">
            <Term of="origins" />
          </label>
          <select id="filter-origins" value={String(Math.min(filters.origins, MOST_ORIGINS))} onChange={(event) => update({ origins: event.currentTarget.value === "1" ? null : event.currentTarget.value })}>
            {Array.from({ length: MOST_ORIGINS }, (_, k) => k + 1).map((n) => (
              <option key={n} value={String(n)}>
                {n === 1 ? "any number" : `${n} or more`} ({(n === 1 ? (selection.byOrigins[0] as number) : (selection.byOrigins[n] as number)).toLocaleString("en")})
              </option>
            ))}
          </select>
        </div>
      </fieldset>
      <fieldset>
        <legend>Who and where</legend>
        <Suggested label="Place" name={name} list="places" value={filters.place} onValue={(place) => update({ place })} />
        <Suggested label="Actor, on any side" name={name} list="actors" value={filters.actor} onValue={(actor) => update({ actor })} />
        <Suggested label="Speaker" name={name} list="actors" value={filters.speaker} onValue={(speaker) => update({ speaker })} />
      </fieldset>
      <fieldset>
        <legend>How it is told</legend>
        <div class="field">
          <label for="filter-modality">
            <Term of="modality" />
          </label>
          <select id="filter-modality" value={filters.modality ?? ""} onChange={(event) => update({ modality: event.currentTarget.value || null })}>
            <option value="">anything</option>
            {summary.modalities.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="filter-decided">Decided</label>
          <select id="filter-decided" value={filters.decided ?? ""} onChange={(event) => update({ decided: event.currentTarget.value || null })}>
            <option value="">whether or not</option>
            <option value="accepted">accepted</option>
            <option value="rejected">rejected</option>
            <option value="unsure">unsure</option>
            <option value="none">not yet</option>
          </select>
        </div>
      </fieldset>
      <fieldset>
        <legend>When</legend>
        <div class="field two">
          <label for="filter-since">From</label>
          <input id="filter-since" type="date" value={filters.since ?? ""} onChange={(event) => update({ since: event.currentTarget.value || null })} />
          <label for="filter-until">Until</label>
          <input id="filter-until" type="date" value={filters.until ?? ""} onChange={(event) => update({ until: event.currentTarget.value || null })} />
        </div>
        {selection.undatedLeftOut > 0 && <p class="note">{selection.undatedLeftOut.toLocaleString("en")} without any date are left out.</p>}
      </fieldset>
    </div>
  );
}

function Types({
  summary,
  filters,
  counts,
  groups,
  update,
}: {
  summary: CaseSummary;
  filters: Filters;
  counts: ReadonlyMap<string, number>;
  groups: Groups;
  update: (keys: Keys) => void;
}) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const chosen = new Set(filters.type);
  const set = (types: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const type of types) {
      if (on) next.add(type);
      else next.delete(type);
    }
    update({ type: [...next].sort() });
  };
  return (
    <fieldset>
      <legend>What</legend>
      {groups.names.map((group, k) => {
        const types = summary.types.filter(({ type, events }) => events > 0 && groups.of(type) === k);
        if (types.length === 0) return null;
        const names = types.map(({ type }) => type);
        const on = names.filter((type) => chosen.has(type)).length;
        const all = names.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0);
        const mark = groups.marks[k];
        const unfolded = open.has(group) || (on > 0 && on < names.length);
        return (
          <div key={group} class="type-group">
            <label class="check">
              <Several checked={on === names.length} some={on > 0 && on < names.length} onChange={(checked) => set(names, checked)} />
              {mark === undefined ? null : <Glyph mark={mark} size={14} />}
              <span>{mark?.label ?? group}</span>
              <span class="count">{all.toLocaleString("en")}</span>
            </label>
            <button type="button" aria-expanded={unfolded} aria-label={`Kinds of: ${mark?.label ?? group}`} onClick={() => setOpen(toggled(open, group))}>
              ›
            </button>
            {unfolded &&
              types.map(({ type }) => (
                <label key={type} class="check kind">
                  <input type="checkbox" checked={chosen.has(type)} onChange={(event) => set([type], event.currentTarget.checked)} />
                  <span>{summary.vocabulary[type]?.label ?? type}</span>
                  <span class="count">{(counts.get(type) ?? 0).toLocaleString("en")}</span>
                </label>
              ))}
          </div>
        );
      })}
    </fieldset>
  );
}

function toggled(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(names);
  if (!next.delete(name)) next.add(name);
  return next;
}

/** A box for several at once: checked, unchecked, or some. */
function Several({ checked, some, onChange }: { checked: boolean; some: boolean; onChange: (checked: boolean) => void }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = some;
  }, [some]);
  return <input ref={box} type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />;
}
