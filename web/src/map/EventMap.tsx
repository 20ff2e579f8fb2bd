import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Map as MapLibre } from "maplibre-gl";
import { theme } from "../app/theme";
import { type Columns, mercator } from "../overview/columns";
import type { HeldPlace } from "../overview/control";
import type { Groups } from "../overview/groups";
import { type Bounds, bulk, type Camera, latitude, longitude } from "./camera";
import { layout, level, type Layout, WORLD } from "./clusters";
import { widerThan } from "./areas";
import { coloursOf } from "./colours";
import type { Frame, Target } from "./frame";
import { paintControl } from "./held";
import { type Name, paintNames } from "./labels";
import { openMap } from "./open";
import { paintEvents } from "./paint";
import { MARGIN, Sheet } from "./sheet";

/** What lies in view, in Web Mercator: x0, y0, x1, y1. */
export type Box = readonly [number, number, number, number];

export interface MapProps {
  readonly columns: Columns;
  readonly passing: Int32Array;
  readonly groups: Groups;
  readonly groupOf: Uint8Array;
  /** Where to look at first; null for the bulk of the events. */
  readonly camera: Camera | null;
  /** Where the case lies: looked at where no event has a place. */
  readonly bounds: Bounds | null;
  readonly onMove: (camera: Camera, box: Box) => void;
  /** The places that were clicked: indices into the columns' sites. */
  readonly onPick: (sites: readonly number[]) => void;
  readonly onHover: (sites: readonly number[], x: number, y: number) => void;
  /** The site to be lit, from the table. */
  readonly lit: number | null;
  readonly names: readonly Name[];
  readonly showEvents: boolean;
  readonly control: readonly HeldPlace[] | null;
  readonly holders: readonly string[];
  readonly onWide: (count: number) => void;
}

/** Closer than this a click on a heap opens it instead of coming closer. */
const CLOSE = 11;
/** From this zoom on the names of countries make room for those of towns. */
const TOWNS = 6.5;

