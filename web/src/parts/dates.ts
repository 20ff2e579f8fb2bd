/** The publication of a document in words: a day as text, or an interval with how it is known. */

import type { Dated } from "../api/records";
import { dayWords, intervalWords } from "./days";

/** When it was published; only a limit that is known is told as a limit, never as the day itself. */
export function publishedWords(published: Dated | string | null, unknown = "undated"): string {
  if (published === null) return unknown;
  if (typeof published === "string") return intervalWords({ start: published, end: published });
  const { start, end, precision } = published;
  if (precision === "bound") {
    if (start !== null && end !== null) return `between ${dayWords(start)} and ${dayWords(end)}`;
    if (start !== null) return `not before ${dayWords(start)}`;
    if (end !== null) return `not after ${dayWords(end)}`;
  }
  return intervalWords(published, unknown);
}

/** A row of a list gives the first day, the last and how they are known, apart. */
export function rowPublished(row: {
  readonly published: Dated | string | null;
  readonly published_until?: string | null;
  readonly known_by?: string | null;
}): Dated | string | null {
  const { published, published_until: until = null, known_by: precision } = row;
  if ((published !== null && typeof published !== "string") || precision === null || precision === undefined) return published;
  return { start: published, end: until, precision, evidence: [], span: null };
}
