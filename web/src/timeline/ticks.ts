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
const STEPS: readonly Step[] = ["day", "week", "month", "quarter", "year", "decade"];

/** Ticks between two days, at most one every `apart` of `width` pixels. */
export function ticks(first: number, last: number, width: number, apart = 64): Tick[] {
  const room = Math.max(2, Math.floor(width / apart));
  const step = STEPS.find((one) => edgesOf(binStart(first, one), last, one).length - 1 <= room) ?? "decade";
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
