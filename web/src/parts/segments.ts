/** A text cut where marks begin and end, so that marks may overlap and every character stands in one segment. */

import { Measured } from "./text";

export interface Mark<K> {
  readonly start: number;
  readonly end: number;
  readonly kind: K;
}

export interface Segment<K> {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The marks that cover it, outermost first. */
  readonly kinds: readonly K[];
}

/** Cut `text`, whose first character stands at `offset`. Marks outside it are cut off; empty ones are dropped. */
export function segments<K>(text: string | Measured, offset: number, marks: readonly Mark<K>[]): Segment<K>[] {
  const measured = typeof text === "string" ? new Measured(text) : text;
  const last = offset + measured.length;
  const inside = marks
    .map((mark) => ({ ...mark, start: Math.max(mark.start, offset), end: Math.min(mark.end, last) }))
    .filter((mark) => mark.start < mark.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = new Set([offset, last]);
  for (const mark of inside) cuts.add(mark.start).add(mark.end);
  const bounds = [...cuts].sort((a, b) => a - b);
  const found: Segment<K>[] = [];
  let open: Mark<K>[] = [];
  let next = 0;
  for (let i = 0; i + 1 < bounds.length; i += 1) {
    const start = bounds[i]!;
    const end = bounds[i + 1]!;
    open = open.filter((mark) => mark.end > start);
    for (; next < inside.length && inside[next]!.start <= start; next += 1) open.push(inside[next]!);
    found.push({
      start,
      end,
      text: measured.slice(start - offset, end - offset),
      kinds: open.map((mark) => mark.kind),
    });
  }
  return found;
}

/** Marks that do not overlap: of two that do, the one that begins first, and then the shorter. */
export function apart<K>(marks: readonly Mark<K>[]): Mark<K>[] {
  const kept: Mark<K>[] = [];
  let at = -1;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (mark.start >= mark.end || mark.start < at) continue;
    kept.push(mark);
    at = mark.end;
  }
  return kept;
}
