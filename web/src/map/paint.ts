/** Draws marks, clusters, areas, names and control over the basemap, on one canvas, from what is laid out. */

import type { Geometry, Position } from "geojson";
import type { Columns } from "../overview/columns";
import { mercator } from "../overview/columns";
import type { HeldPlace } from "../overview/control";
import { clusterRadius, type Drawn, worldPart } from "./clusters";
import { trace, type Mark } from "./palette";

export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly dispute: string;
  readonly groups: readonly string[];
  readonly holders: ReadonlyMap<string, string>;
}

/** Where the world lies on the canvas: `x * world + left` is a pixel. */
export interface Frame {
  readonly world: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Name {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Countries before towns; the larger, the earlier. */
  readonly rank: number;
  readonly country: boolean;
}

/** What is on the canvas and can be pointed at. */
export interface Target {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  readonly index: number;
}

/** A piece of the canvas that something is drawn on. */
type Spot = Omit<Target, "index">;

const FONT = '"Source Sans 3 Variable", "Noto Sans Arabic Variable", "Helvetica Neue", Arial, sans-serif';

/** Draw who is told to hold what. A place whose telling is older than the day is drawn fainter, the older the fainter. */
export function paintControl(ctx: CanvasRenderingContext2D, frame: Frame, places: readonly HeldPlace[], colours: Colours): void {
  for (const place of places) {
    const { x, y } = at(frame, mercator(place.lon, place.lat));
    const r = Math.max(13, worldPart(place.radiusKm, place.lat) * frame.world);
    if (x < -r || y < -r || x > frame.width + r || y > frame.height + r || r > frame.width) continue;
    const share = (Math.PI * 2) / place.held.length;
    place.held.forEach((held, k) => {
      const colour = colours.holders.get(held.span.holder ?? "") ?? colours.soft;
      const faint = held.age === 0 ? 1 : Math.max(0.25, 0.7 - held.age / 200);
      ctx.beginPath();
      if (place.held.length > 1) ctx.moveTo(x, y);
      ctx.arc(x, y, r, share * k - Math.PI / 2, share * (k + 1) - Math.PI / 2);
      ctx.closePath();
      ctx.globalAlpha = 0.34 * faint;
      ctx.fillStyle = colour;
      ctx.fill();
      ctx.globalAlpha = 0.9 * faint;
      ctx.lineWidth = 1.6;
      ctx.strokeStyle = colour;
      ctx.setLineDash(held.age === 0 ? [] : [3, 3]);
      ctx.stroke();
    });
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

/** Draw events, areas beneath marks. Returns what can be pointed at, the topmost last. */
export function paintEvents(
  ctx: CanvasRenderingContext2D,
  frame: Frame,
  columns: Columns,
  drawn: readonly Drawn[],
  marks: readonly Mark[],
  colours: Colours,
  lit: number | null,
): Target[] {
  const targets: Target[] = [];
  const order = drawn.map((_, k) => k).filter((k) => isOutline(drawn[k] as Drawn));
  order.sort((a, b) => radiusOf(columns, drawn[b] as Drawn) - radiusOf(columns, drawn[a] as Drawn));
  const taken = drawn.filter((one) => !isOutline(one)).map((one) => ({ ...at(frame, one), reach: clusterRadius(one.count) + 3 }));
  for (const index of order) {
    const target = paintArea(ctx, frame, columns, drawn[index] as Drawn, colours, lit === index, taken);
    if (target === null) continue;
    targets.push({ ...target, index });
    taken.push(target);
  }
  drawn.forEach((one, index) => {
    if (isOutline(one)) return;
    const { x, y } = at(frame, one);
    const r = clusterRadius(one.count);
    if (x < -r || y < -r || x > frame.width + r || y > frame.height + r) return;
    if (one.kind === "areas") paintAreas(ctx, x, y, one, colours);
    else if (one.kind === "mark") paintMark(ctx, x, y, r, one, marks, colours);
    else paintCluster(ctx, x, y, r, one, colours);
    if (lit === index) {
      ctx.beginPath();
      ctx.arc(x, y, r + 4, 0, Math.PI * 2);
      ctx.lineWidth = 2;
      ctx.strokeStyle = colours.ink;
      ctx.stroke();
    }
    targets.push({ x, y, reach: r + 3, index });
  });
  return targets;
}

/** How many events are told only for areas larger than what is seen: they are drawn nowhere, and said beside the map. */
export function widerThan(frame: Frame, columns: Columns, drawn: readonly Drawn[]): number {
  let count = 0;
  for (const one of drawn) if (one.kind === "area" && tooWide(frame, columns, one)) count += one.count;
  return count;
}

/** Write names where there is room, the highest rank first; none over another or over a mark. */
export function paintNames(ctx: CanvasRenderingContext2D, frame: Frame, names: readonly Name[], targets: readonly Target[], colours: Colours): void {
  const taken: [number, number, number, number][] = targets.map(({ x, y, reach }) => [x - reach, y - reach, x + reach, y + reach]);
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const name of names) {
    const { x, y } = at(frame, name);
    if (x < 0 || y < 0 || x > frame.width || y > frame.height) continue;
    ctx.font = name.country ? `600 11px ${FONT}` : `500 12px ${FONT}`;
    const text = name.country ? name.text.toUpperCase() : name.text;
    ctx.letterSpacing = name.country ? "1px" : "0px";
    const width = ctx.measureText(text).width;
    const spots: [number, number][] = name.country ? [[x - width / 2, y]] : [[x + 11, y], [x - width - 11, y], [x - width / 2, y + 18], [x - width / 2, y - 18]];
    const spot = spots.find(([left, middle]) => !taken.some(([a, b, c, d]) => left - 2 < c && left + width + 2 > a && middle - 8 < d && middle + 8 > b));
    if (spot === undefined) continue;
    taken.push([spot[0] - 2, spot[1] - 8, spot[0] + width + 2, spot[1] + 8]);
    ctx.lineWidth = 3;
    ctx.strokeStyle = colours.paper;
    ctx.globalAlpha = 0.85;
    ctx.strokeText(text, spot[0], spot[1]);
    ctx.globalAlpha = 1;
    ctx.fillStyle = name.country ? colours.soft : colours.ink;
    ctx.fillText(text, spot[0], spot[1]);
  }
  ctx.letterSpacing = "0px";
}

function isOutline(one: Drawn): boolean {
  return one.kind === "area" || one.kind === "shape";
}

/** Several areas at once: their number on a dashed sign, which is no spot. */
function paintAreas(ctx: CanvasRenderingContext2D, x: number, y: number, one: Drawn, colours: Colours): void {
  const colour = colours.groups[one.groups.indexOf(Math.max(...one.groups))] as string;
  ctx.setLineDash([3, 2]);
  pill(ctx, x, y, short(one.count), colour, one.contested > 0, colours);
}

function at(frame: Frame, point: { x: number; y: number }): { x: number; y: number } {
  return { x: point.x * frame.world + frame.left, y: point.y * frame.world + frame.top };
}

function radiusOf(columns: Columns, one: Drawn): number {
  return columns.sites[one.site]?.radiusKm ?? 0;
}

function tooWide(frame: Frame, columns: Columns, one: Drawn): boolean {
  const site = columns.sites[one.site];
  if (site === undefined || site.geometry !== null) return false;
  const r = worldPart(site.radiusKm, site.lat) * frame.world;
  const { x, y } = at(frame, one);
  // Wider than the view, or with its whole rim outside of it: no line of it would be seen.
  const corner = Math.max(...[0, frame.width].flatMap((a) => [0, frame.height].map((b) => Math.hypot(x - a, y - b))));
  return r > Math.max(frame.width, frame.height) * 0.75 || r > corner;
}

function paintMark(ctx: CanvasRenderingContext2D, x: number, y: number, r: number, one: Drawn, marks: readonly Mark[], colours: Colours): void {
  const group = one.groups.findIndex((n) => n > 0);
  const mark = marks[group] as Mark;
  const colour = colours.groups[group] as string;
  ctx.beginPath();
  trace(ctx, mark.shape, x, y, r);
  ctx.lineWidth = mark.shape === "ring" ? 5 : 3;
  ctx.strokeStyle = colours.paper;
  ctx.stroke();
  if (mark.shape === "ring") {
    ctx.lineWidth = 3;
    ctx.strokeStyle = colour;
    ctx.stroke();
  } else {
    ctx.fillStyle = colour;
    ctx.fill();
  }
  if (one.contested > 0) flag(ctx, x + r, y - r, colours);
}

/** A ring with a share for each group, and the number in it. */
function paintCluster(ctx: CanvasRenderingContext2D, x: number, y: number, r: number, one: Drawn, colours: Colours): void {
  ctx.beginPath();
  ctx.arc(x, y, r + 1, 0, Math.PI * 2);
  ctx.fillStyle = colours.paper;
  ctx.fill();
  const width = Math.max(3.5, r * 0.24);
  let from = -Math.PI / 2;
  one.groups.forEach((n, group) => {
    if (n === 0) return;
    const to = from + (n / one.count) * Math.PI * 2;
    ctx.beginPath();
    ctx.arc(x, y, r - width / 2, from, to);
    ctx.lineWidth = width;
    ctx.strokeStyle = colours.groups[group] as string;
    ctx.stroke();
    from = to;
  });
  ctx.font = `600 ${r < 14 ? 11 : 12}px ${FONT}`;
  ctx.fillStyle = colours.ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(short(one.count), x, y + 0.5);
  ctx.textAlign = "start";
  if (one.contested > 0) flag(ctx, x + r * 0.72, y - r * 0.72, colours);
}

/** A place that is no point: its outline, and the number of events on the outline, where nobody takes it for a place. */
function paintArea(
  ctx: CanvasRenderingContext2D,
  frame: Frame,
  columns: Columns,
  one: Drawn,
  colours: Colours,
  lit: boolean,
  taken: readonly Spot[],
): Omit<Target, "index"> | null {
  const site = columns.sites[one.site];
  if (site === undefined) return null;
  const colour = colours.groups[one.groups.indexOf(Math.max(...one.groups))] as string;
  let chip: { x: number; y: number };
  ctx.beginPath();
  if (site.geometry === null) {
    if (tooWide(frame, columns, one)) return null;
    const { x, y } = at(frame, one);
    const r = worldPart(site.radiusKm, site.lat) * frame.world;
    if (x < -r || y < -r || x > frame.width + r || y > frame.height + r) return null;
    ctx.arc(x, y, r, 0, Math.PI * 2);
    chip = onRim(frame, x, y, r, taken);
  } else {
    const corners = outline(ctx, frame, site.geometry);
    const free = corners.find((corner) => isFree(frame, corner, taken)) ?? corners[0];
    if (free === undefined) return null;
    chip = free;
  }
  if (site.geometry === null || !site.geometry.type.endsWith("LineString")) {
    ctx.globalAlpha = lit ? 0.16 : 0.06;
    ctx.fillStyle = colour;
    ctx.fill();
  }
  ctx.globalAlpha = lit ? 1 : 0.75;
  ctx.strokeStyle = colour;
  ctx.lineWidth = lit ? 2.2 : 1.3;
  ctx.setLineDash([5, 4]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
  return { ...pill(ctx, chip.x, chip.y, short(one.count), colour, one.contested > 0, colours) };
}

/** A spot of a circle's rim that is in view and where nothing is yet: its top, or the nearest to it. */
function onRim(frame: Frame, x: number, y: number, r: number, taken: readonly Spot[]): { x: number; y: number } {
  const rim = [0, 25, -25, 50, -50, 75, -75, 100, -100, 130, -130, 160, -160, 180].map((turn) => {
    const angle = ((turn - 90) * Math.PI) / 180;
    return { x: x + r * Math.cos(angle), y: y + r * Math.sin(angle) };
  });
  return rim.find((spot) => isFree(frame, spot, taken)) ?? rim.find((spot) => isFree(frame, spot, [])) ?? { x, y: y - r };
}

function isFree(frame: Frame, { x, y }: { x: number; y: number }, taken: readonly Spot[]): boolean {
  if (x < 14 || x > frame.width - 14 || y < 14 || y > frame.height - 14) return false;
  return !taken.some((one) => Math.hypot(one.x - x, one.y - y) < one.reach + 13);
}

/** Put a shape on the path. Returns its corners: its sign stands on one of them. */
function outline(ctx: CanvasRenderingContext2D, frame: Frame, geometry: Geometry): { x: number; y: number }[] {
  const corners: { x: number; y: number }[] = [];
  const line = (positions: readonly Position[], close: boolean): void => {
    positions.forEach(([lon, lat], k) => {
      const spot = at(frame, mercator(lon as number, lat as number));
      corners.push(spot);
      if (k === 0) ctx.moveTo(spot.x, spot.y);
      else ctx.lineTo(spot.x, spot.y);
    });
    if (close) ctx.closePath();
  };
  if (geometry.type === "LineString") line(geometry.coordinates, false);
  else if (geometry.type === "MultiLineString") for (const one of geometry.coordinates) line(one, false);
  else if (geometry.type === "Polygon") for (const ring of geometry.coordinates) line(ring, true);
  else if (geometry.type === "MultiPolygon") for (const rings of geometry.coordinates) for (const ring of rings) line(ring, true);
  return corners;
}

function pill(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  text: string,
  colour: string,
  contested: boolean,
  colours: Colours,
): { x: number; y: number; reach: number } {
  ctx.font = `600 11px ${FONT}`;
  const half = Math.max(10, ctx.measureText(text).width / 2 + 6);
  ctx.beginPath();
  ctx.roundRect(x - half, y - 9, half * 2, 18, 3);
  ctx.fillStyle = colours.paper;
  ctx.fill();
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = colour;
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = colours.ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, x, y + 0.5);
  ctx.textAlign = "start";
  if (contested) flag(ctx, x + half, y - 9, colours);
  return { x, y, reach: half + 2 };
}

/** The sign that sources contradict each other about something in it. */
function flag(ctx: CanvasRenderingContext2D, x: number, y: number, colours: Colours): void {
  ctx.beginPath();
  ctx.arc(x, y, 4.2, 0, Math.PI * 2);
  ctx.fillStyle = colours.dispute;
  ctx.fill();
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = colours.paper;
  ctx.stroke();
}

function short(count: number): string {
  if (count < 1000) return String(count);
  return count < 10_000 ? `${(count / 1000).toFixed(1)}k` : `${Math.round(count / 1000)}k`;
}
