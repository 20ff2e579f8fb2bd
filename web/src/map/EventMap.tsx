import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Map as MapLibre } from "maplibre-gl";
import { theme } from "../app/theme";
import { mercator, type Columns } from "../overview/columns";
import type { HeldPlace } from "../overview/control";
import type { Groups } from "../overview/groups";
import { bulk, type Camera, latitude, longitude } from "./camera";
import { layout, level, type Layout, WORLD } from "./clusters";
import { type Colours, type Frame, type Name, paintControl, paintEvents, paintNames, type Target, widerThan } from "./paint";
import { holderToken, resolved } from "./palette";
import { openMap } from "./open";

/** What lies in view, in Web Mercator: x0, y0, x1, y1. */
export type Box = readonly [number, number, number, number];

export interface MapProps {
  readonly columns: Columns;
  readonly passing: Int32Array;
  readonly groups: Groups;
  readonly groupOf: Uint8Array;
  /** Where to look at first; null for the bulk of the events. */
  readonly camera: Camera | null;
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

/** The map: a basemap that pans and zooms, and on it one canvas with all that the case tells. */
export function EventMap(props: MapProps) {
  const { columns, passing, groups, groupOf } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const map = useRef<MapLibre | null>(null);
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

  const draw = useRef(() => {
    const element = canvas.current;
    const open = map.current;
    if (element === null || open === null) return;
    const now = told.current;
    const state = drawing.current;
    const frame = fit(element, open);
    const ctx = element.getContext("2d");
    if (ctx === null) return;
    ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    ctx.clearRect(0, 0, frame.width, frame.height);
    if (now.control !== null) paintControl(ctx, frame, now.control, state.colours);
    const lit = now.lit === null ? null : (state.laid.drawnIn[now.lit] ?? null);
    state.targets = paintEvents(ctx, frame, now.columns, state.laid.drawn, now.groups.marks, state.colours, lit === -1 ? null : lit);
    paintNames(ctx, frame, now.names.filter((name) => name.country === open.getZoom() < 6.5 || !name.country), state.targets, state.colours);
    const wide = widerThan(frame, now.columns, state.laid.drawn);
    if (wide !== state.wide) {
      state.wide = wide;
      now.onWide(wide);
    }
  }).current;

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let gone = false;
    openMap(element, props.camera === null ? { bounds: bulk(columns) } : { camera: props.camera }).then(
      (open) => {
        if (gone) return open.remove();
        map.current = open;
        const moved = () => {
          const centre = open.getCenter();
          setZoomLevel(level(open.getZoom()));
          told.current.onMove({ lon: centre.lng, lat: centre.lat, zoom: open.getZoom() }, seen(element, open));
        };
        open.on("move", () => {
          const now = level(open.getZoom());
          setZoomLevel((before) => (before === now ? before : now));
          draw();
        });
        open.on("moveend", moved);
        open.on("resize", draw);
        open.on("click", ({ point }) => click.current(point.x, point.y));
        moved();
        draw();
      },
      (error: unknown) => !gone && setFailed(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
      map.current?.remove();
      map.current = null;
    };
    // The map is opened once; where it looks then is its own.
  }, []);

  useLayoutEffect(draw, [laid, colours, props.lit, props.names, props.control]);
  useEffect(() => {
    const open = map.current;
    if (open !== null) void import("./style").then(({ recolour }) => recolour(open));
  }, [theme.value]);
  useEffect(() => {
    const change = () => draw();
    void document.fonts?.ready.then(change);
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
    const target = under(x, y);
    if (map.current !== null) map.current.getCanvas().style.cursor = target === null ? "" : "pointer";
    props.onHover(target === null ? [] : sitesIn(target), x, y);
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

function coloursOf(groups: Groups, holders: readonly string[]): Colours {
  const tokens = groups.marks.map((mark) => mark.token);
  const found = resolved([...tokens, "--paper", "--ink", "--ink-2", "--dispute", ...holders.map((_, k) => holderToken(k))]);
  return {
    paper: found["--paper"] as string,
    ink: found["--ink"] as string,
    soft: found["--ink-2"] as string,
    dispute: found["--dispute"] as string,
    groups: tokens.map((token) => found[token] as string),
    holders: new Map(holders.map((name, k) => [name, found[holderToken(k)] as string])),
  };
}

function fit(canvas: HTMLCanvasElement, map: MapLibre): Frame {
  const { clientWidth: width, clientHeight: height } = canvas;
  const wide = Math.round(width * devicePixelRatio);
  const high = Math.round(height * devicePixelRatio);
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  const world = WORLD * 2 ** map.getZoom();
  const { lng, lat } = map.getCenter();
  const centre = mercator(lng, lat);
  return { world, left: width / 2 - centre.x * world, top: height / 2 - centre.y * world, width, height };
}

function seen(element: HTMLElement, map: MapLibre): Box {
  const world = WORLD * 2 ** map.getZoom();
  const { lng, lat } = map.getCenter();
  const { x, y } = mercator(lng, lat);
  const dx = element.clientWidth / 2 / world;
  const dy = element.clientHeight / 2 / world;
  return [x - dx, y - dy, x + dx, y + dy];
}
