import "./overview.css";
import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import { useAnswer } from "../api/answer";
import { at } from "../api/client";
import type { EventPoints } from "../api/shapes";
import type { ViewProps } from "../app/views";
import { type Bounds, readCamera, writeCamera } from "../map/camera";
import { type Box, EventMap } from "../map/EventMap";
import { useNames } from "../map/names";
import { dayNumber } from "../parts/days";
import { Empty, Failure, Loading } from "../parts/State";
import { extent } from "../timeline/bins";
import { filtersSet, readFilters } from "../state/filters";
import { columnsOf } from "./columns";
import { readLayer } from "./control";
import { useControl } from "./controlShown";
import { useDraft } from "./draft";
import { EventTable } from "./EventTable";
import { FilterPanel } from "./FilterPanel";
import { groupsOf } from "./groups";
import { Hovered } from "./Hovered";
import { Legend } from "./Legend";
import { listed, readOrder, readPart, readSpot, spotOf } from "./listed";
import { ListHead } from "./ListHead";
import { MapTools } from "./MapTools";
import { select } from "./selection";
import { axisOf, TimeShown } from "./TimeShown";

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

  const layer = readLayer(params.get("layer"));
  const axis = params.get("axis") === "all" ? "all" : "dense";
  const control = useControl(name, params, layer, days === null ? null : axisOf(days, axis).last);

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
          bounds={summary.bounds as Bounds | null}
          onMove={onMove}
          onPick={(sites) => update({ spot: sites.length === 0 ? null : spotOf(columns, sites[0] as number), part: null })}
          onHover={(sites, x, y) => setHover((before) => (sites.length === 0 && before.sites.length === 0 ? before : { sites, x, y }))}
          lit={pointed === null ? null : (columns.site[pointed] as number)}
          names={names}
          showEvents={layer !== "control"}
          control={control.held}
          holders={control.holders}
          onWide={setWide}
        />
        <Hovered name={name} columns={columns} events={under} groups={groups} x={hover.x} y={hover.y} />
        <MapTools layer={layer} inView={inView} update={update} />
      </div>
      {layer !== "control" && <Legend summary={summary} groups={groups} />}
      <TimeShown columns={columns} chosen={chosen} groups={groups} groupOf={groupOf} days={days} axis={axis} filters={filters} control={control} update={update} />
      <section class="overview-list" aria-label="Events of the selection">
        <ListHead
          summary={summary}
          filters={filters}
          listed={shown.length}
          all={columns.count}
          order={order}
          part={part}
          unplaced={chosen.unlocated}
          undated={chosen.undated}
          wide={layer === "control" ? 0 : wide}
          spot={spot !== null}
          update={update}
        />
        {shown.length === 0 ? (
          <Empty message="No event passes these filters." hint="Take one away, or clear all." />
        ) : (
          <EventTable name={name} columns={columns} listed={shown} groups={groups} onPoint={setPointed} />
        )}
      </section>
    </div>
  );
}
