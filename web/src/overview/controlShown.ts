/** What the map shows of control: who is told to hold what on the day that the address names. */

import { useMemo } from "preact/hooks";
import { type Answer, useEvery } from "../api/answer";
import { at } from "../api/client";
import type { ControlSpan, Page } from "../api/shapes";
import { dayNumber } from "../parts/days";
import { type HeldPlace, heldOn, holdersOf, type Layer } from "./control";

export interface ControlShown {
  readonly spans: Answer<Page<ControlSpan>>;
  readonly told: readonly ControlSpan[];
  /** The most frequent first: their order gives their colours. */
  readonly holders: readonly string[];
  /** Null where the map shows events alone. */
  readonly held: readonly HeldPlace[] | null;
  readonly day: number | null;
  /** The day as of which it was known; null for all pages. */
  readonly known: string | null;
}

/** Control on the address's day, or on `last` where it names none; asked for only when it is shown. */
export function useControl(name: string, params: URLSearchParams, layer: Layer, last: number | null): ControlShown {
  const known = params.get("known");
  const spans = useEvery<ControlSpan>(layer === "events" ? null : at(name, "control"), { known, limit: 500 });
  const valid = params.get("valid");
  const day = valid !== null ? dayNumber(valid) : last;
  const told = useMemo(() => spans.body?.items ?? [], [spans.body]);
  const holders = useMemo(() => holdersOf(told), [told]);
  const held = useMemo(() => (layer === "events" || day === null ? null : heldOn(told, day)), [told, day, layer]);
  return { spans, told, holders, held, day, known };
}
