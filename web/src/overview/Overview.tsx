import "./overview.css";
import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import { useAnswer, useEvery } from "../api/answer";
import { at } from "../api/client";
import type { ControlSpan, EventPoints } from "../api/shapes";
import type { ViewProps } from "../app/views";
import { readCamera, writeCamera } from "../map/camera";
import { type Box, EventMap } from "../map/EventMap";
import { Glyph } from "../map/Glyph";
import { useNames } from "../map/names";
import { dayNumber } from "../parts/days";
import { Empty, Failure, Loading } from "../parts/State";
import { extent } from "../timeline/bins";
import { Timeline } from "../timeline/Timeline";
import { filtersSet, readFilters } from "../state/filters";
import { ActiveFilters } from "./ActiveFilters";
import { columnsOf } from "./columns";
import { heldOn, holdersOf } from "./control";
import { ControlBar } from "./ControlBar";
import { useDraft } from "./draft";
import { EventTable } from "./EventTable";
import { FilterPanel } from "./FilterPanel";
import { groupsOf } from "./groups";
import { HeldList, Hovered } from "./Hovered";
import { listed, ORDERS, readOrder, readPart, readSpot, spotOf } from "./listed";
import { select } from "./selection";

/** Where a case is entered: the map, the time, the list of its events, and what narrows them down. */
export default function Overview({ name, summary, search, change }: ViewProps) {
  const [query, update] = useDraft(search, change);
  const params = new URLSearchParams(query);
  const filters = readFilters(query);
  const { place, actor, speaker, modality, q, decided } = filters;
  const answer = useAnswer<EventPoints>(at(name, "events", "points"), { place, actor, speaker, modality, q, decided });
  const columns = useMemo(() => (answer.body === null ? null : columnsOf(answer.body)), [answer.body]);
  const groups = useMemo(() => groupsOf(summary), [summary]);
  const groupOf = useMemo(() => Uint8Array.from(columns?.types ?? [], (type) => groups.of(type)), [columns, groups]);
  const days = useMemo(() => (columns === null ? null : extent(columns)), [columns]);

  const [box, setBox] = useState<Box | null>(null);
  const inView = params.get("here") === "true";
  const chosen = useMemo(
    () =>
      columns === null
        ? null
        : select(columns, {
            types: new Set(filters.type),
            since: filters.since === null ? null : dayNumber(filters.since),
            until: filters.until === null ? null : dayNumber(filters.until),
            origins: filters.origins,
            contested: filters.contested,
            box: inView ? box : null,
          }),
    [columns, filters.type.join(" "), filters.since, filters.until, filters.origins, filters.contested, inView ? box : null],
  );

  const layer = params.get("layer") === "control" ? "control" : params.get("layer") === "both" ? "both" : "events";
  const known = params.get("known");
  const spans = useEvery<ControlSpan>(layer === "events" ? null : at(name, "control"), { known, limit: 500 });
  const span = days === null ? null : { first: params.get("axis") === "all" ? days.first : days.bulkFirst, last: params.get("axis") === "all" ? days.last : days.bulkLast };
  const valid = params.get("valid");
  const day = valid !== null ? dayNumber(valid) : (span?.last ?? null);
  const told = useMemo(() => spans.body?.items ?? [], [spans.body]);
  const holders = useMemo(() => holdersOf(told), [told]);
  const held = useMemo(() => (layer === "events" || day === null ? null : heldOn(told, day)), [told, day, layer]);

  const names = useNames(name);
  const [pointed, setPointed] = useState<number | null>(null);
  const [hover, setHover] = useState<{ sites: readonly number[]; x: number; y: number }>({ sites: [], x: 0, y: 0 });
  const [wide, setWide] = useState(0);
  const spot = readSpot(params.get("spot"));
  const part = readPart(params.get("part"));
  const order = readOrder(params.get("order"));
  const shown = useMemo(
    () => (columns === null || chosen === null ? null : listed(columns, chosen.passing, { spot, part, order })),
    [columns, chosen, params.get("spot"), part, order],
  );
  const camera = useRef(readCamera(params.get("map")));
  const first = useRef(true);
  const onMove = useCallback(
    (now: { lon: number; lat: number; zoom: number }, seen: Box) => {
      setBox(seen);
      // Where the map opens by itself is no choice of the reader's and does not belong into the address.
      if (first.current) first.current = false;
      else update({ map: writeCamera(now) });
    },
    [update],
  );
  const under = useMemo(() => {
    if (columns === null || chosen === null || hover.sites.length === 0) return [];
    const sites = new Set(hover.sites);
    return Array.from(chosen.passing).filter((i) => sites.has(columns.site[i] as number));
  }, [columns, chosen, hover.sites]);

  if (answer.error !== null) return <Failure message={answer.error.message} hint={answer.error.hint} again={answer.again} />;
  if (columns === null || chosen === null || shown === null) return <Loading what="the events" />;
  if (columns.count === 0 && filtersSet(filters) === 0)
    return <Empty message="This case tells of no events." hint="Its documents and what could not be read are under Documents." />;

  const unplaced = chosen.unlocated;
  return (
    <div class="overview">
      <h1 class="visually-hidden">{summary.title}: overview</h1>
      <details class="overview-filters" open={matchMedia("(min-width: 64rem)").matches}>
        <summary>
          Filters{filtersSet(filters) > 0 && <span class="count">{filtersSet(filters)} set</span>}
        </summary>
        <FilterPanel name={name} summary={summary} filters={filters} columns={columns} selection={chosen} groups={groups} update={update} />
      </details>
      <div class="overview-map">
        <EventMap
          columns={columns}
          passing={chosen.passing}
          groups={groups}
          groupOf={groupOf}
          camera={camera.current}
          onMove={onMove}
          onPick={(sites) => update({ spot: sites.length === 0 ? null : spotOf(columns, sites[0] as number), part: null })}
          onHover={(sites, x, y) => setHover((before) => (sites.length === 0 && before.sites.length === 0 ? before : { sites, x, y }))}
          lit={pointed === null ? null : (columns.site[pointed] as number)}
          names={names}
          showEvents={layer !== "control"}
          control={held}
          holders={holders}
          onWide={setWide}
        />
        <Hovered name={name} columns={columns} events={under} groups={groups} x={hover.x} y={hover.y} />
        <div class="map-tools">
          <div class="segments" role="group" aria-label="What the map shows">
            {(["events", "control", "both"] as const).map((one) => (
              <button key={one} type="button" aria-pressed={layer === one} onClick={() => update({ layer: one === "events" ? null : one })}>
                {one === "events" ? "Events" : one === "control" ? "Control" : "Both"}
              </button>
            ))}
          </div>
          <label class="check">
            <input type="checkbox" checked={inView} onChange={(event) => update({ here: event.currentTarget.checked ? "true" : null })} />
            <span>Only what the map shows</span>
          </label>
        </div>
      </div>
      <ul class="map-legend" aria-label="Legend">
        {layer !== "control" &&
          groups.marks.map((mark, k) =>
            columns.types.some((_, t) => groupOf[t] === k && (chosen.byType[t] as number) > 0) ? (
              <li key={mark.label}>
                <Glyph mark={mark} size={12} /> {mark.label}
              </li>
            ) : null,
          )}
        {layer !== "control" && (
          <li>
            <i class="contested-dot" /> contested
          </li>
        )}
      </ul>
      <div class="overview-time">
        {span === null ? (
          <p class="note">No event of this selection has a date.</p>
        ) : (
          <Timeline
            columns={columns}
            events={chosen.anyTime}
            groups={groups}
            groupOf={groupOf}
            first={span.first}
            last={span.last}
            since={filters.since}
            until={filters.until}
            onRange={(since, until) => update({ since, until })}
            day={layer === "events" ? null : day}
          >
            {days !== null && days.outside > 0 && (
              <button type="button" class="plain" onClick={() => update({ axis: params.get("axis") === "all" ? null : "all" })}>
                {params.get("axis") === "all" ? "Only the dense part" : `${days.outside} dates lie outside: show all of time`}
              </button>
            )}
          </Timeline>
        )}
        {layer !== "events" && span !== null && day !== null && held !== null && (
          <>
            {spans.error !== null ? (
              <Failure message={spans.error.message} hint={spans.error.hint} again={spans.again} />
            ) : (
              <ControlBar spans={told} held={held} holders={holders} first={span.first} last={span.last} day={day} known={known} update={update} />
            )}
            <HeldList held={held} />
          </>
        )}
      </div>
      <section class="overview-list" aria-label="Events of the selection">
        <header>
          <p class="overview-count" role="status">
            <b>{shown.length.toLocaleString("en")}</b> {shown.length === 1 ? "event" : "events"}
            {shown.length !== columns.count && ` of ${columns.count.toLocaleString("en")}`}
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
            <Part label="not on the map" count={unplaced} on={part === "unlocated"} onToggle={(on) => update({ part: on ? "unlocated" : null, spot: null })} />
            <Part label="without a date" count={chosen.undated} on={part === "undated"} onToggle={(on) => update({ part: on ? "undated" : null, spot: null })} />
            {wide > 0 && layer !== "control" && <li class="note">{wide} told only for an area wider than this map</li>}
          </ul>
          {spot !== null && (
            <p class="spot">
              Only what was clicked on the map.{" "}
              <button type="button" class="plain" onClick={() => update({ spot: null })}>
                Show all
              </button>
            </p>
          )}
        </header>
        {shown.length === 0 ? (
          <Empty message="No event passes these filters." hint="Take one away, or clear all." />
        ) : (
          <EventTable name={name} columns={columns} listed={shown} groups={groups} onPoint={setPointed} />
        )}
      </section>
    </div>
  );
}

function Part({ label, count, on, onToggle }: { label: string; count: number; on: boolean; onToggle: (on: boolean) => void }) {
  if (count === 0 && !on) return null;
  return (
    <li>
      <button type="button" aria-pressed={on} onClick={() => onToggle(!on)}>
        {count.toLocaleString("en")} {label}
      </button>
    </li>
  );
}