/** The map: a basemap that pans and zooms, and on it one canvas with all that the case tells. */
export function EventMap(props: MapProps) {
  const { columns, passing, groups, groupOf } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const map = useRef<MapLibre | null>(null);
  const sheet = useRef<Sheet | null>(null);
  const [zoomLevel, setZoomLevel] = useState(-1);
  const [failed, setFailed] = useState<string | null>(null);
  const told = useRef(props);
  told.current = props;

  const colours = useMemo(() => coloursOf(groups, props.holders), [groups, props.holders, theme.value]);
  const laid = useMemo<Layout>(
    () => (zoomLevel < 0 || !props.showEvents ? { drawn: [], drawnIn: new Int32Array(0) } : layout(columns, passing, groupOf, groups.names.length, zoomLevel)),
    [columns, passing, groupOf, groups, zoomLevel, props.showEvents],
  );
  const drawing = useRef({ laid, colours, targets: [] as Target[], wide: -1 });
  drawing.current.laid = laid;
  drawing.current.colours = colours;

  const paint = useRef((ctx: CanvasRenderingContext2D, frame: Frame) => {
    const now = told.current;
    const state = drawing.current;
    if (now.control !== null) paintControl(ctx, frame, now.control, state.colours);
    const lit = now.lit === null ? null : (state.laid.drawnIn[now.lit] ?? null);
    state.targets = paintEvents(ctx, frame, now.columns, state.laid.drawn, now.groups.marks, state.colours, lit === -1 ? null : lit);
    const near = frame.world >= WORLD * 2 ** TOWNS;
    paintNames(ctx, frame, near ? now.names.filter((name) => !name.country) : now.names, state.targets, state.colours);
    const wide = widerThan(frame, now.columns, state.laid.drawn);
    if (wide === state.wide) return;
    state.wide = wide;
    now.onWide(wide);
  }).current;

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let gone = false;
    openMap(element, props.camera === null ? { bounds: bulk(columns) ?? props.bounds } : { camera: props.camera }).then(
      (open) => {
        const drawnOn = canvas.current;
        // The reader may have left before the map was there.
        if (gone || drawnOn === null) return open.remove();
        map.current = open;
        const over = new Sheet(drawnOn, open, paint);
        sheet.current = over;
        const moved = () => {
          const centre = open.getCenter();
          setZoomLevel(level(open.getZoom()));
          told.current.onMove({ lon: centre.lng, lat: centre.lat, zoom: open.getZoom() }, seen(element, open));
        };
        open.on("move", () => {
          const now = level(open.getZoom());
          setZoomLevel((before) => (before === now ? before : now));
          over.follow();
        });
        open.on("moveend", () => over.draw());
        open.on("moveend", moved);
        open.on("resize", () => over.draw());
        open.on("click", ({ point }) => click.current(point.x + MARGIN, point.y + MARGIN));
        moved();
        over.draw();
      },
      (error: unknown) => !gone && setFailed(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
      map.current?.remove();
      map.current = null;
      sheet.current = null;
    };
    // The map is opened once; where it looks then is its own.
  }, []);

  useLayoutEffect(() => sheet.current?.draw(), [laid, colours, props.lit, props.names, props.control]);
  useEffect(() => {
    const open = map.current;
    if (open !== null) void import("./style").then(({ recolour }) => recolour(open));
  }, [theme.value]);
  useEffect(() => {
    void document.fonts?.ready.then(() => sheet.current?.draw());
  }, []);

  const under = (x: number, y: number): Target | null =>
    drawing.current.targets.findLast((target) => Math.hypot(target.x - x, target.y - y) <= target.reach) ?? null;
  const sitesIn = (target: Target): number[] => {
    const sites: number[] = [];
    drawing.current.laid.drawnIn.forEach((index, site) => index === target.index && sites.push(site));
    return sites;
  };
  const click = useRef((_x: number, _y: number) => {});
  click.current = (x, y) => {
    const target = under(x, y);
    const open = map.current;
    if (open === null) return;
    if (target === null) return props.onPick([]);
    const sites = sitesIn(target);
    if (sites.length === 1 || open.getZoom() >= CLOSE) return props.onPick(sites);
    const xs = sites.map((site) => columns.sites[site]?.x ?? 0);
    const ys = sites.map((site) => columns.sites[site]?.y ?? 0);
    open.fitBounds([longitude(Math.min(...xs)), latitude(Math.max(...ys)), longitude(Math.max(...xs)), latitude(Math.min(...ys))], {
      padding: 60,
      maxZoom: Math.max(CLOSE, open.getZoom() + 1),
      animate: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    });
  };
  const onMouseMove = (event: MouseEvent) => {
    const rect = (canvas.current as HTMLCanvasElement).getBoundingClientRect();
    const [x, y] = [event.clientX - rect.left, event.clientY - rect.top];
    const target = event.buttons === 0 ? under(x, y) : null;
    if (map.current !== null) map.current.getCanvas().style.cursor = target === null ? "" : "pointer";
    props.onHover(target === null ? [] : sitesIn(target), x - MARGIN, y - MARGIN);
  };

  return (
    <div class="map" onMouseMove={onMouseMove} onMouseLeave={() => props.onHover([], 0, 0)}>
      <div class="map-base" ref={box} />
      <canvas class="map-events" ref={canvas} aria-hidden="true" />
      {failed === null ? null : (
        <p class="map-failed" role="alert">
          The map cannot be drawn here ({failed}). The list has everything that would be on it.
        </p>
      )}
    </div>
  );
}

function seen(element: HTMLElement, map: MapLibre): Box {
  const world = WORLD * 2 ** map.getZoom();
  const { lng, lat } = map.getCenter();
  const { x, y } = mercator(lng, lat);
  const dx = element.clientWidth / 2 / world;
  const dy = element.clientHeight / 2 / world;
  return [x - dx, y - dy, x + dx, y + dy];
}
