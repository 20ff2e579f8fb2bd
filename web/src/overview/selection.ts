/** Which events pass the filters that the browser holds, and how many each filter would leave. One pass, no allocation per event. */

import type { Columns } from "./columns";

/** The filters that work on columns; the server's own (place, actor, speaker, ...) have chosen the columns already. */
export interface Narrowing {
  readonly types: ReadonlySet<string>;
  /** Days; null is open. */
  readonly since: number | null;
  readonly until: number | null;
  readonly origins: number;
  readonly contested: boolean;
  /** West, south, east, north in Web Mercator as x0, y0, x1, y1 (y grows southward); null is everywhere. */
  readonly box: readonly [number, number, number, number] | null;
}

export interface Selection {
  /** Indices of the events that pass all filters, in the columns' order. */
  readonly passing: Int32Array;
  /** The same without the filter on time: what the timeline draws. */
  readonly anyTime: Int32Array;
  /** Per type, how many pass all filters but that on types. */
  readonly byType: Int32Array;
  /** At index n, how many have n origins or more and pass all filters but that on origins; the last is "5 or more". */
  readonly byOrigins: Int32Array;
  readonly contested: number;
  /** Of those that pass: how many have no place that can be drawn, and no day at all. */
  readonly unlocated: number;
  readonly undated: number;
  /** How many would pass but for having no day, which a filter on time cannot keep. */
  readonly undatedLeftOut: number;
}

export const MOST_ORIGINS = 5;

const TYPE = 1;
const TIME = 2;
const ORIGINS = 4;
const CONTESTED = 8;
const BOX = 16;

/** Tell which events pass, and count for each filter what it would leave with the others as they are. */
export function select(columns: Columns, told: Narrowing): Selection {
  const { count, type, site, sites, since, until, origins, contested } = columns;
  const wanted = Uint8Array.from(columns.types, (name) => (told.types.size === 0 || told.types.has(name) ? 1 : 0));
  const timed = told.since !== null || told.until !== null;
  const from = told.since ?? -Infinity;
  const to = told.until ?? Infinity;
  const inside = told.box === null ? null : Uint8Array.from(sites, (one) => (touches(one, told.box as Box) ? 1 : 0));
  const passing = new Int32Array(count);
  const anyTime = new Int32Array(count);
  const byType = new Int32Array(columns.types.length);
  const byOrigins = new Int32Array(MOST_ORIGINS + 1);
  let passed = 0;
  let timeless = 0;
  let disputed = 0;
  let unlocated = 0;
  let undated = 0;
  let undatedLeftOut = 0;
  for (let i = 0; i < count; i++) {
    const first = since[i] as number;
    const last = until[i] as number;
    const at = site[i] as number;
    const dateless = first === -Infinity && last === Infinity;
    let fails = 0;
    if (wanted[type[i] as number] === 0) fails |= TYPE;
    if (timed && (dateless || last < from || first > to)) fails |= TIME;
    if ((origins[i] as number) < told.origins) fails |= ORIGINS;
    if (told.contested && contested[i] === 0) fails |= CONTESTED;
    if (inside !== null && (at < 0 || inside[at] === 0)) fails |= BOX;
    if (fails === 0) {
      passing[passed++] = i;
      if (at < 0) unlocated++;
      if (dateless) undated++;
    } else if (fails === TIME && dateless) undatedLeftOut++;
    if ((fails & ~TIME) === 0) anyTime[timeless++] = i;
    if ((fails & ~TYPE) === 0) byType[type[i] as number]!++;
    if ((fails & ~ORIGINS) === 0) byOrigins[Math.min(origins[i] as number, MOST_ORIGINS)]!++;
    if ((fails & ~CONTESTED) === 0 && contested[i] === 1) disputed++;
  }
  for (let n = MOST_ORIGINS - 1; n >= 0; n--) byOrigins[n]! += byOrigins[n + 1] as number;
  return {
    passing: passing.slice(0, passed),
    anyTime: anyTime.slice(0, timeless),
    byType,
    byOrigins,
    contested: disputed,
    unlocated,
    undated,
    undatedLeftOut,
  };
}

type Box = readonly [number, number, number, number];

function touches(site: { x: number; y: number }, [x0, y0, x1, y1]: Box): boolean {
  return site.x >= x0 && site.x <= x1 && site.y >= y0 && site.y <= y1;
}
