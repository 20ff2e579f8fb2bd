/** Spans of days on one scale: a row for each holder or state; what has no day at all is listed apart, never dropped. */

import { dayNumber, numberDay } from "./days";

export interface Spanned {
  readonly id: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly last_evidence: string | null;
}

export interface Placed<S> {
  readonly span: S;
  /** In [0, 1] of the scale. */
  readonly from: number;
  readonly to: number;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

export interface StripRow<S> {
  readonly name: string;
  readonly placed: readonly Placed<S>[];
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface Strip<S> {
  readonly rows: readonly StripRow<S>[];
  readonly undated: readonly S[];
  readonly ticks: readonly Tick[];
}

/** Lay out spans; an open side fades out at the last evidence, since nothing is known beyond it. */
export function strip<S extends Spanned>(spans: readonly S[], nameOf: (span: S) => string): Strip<S> {
  const days = spans.flatMap((span) => [span.start, span.end, span.last_evidence]).filter((day): day is string => day !== null);
  const dated = spans.filter((span) => span.start !== null || span.end !== null);
  const undated = spans.filter((span) => span.start === null && span.end === null);
  if (days.length === 0) return { rows: [], undated, ticks: [] };
  const numbers = days.map(dayNumber);
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  const pad = Math.max(3, Math.round((last - first) * 0.06));
  const begin = first - pad;
  const width = last + pad + 1 - begin;
  const share = (number: number) => (number - begin) / width;
  const rows = new Map<string, Placed<S>[]>();
  for (const span of dated) {
    const from = span.start === null ? null : dayNumber(span.start);
    const to = span.end === null ? null : dayNumber(span.end) + 1;
    const seen = span.last_evidence === null ? null : dayNumber(span.last_evidence) + 1;
    const known = Math.max(seen ?? from ?? begin, (from ?? begin) + 1);
    const name = nameOf(span);
    rows.set(name, [
      ...(rows.get(name) ?? []),
      {
        span,
        from: from === null ? 0 : share(from),
        to: share(to ?? Math.min(known + pad, last + pad + 1)),
        openStart: from === null,
        openEnd: to === null,
      },
    ]);
  }
  return {
    rows: [...rows].map(([name, placed]) => ({ name, placed: placed.sort((a, b) => a.from - b.from) })),
    undated,
    ticks: ticks(begin, begin + width),
  };
}

/** Round days for an axis: years, else months, else days; at most six. */
export function ticks(begin: number, end: number): Tick[] {
  const found: { day: string; label: string }[] = [];
  const start = numberDay(begin);
  const stop = numberDay(end);
  const year = Number(start.slice(0, 4));
  const years = Number(stop.slice(0, 4)) - year;
  const months = years * 12 + Number(stop.slice(5, 7)) - Number(start.slice(5, 7));
  if (years >= 3) {
    const step = Math.ceil(years / 6);
    for (let y = year; y <= year + years; y += step) found.push({ day: `${y}-01-01`, label: `${y}` });
  } else if (months >= 2) {
    const step = Math.ceil(months / 6);
    for (let m = 0; m <= months; m += step) {
      const of = new Date(Date.UTC(year, Number(start.slice(5, 7)) - 1 + m, 1)).toISOString();
      found.push({ day: of.slice(0, 10), label: of.slice(0, 7) });
    }
  } else {
    const step = Math.max(1, Math.ceil((end - begin) / 5));
    for (let n = begin; n < end; n += step) found.push({ day: numberDay(n), label: numberDay(n) });
  }
  return found
    .map(({ day, label }) => ({ at: (dayNumber(day) - begin) / (end - begin), label }))
    .filter(({ at }) => at >= 0 && at < 0.98);
}
