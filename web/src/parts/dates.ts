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

/** A row of a list gives the first day and how it is known, apart. */
export function rowPublished(row: { readonly published: Dated | string | null; readonly known_by?: string | null }): Dated | string | null {
  const { published, known_by: known } = row;
  if (typeof published !== "string" || known !== "bound") return published;
  return { start: published, end: null, precision: "bound", evidence: [], span: null };
}
