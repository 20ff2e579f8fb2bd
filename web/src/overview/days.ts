/** Days as whole numbers from 1970-01-01, and as people read them. */

const DAY = 86_400_000;

const LONG = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** 2022-11-09 as a number; null where it is no day. */
export function dayOf(text: string | null): number | null {
  if (text === null) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) ? null : Math.round(at / DAY);
}

/** A number as 2022-11-09. */
export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 9 November 2022, or shorter: 9 Nov 2022. */
export function dayText(day: number, length: "long" | "short" = "long"): string {
  return (length === "long" ? LONG : SHORT).format(day * DAY);
}

/** When something is said to have been, in words: a day, from a day to a day, open at an end, or no date. */
export function whenText(since: string | null, until: string | null): string {
  const from = dayOf(since);
  const to = dayOf(until);
  if (from === null && to === null) return "no date";
  if (from === null) return `by ${dayText(to as number, "short")}`;
  if (to === null) return `since ${dayText(from, "short")}`;
  if (from === to) return dayText(from, "short");
  const first = new Date(from * DAY);
  const last = new Date(to * DAY);
  const wholeMonths = first.getUTCDate() === 1 && new Date((to + 1) * DAY).getUTCDate() === 1;
  if (wholeMonths && first.getUTCMonth() === last.getUTCMonth() && first.getUTCFullYear() === last.getUTCFullYear())
    return SHORT.format(first).replace(/^\S+ /, "");
  return `${dayText(from, "short")} – ${dayText(to, "short")}`;
}
