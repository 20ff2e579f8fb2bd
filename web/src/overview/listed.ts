/** What the list shows of the events that pass: all, those of one spot of the map, or those that the map cannot show. */

import { latitude, longitude } from "../map/camera";
import type { Columns } from "./columns";

export type Part = "unlocated" | "undated" | null;
export type Order = "time" | "newest" | "origins" | "contested";

export const ORDERS: Readonly<Record<Order, string>> = {
  time: "Oldest first",
  newest: "Newest first",
  origins: "Most origins first",
  contested: "Contested first",
};

/** A place as it stands in the address: longitude, latitude, radius. */
export interface Spot {
  readonly lon: number;
  readonly lat: number;
  readonly radiusKm: number;
}

/** The indices to be listed, in order. */
export function listed(columns: Columns, passing: Int32Array, told: { spot: Spot | null; part: Part; order: Order }): Int32Array {
  const { spot, part, order } = told;
  const sites = spot === null ? null : new Set(sitesAt(columns, spot));
  const kept =
    sites === null && part === null
      ? passing
      : passing.filter((i) => {
          if (sites !== null && !sites.has(columns.site[i] as number)) return false;
          if (part === "unlocated") return (columns.site[i] as number) < 0;
          if (part === "undated") return columns.since[i] === -Infinity && columns.until[i] === Infinity;
          return true;
        });
  if (order === "time") return kept;
  if (order === "newest") return kept.slice().reverse();
  return ranked(kept, order === "origins" ? columns.origins : columns.contested);
}

export function readOrder(text: string | null): Order {
  return text !== null && Object.hasOwn(ORDERS, text) ? (text as Order) : "time";
}

export function readPart(text: string | null): Part {
  return text === "unlocated" || text === "undated" ? text : null;
}

export function readSpot(text: string | null): Spot | null {
  const [lon, lat, radiusKm, ...more] = (text ?? "").split(",").map(Number);
  if (text === null || lon === undefined || lat === undefined || radiusKm === undefined || more.length > 0) return null;
  return [lon, lat, radiusKm].every(Number.isFinite) ? { lon, lat, radiusKm } : null;
}

/** A site as it stands in the address. */
export function spotOf(columns: Columns, site: number): string | null {
  const found = columns.sites[site];
  return found === undefined ? null : `${longitude(found.x).toFixed(5)},${found.lat},${found.radiusKm}`;
}

function sitesAt(columns: Columns, spot: Spot): number[] {
  const found: number[] = [];
  columns.sites.forEach((site, k) => {
    const near = Math.abs(longitude(site.x) - spot.lon) < 2e-5 && Math.abs(latitude(site.y) - spot.lat) < 2e-5;
    if (near && Math.abs(site.radiusKm - spot.radiusKm) < 1e-6) found.push(k);
  });
  return found;
}

/** By number, the highest first, else as they were: a counting sort, since a hundred thousand are sorted at each step. */
function ranked(chosen: Int32Array, numbers: Uint16Array | Uint8Array): Int32Array {
  const buckets: number[][] = [];
  for (const i of chosen) (buckets[numbers[i] as number] ??= []).push(i);
  return Int32Array.from(buckets.reverse().flat());
}
