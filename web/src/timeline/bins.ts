/** Events counted over time, without saying more than is told: dated within a bin, spread over an interval, open at an end. */

import type { Columns } from "../overview/columns";

const DAY = 86_400_000;

export type Step = "day" | "week" | "month" | "quarter" | "year" | "decade";

export interface Bins {
  readonly step: Step;
  /** First day of each bin, and the day after the last one: one more than there are bins. */
  readonly edges: readonly number[];
  /** Events whose whole interval lies in the bin, per group of types: `dated[group][bin]`. */
  readonly dated: readonly Int32Array[];
  /** Events whose interval is longer than the bin and touches it: they happened in one of the bins, nobody said which. */
  readonly spread: Int32Array;
  /** Events of which only one end is told ("by 4 October", "since July"), at that end. */
  readonly open: Int32Array;
  /** The highest stack. */
  readonly highest: number;
}

/** How many bins fit without their becoming thinner than can be pointed at. */
const MOST_BINS = 140;

/** The step whose bins are the finest that still fit between two days. */
export function stepFor(first: number, last: number): Step {
  const days = last - first + 1;
  if (days <= MOST_BINS) return "day";
  if (days <= MOST_BINS * 7) return "week";
  if (days <= MOST_BINS * 30) return "month";
  if (days <= MOST_BINS * 91) return "quarter";
  return days <= MOST_BINS * 365 ? "year" : "decade";
}

/** The first day of the bin that a day lies in. */
export function binStart(day: number, step: Step): number {
  if (step === "day") return day;
  // 1970-01-01 was a Thursday; weeks begin on Monday.
  if (step === "week") return day - (((day + 3) % 7) + 7) % 7;
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  if (step === "month") return Date.UTC(year, month, 1) / DAY;
  if (step === "quarter") return Date.UTC(year, month - (month % 3), 1) / DAY;
  return Date.UTC(step === "year" ? year : year - (year % 10), 0, 1) / DAY;
}

function after(start: number, step: Step): number {
  if (step === "day") return start + 1;
  if (step === "week") return start + 7;
  const date = new Date(start * DAY);
  const months = step === "month" ? 1 : step === "quarter" ? 3 : step === "year" ? 12 : 120;
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY;
}

/** Edges of bins that cover `first` to `last`. */
export function edgesOf(first: number, last: number, step: Step): number[] {
  const edges = [binStart(first, step)];
  while ((edges.at(-1) as number) <= last) edges.push(after(edges.at(-1) as number, step));
  return edges;
}

/** Count the events `chosen` into bins between two days. */
export function binned(columns: Columns, chosen: Int32Array, groupOf: Uint8Array, groups: number, first: number, last: number): Bins {
  const step = stepFor(first, last);
  const edges = edgesOf(first, last, step);
  const count = edges.length - 1;
  const start = edges[0] as number;
  const end = edges[count] as number;
  // One entry per day makes finding a bin a look-up, not a search, for a hundred thousand events.
  const binOf = new Int32Array(end - start);
  for (let b = 0; b < count; b++) binOf.fill(b, (edges[b] as number) - start, (edges[b + 1] as number) - start);
  const dated = Array.from({ length: groups }, () => new Int32Array(count));
  const spread = new Int32Array(count + 1);
  const open = new Int32Array(count);
  const { since, until, type } = columns;
  for (let k = 0; k < chosen.length; k++) {
    const i = chosen[k] as number;
    const from = since[i] as number;
    const to = until[i] as number;
    const told = from === -Infinity ? to : from;
    if (from === -Infinity || to === Infinity) {
      if (told >= start && told < end) open[binOf[told - start] as number]!++;
      continue;
    }
    if (to < start || from >= end) continue;
    const a = from < start ? 0 : (binOf[from - start] as number);
    const b = to >= end ? count - 1 : (binOf[to - start] as number);
    if (a === b && from >= start && to < end) (dated[groupOf[type[i] as number] as number] as Int32Array)[a]!++;
    else {
      spread[a]!++;
      spread[b + 1]!--;
    }
  }
  for (let b = 1; b < count; b++) spread[b]! += spread[b - 1] as number;
  let highest = 0;
  for (let b = 0; b < count; b++) {
    let sum = (spread[b] as number) + (open[b] as number);
    for (const group of dated) sum += group[b] as number;
    if (sum > highest) highest = sum;
  }
  return { step, edges, dated, spread: spread.slice(0, count), open, highest };
}

export interface Extent {
  /** The first and the last day that is told. */
  readonly first: number;
  readonly last: number;
  /** The same without the few days that lie far off the rest. */
  readonly bulkFirst: number;
  readonly bulkLast: number;
  /** How many told days lie outside of the bulk. */
  readonly outside: number;
}

/** Over which days an axis should go: one "since 2012" must not press a month of fighting into one bar. */
export function extent(columns: Columns): Extent | null {
  const told = new Float64Array(columns.count * 2);
  let n = 0;
  for (let i = 0; i < columns.count; i++) {
    const from = columns.since[i] as number;
    const to = columns.until[i] as number;
    if (from !== -Infinity) told[n++] = from;
    if (to !== Infinity) told[n++] = to;
  }
  if (n === 0) return null;
  const days = told.subarray(0, n).sort();
  const [first, last] = [days[0] as number, days[n - 1] as number];
  const cut = Math.floor(n * 0.04);
  const [low, high] = [days[cut] as number, days[n - 1 - cut] as number];
  const margin = Math.max(3, Math.round((high - low) * 0.06));
  const [bulkFirst, bulkLast] = [Math.max(first, low - margin), Math.min(last, high + margin)];
  if (last - first < (bulkLast - bulkFirst) * 2) return { first, last, bulkFirst: first, bulkLast: last, outside: 0 };
  const outside = days.filter((day) => day < bulkFirst || day > bulkLast).length;
  return { first, last, bulkFirst, bulkLast, outside };
}
