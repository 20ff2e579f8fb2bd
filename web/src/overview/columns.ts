/** The events of a case as typed columns: what map, timeline and filters work on, a hundred thousand at a time. */

import type { Geometry } from "geojson";
import type { EventPoints } from "../api/shapes";

/** A place that events share: a point with how far it may be off, or a line or area. Coordinates are Web Mercator, 0 to 1. */
export interface Site {
  readonly x: number;
  readonly y: number;
  readonly lat: number;
  /** How far the place may be from its point, or what it covers; 0 where nothing is told. */
  readonly radiusKm: number;
  readonly geometry: Geometry | null;
}

export interface Columns {
  readonly count: number;
  readonly types: readonly string[];
  /** The server's row number of each event. */
  readonly row: Int32Array;
  readonly type: Uint8Array;
  /** Index into `sites`; -1 for an event whose place is not told or cannot be located. */
  readonly site: Int32Array;
  readonly sites: readonly Site[];
  /** First and last day, from 1970-01-01; minus and plus infinity where that end is open. Both are where no day is told. */
  readonly since: Float64Array;
  readonly until: Float64Array;
  readonly origins: Uint16Array;
  readonly contested: Uint8Array;
  readonly claims: Uint16Array;
}

const MOST = 65535;

/** Longitude and latitude as Web Mercator from 0 to 1; the poles are cut off as the map cuts them. */
export function mercator(lon: number, lat: number): { x: number; y: number } {
  const held = Math.max(-85.0511, Math.min(85.0511, lat));
  const sine = Math.sin((held * Math.PI) / 180);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

/** Turn the server's columns into typed ones. */
export function columnsOf(points: EventPoints): Columns {
  const count = points.row.length;
  const sites: Site[] = [];
  const shapes = new Map<string, number>();
  const spots = new Map<number, number[]>();
  const site = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    const lat = points.lat[i] ?? null;
    const lon = points.lon[i] ?? null;
    if (lat === null || lon === null) continue;
    const radiusKm = points.radius[i] ?? 0;
    const geometry = (points.geometry[String(points.row[i])] ?? null) as Geometry | null;
    const make = () => sites.push({ ...mercator(lon, lat), lat, radiusKm, geometry }) - 1;
    if (geometry !== null) {
      const key = JSON.stringify(geometry);
      const there = shapes.get(key) ?? make();
      shapes.set(key, there);
      site[i] = there;
      continue;
    }
    // One number for both, exact to a metre: text as key would take longer than all the rest.
    const key = Math.round((lat + 90) * 1e5) * 4e7 + Math.round((lon + 180) * 1e5);
    const near = spots.get(key);
    let at = near?.find((one) => sites[one]?.radiusKm === radiusKm);
    if (at === undefined) {
      at = make();
      if (near === undefined) spots.set(key, [at]);
      else near.push(at);
    }
    site[i] = at;
  }
  return {
    count,
    types: points.types,
    row: Int32Array.from(points.row),
    type: Uint8Array.from(points.type),
    site,
    sites,
    since: Float64Array.from(points.since, (day) => day ?? -Infinity),
    until: Float64Array.from(points.until, (day) => day ?? Infinity),
    origins: Uint16Array.from(points.origins, (n) => Math.min(n, MOST)),
    contested: Uint8Array.from(points.contested),
    claims: Uint16Array.from(points.claims, (n) => Math.min(n, MOST)),
  };
}
