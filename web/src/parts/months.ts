/** Activity by month on one axis without gaps, so that a silent month shows as one. */

import type { MonthOfActor } from "../api/records";

export interface MonthBar {
  readonly month: string;
  readonly n: number;
}

/** At most so many bars: beyond it months are added up into years. */
const MOST = 96;

/** Each month from the first to the last with its number; years where there are too many months to draw. */
export function monthBars(activity: readonly MonthOfActor[], role: "agent" | "target" | "speaker"): MonthBar[] {
  const dated = activity.filter((one): one is MonthOfActor & { month: string } => one.month !== null);
  if (dated.length === 0) return [];
  const sorted = dated.map((one) => one.month.slice(0, 7)).sort();
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const name = (n: number) =>
    `${Math.floor(n / 12)
      .toString()
      .padStart(4, "0")}-${((n % 12) + 1).toString().padStart(2, "0")}`;
  const first = number(sorted[0]!);
  const last = number(sorted.at(-1)!);
  const byYear = last - first + 1 > MOST;
  const bars = new Map<string, number>();
  for (let n = first; n <= last; n += 1) bars.set(byYear ? name(n).slice(0, 4) : name(n), 0);
  for (const one of dated) {
    const key = one.month.slice(0, byYear ? 4 : 7);
    bars.set(key, (bars.get(key) ?? 0) + one[role]);
  }
  return [...bars].map(([month, n]) => ({ month, n }));
}

/** What has no month: told without a date. */
export function undatedCount(activity: readonly MonthOfActor[], role: "agent" | "target" | "speaker"): number {
  return activity.filter((one) => one.month === null).reduce((sum, one) => sum + one[role], 0);
}
