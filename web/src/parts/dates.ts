/** The publication of a document in words: a day as text, or an interval with how it is known. */

import type { Dated } from "../api/records";
import { intervalWords } from "./days";

export function publishedWords(published: Dated | string | null, unknown = "undated"): string {
  if (published === null) return unknown;
  if (typeof published === "string") return intervalWords({ start: published, end: published });
  return intervalWords(published, unknown);
}
