/** Where the map looks: from the address, or over the bulk of what there is. */

import type { Columns } from "../overview/columns";

export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** `32.5,46.6,7.25` as a camera; null where it is none. */
export function readCamera(text: string | null): Camera | null {
  if (text === null) return null;
  const [lon, lat, zoom, ...more] = text.split(",").map(Number);
  if (lon === undefined || lat === undefined || zoom === undefined || more.length > 0) return null;
  if (![lon, lat, zoom].every(Number.isFinite) || Math.abs(lon) > 180 || Math.abs(lat) > 85 || zoom < 0 || zoom > 20) return null;
  return { lon, lat, zoom };
}

/** A camera as it stands in the address: about a pixel exact. */
export function writeCamera({ lon, lat, zoom }: Camera): string {
  const digits = Math.max(2, Math.ceil(zoom / 3) + 1);
  return `${lon.toFixed(digits)},${lat.toFixed(digits)},${zoom.toFixed(2)}`;
}

/**
 * What most events lie in, each event counted: a place that is told once, far off, does not shrink the rest to a dot.
 * Null where nothing has a place.
 */
export function bulk(columns: Columns): Bounds | null {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < columns.count; i++) {
    const at = columns.sites[columns.site[i] as number];
    if (at === undefined) continue;
    xs.push(at.x);
    ys.push(at.y);
  }
  if (xs.length === 0) return null;
  const [west, east] = stretch(xs);
  const [north, south] = stretch(ys);
  return [longitude(west), latitude(south), longitude(east), latitude(north)];
}

/** From the first to the last, or the part in which nearly all lie where that is less than a third of it. */
function stretch(values: number[]): [number, number] {
  values.sort((a, b) => a - b);
  const cut = values.length < 12 ? 0 : Math.floor(values.length * 0.05);
  const all: [number, number] = [values[0] as number, values.at(-1) as number];
  const most: [number, number] = [values[cut] as number, values[values.length - 1 - cut] as number];
  return most[1] - most[0] < (all[1] - all[0]) / 3 ? most : all;
}

export function longitude(x: number): number {
  return (x - 0.5) * 360;
}

export function latitude(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
