/** Days and intervals in words. A side that is open or not told is said to be so, never filled in. */

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const DAY_MS = 86_400_000;

export interface Interval {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision?: string | null;
  readonly partial?: string | null;
  readonly text?: string | null;
}

interface Parts {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}

function parts(day: string): Parts {
  const [y = 0, m = 1, d = 1] = day.slice(0, 10).split("-").map(Number);
  return { y, m, d };
}

function month(m: number): string {
  return MONTHS[m - 1] ?? "?";
}

/** `2022-10-20` as *20 October 2022*. */
export function dayWords(day: string): string {
  const { y, m, d } = parts(day);
  return `${d} ${month(m)} ${y}`;
}

/** Days since 1970-01-01, for scales. */
export function dayNumber(day: string): number {
  const { y, m, d } = parts(day);
  return Math.round(Date.UTC(y, m - 1, d) / DAY_MS);
}

/** The day of a number of `dayNumber`. */
export function numberDay(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

function closed(start: string, end: string): string {
  const a = parts(start);
  const b = parts(end);
  const wholeMonths = a.d === 1 && b.d === new Date(Date.UTC(b.y, b.m, 0)).getUTCDate();
  if (start === end) return dayWords(start);
  if (wholeMonths && a.m === 1 && b.m === 12) return a.y === b.y ? `${a.y}` : `${a.y} to ${b.y}`;
  if (wholeMonths && a.y === b.y && a.m === b.m) return `${month(a.m)} ${a.y}`;
  if (a.y === b.y && a.m === b.m) return `${a.d}–${b.d} ${month(a.m)} ${a.y}`;
  if (a.y === b.y) return `${a.d} ${month(a.m)} – ${b.d} ${month(b.m)} ${a.y}`;
  return `${dayWords(start)} – ${dayWords(end)}`;
}

/** `--05-02` as *2 May, year not told*. */
function truncated(partial: string): string {
  const found = /^--(\d\d)(?:-(\d\d))?$/.exec(partial);
  if (found === null) return partial;
  const named = month(Number(found[1]));
  return found[2] === undefined ? `${named}, year not told` : `${Number(found[2])} ${named}, year not told`;
}

/** An interval in words; `when` is what stands for nothing at all. */
export function intervalWords(value: Interval | null | undefined, when = "not dated"): string {
  if (value === null || value === undefined) return when;
  const { start, end } = value;
  if (start !== null && end !== null) return closed(start, end);
  if (start !== null) return `since ${dayWords(start)}`;
  if (end !== null) return `by ${dayWords(end)}`;
  if (value.partial) return truncated(value.partial);
  if (value.text) return `“${value.text}”, not resolved`;
  return when;
}

/** The shortest exact form, for dense columns: `2022-10-20`, `2022-10`, `2022-10-03/05`, `≤ 2022-10-20`. */
export function intervalCode(value: Interval | null | undefined): string {
  if (value === null || value === undefined) return "";
  const { start, end } = value;
  if (start === null && end === null) return value.partial ?? "";
  if (start === null) return `≤ ${end}`;
  if (end === null) return `≥ ${start}`;
  return start === end ? start : `${start} – ${end}`;
}
