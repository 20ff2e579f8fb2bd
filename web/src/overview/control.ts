/** Who is said to hold which place on a day: what covers the day, or else the last that was told before it. */

import type { ControlSpan } from "../api/shapes";
import { dayNumber } from "../parts/days";

export interface Held {
  readonly span: ControlSpan;
  /** Days between the span's last day and the day asked for; 0 where the span covers it. */
  readonly age: number;
}

export interface HeldPlace {
  readonly place: string;
  readonly placeId: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
  /** More than one where holders are told for the same day. */
  readonly held: readonly Held[];
}

export type Layer = "events" | "control" | "both";

export function readLayer(text: string | null): Layer {
  return text === "control" || text === "both" ? text : "events";
}

/** Holders that can be drawn on some day, by how often they are named, the most frequent first; ties by name. */
export function holdersOf(spans: readonly ControlSpan[]): string[] {
  const times = new Map<string, number>();
  for (const span of spans) {
    if (span.holder === null || span.lat === null || span.lon === null || (span.start === null && span.end === null)) continue;
    times.set(span.holder, (times.get(span.holder) ?? 0) + 1);
  }
  return [...times].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
}

/** Who is told to hold what on `day`. Spans without any day tell nothing about it and are left out. */
export function heldOn(spans: readonly ControlSpan[], day: number): HeldPlace[] {
  const places = new Map<string, { span: ControlSpan; age: number }[]>();
  for (const span of spans) {
    if (span.holder === null || span.lat === null || span.lon === null) continue;
    const age = ageOn(span, day);
    if (age === null) continue;
    const key = span.place_id ?? `${span.place} ${span.lat} ${span.lon}`;
    const told = places.get(key);
    if (told === undefined) places.set(key, [{ span, age }]);
    else told.push({ span, age });
  }
  return [...places.values()].map((told) => {
    const youngest = Math.min(...told.map((one) => one.age));
    const held = told.filter((one) => one.age === youngest).sort((a, b) => ((a.span.holder ?? "") < (b.span.holder ?? "") ? -1 : 1));
    const { place, place_id, lat, lon, radius_km } = (held[0] as Held).span;
    return { place, placeId: place_id, lat: lat as number, lon: lon as number, radiusKm: radius_km ?? 0, held: apart(held) };
  });
}

/** The spans of status and control that no day is told for: they are counted beside the map, not drawn on it. */
export function undatedSpans(spans: readonly ControlSpan[]): number {
  return spans.filter((span) => span.holder !== null && span.start === null && span.end === null).length;
}

function ageOn(span: ControlSpan, day: number): number | null {
  const start = span.start === null ? null : dayNumber(span.start);
  const end = span.end === null ? null : dayNumber(span.end);
  if (start === null && end === null) return null;
  if (start !== null && start > day) return null;
  // An open start says nothing on how early it began; it counts from its last evidence on.
  if (start === null && end !== null && end > day) return null;
  return end === null || end >= day ? 0 : day - end;
}

function apart(held: readonly Held[]): Held[] {
  const seen = new Set<string | null>();
  return held.filter((one) => !seen.has(one.span.holder) && seen.add(one.span.holder));
}
