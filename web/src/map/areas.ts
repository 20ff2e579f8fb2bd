/** Places that are no points: their outline, and the number of events on the outline, where nobody takes it for a place. */

import type { Geometry, Position } from "geojson";
import { type Columns, mercator } from "../overview/columns";
import { type Drawn, worldPart } from "./clusters";
import type { Colours } from "./colours";
import { at, type Frame, isFree, isOff, type Spot } from "./frame";
import { pill, short } from "./signs";

/** Whether it is drawn as an outline of its own. */
export function isOutline(one: Drawn): boolean {
  return one.kind === "area" || one.kind === "shape";
}

/** How far the place of an outline reaches, in kilometres. */
export function radiusOf(columns: Columns, one: Drawn): number {
  return columns.sites[one.site]?.radiusKm ?? 0;
}

/** How many events are told only for areas larger than what is seen: they are drawn nowhere, and said beside the map. */
export function widerThan(frame: Frame, columns: Columns, drawn: readonly Drawn[]): number {
  let count = 0;
  for (const one of drawn) if (one.kind === "area" && tooWide(frame, columns, one)) count += one.count;
  return count;
}

/** A place that is no point: its outline, and the number of events on the outline, where nobody takes it for a place. */
export function paintArea(
  ctx: CanvasRenderingContext2D,
  frame: Frame,
  columns: Columns,
  one: Drawn,
  colours: Colours,
  lit: boolean,
  taken: readonly Spot[],
): Spot | null {
  const site = columns.sites[one.site];
  if (site === undefined) return null;
  const colour = colours.groups[one.groups.indexOf(Math.max(...one.groups))] as string;
  let chip: { x: number; y: number };
  ctx.beginPath();
  if (site.geometry === null) {
    if (tooWide(frame, columns, one)) return null;
    const { x, y } = at(frame, one);
    const r = worldPart(site.radiusKm, site.lat) * frame.world;
    if (isOff(frame, x, y, r)) return null;
    ctx.arc(x, y, r, 0, Math.PI * 2);
    chip = onRim(frame, x, y, r, taken);
  } else {
    const corners = outline(ctx, frame, site.geometry);
    const free = corners.find((corner) => isFree(frame, corner, taken)) ?? besideOf(frame, corners, taken) ?? corners[0];
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
  return pill(ctx, chip.x, chip.y, short(one.count), colour, one.contested > 0, colours);
}

function tooWide(frame: Frame, columns: Columns, one: Drawn): boolean {
  const site = columns.sites[one.site];
  if (site === undefined || site.geometry !== null) return false;
  const r = worldPart(site.radiusKm, site.lat) * frame.world;
  const { x, y } = at(frame, one);
  // Wider than the view, or with its whole rim outside of it: no line of it would be seen.
  const { margin, width, height } = frame;
  const corner = Math.max(...[margin, width - margin].flatMap((a) => [margin, height - margin].map((b) => Math.hypot(x - a, y - b))));
  return r > (Math.max(width, height) - 2 * margin) * 0.75 || r > corner;
}

/** Degrees from the top at which a sign may stand on a rim, the best first. */
const TURNS = [0, 25, -25, 50, -50, 75, -75, 100, -100, 130, -130, 160, -160, 180];

/** A spot of a circle's rim that is in view and where nothing is yet: its top, or the nearest to it; else just off it. */
function onRim(frame: Frame, x: number, y: number, r: number, taken: readonly Spot[]): { x: number; y: number } {
  const around = (reach: number) =>
    TURNS.map((turn) => ({ x: x + reach * Math.sin((turn * Math.PI) / 180), y: y - reach * Math.cos((turn * Math.PI) / 180) }));
  const rim = around(r);
  const free = [...rim, ...around(r + 12), ...around(r + 24)].find((spot) => isFree(frame, spot, taken));
  return free ?? rim.find((spot) => isFree(frame, spot, [])) ?? { x, y: y - r };
}

/** A spot near one of the corners, where none of these is free: a long border is looked at here and there only. */
function besideOf(frame: Frame, corners: readonly { x: number; y: number }[], taken: readonly Spot[]): { x: number; y: number } | undefined {
  const apart = Math.ceil(corners.length / 24);
  const some = corners.filter((_, k) => k % apart === 0);
  for (const off of [22, 36])
    for (const { x, y } of some)
      for (const [across, down] of [[0, -1], [1, 0], [0, 1], [-1, 0], [0.7, -0.7], [-0.7, -0.7]] as const) {
        const spot = { x: x + across * off, y: y + down * off };
        if (isFree(frame, spot, taken)) return spot;
      }
  return undefined;
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
