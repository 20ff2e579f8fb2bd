/** Where the axis of time is written on. */

import { binStart, edgesOf, type Step } from "./bins";

export interface Tick {
  readonly day: number;
  readonly label: string;
  /** The year, or the month, that begins here and is written out. */
  readonly strong: boolean;
}

const DAY = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const STEPS: readonly Step[] = ["day", "week", "month", "quarter", "year"];
/** Every how many years an axis is written on that has no room for each. */
const LEAPS = [2, 5, 10, 20, 50, 100, 200, 500];

/** Ticks between two days, at most one every `apart` of `width` pixels. */
export function ticks(first: number, last: number, width: number, apart = 64): Tick[] {
  const room = Math.max(2, Math.floor(width / apart));
  const step = STEPS.find((one) => edgesOf(binStart(first, one), last, one).length - 1 <= room);
  if (step === undefined) return years(first, last, room);
  const found: Tick[] = [];
  let year = NaN;
  let month = NaN;
  for (const day of edgesOf(first, last, step)) {
    if (day < first || day > last) continue;
    const date = new Date(day * DAY);
    const newYear = date.getUTCFullYear() !== year;
    const newMonth = newYear || date.getUTCMonth() !== month;
    year = date.getUTCFullYear();
    month = date.getUTCMonth();
    found.push({ day, label: label(date, step, newYear, newMonth), strong: newYear });
  }
  return found;
}

function label(date: Date, step: Step, newYear: boolean, newMonth: boolean): string {
  if (step === "decade" || step === "year") return String(date.getUTCFullYear());
  const named = MONTHS[date.getUTCMonth()] as string;
  if (step === "month" || step === "quarter") return newYear ? `${named} ${date.getUTCFullYear()}` : named;
  const day = String(date.getUTCDate());
  return newYear ? `${day} ${named} ${date.getUTCFullYear()}` : newMonth ? `${day} ${named}` : day;
}

function years(first: number, last: number, room: number): Tick[] {
  const begin = new Date(first * DAY).getUTCFullYear();
  const end = new Date(last * DAY).getUTCFullYear();
  const leap = LEAPS.find((by) => Math.floor(end / by) - Math.floor(begin / by) <= room) ?? 1000;
  const found: Tick[] = [];
  for (let year = Math.ceil(begin / leap) * leap; year <= end; year += leap) {
    const day = Date.UTC(year, 0, 1) / DAY;
    if (day >= first && day <= last) found.push({ day, label: String(year), strong: true });
  }
  return found;
}
