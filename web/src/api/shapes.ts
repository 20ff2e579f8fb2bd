/** What the server answers, by the names of this app. The shapes come from openapi.json: `npm run shapes` writes them. */

import type { CaseSheet, ControlRow, PointColumns } from "./schema";

export type { CaseRow, EventRow, Reason, Session, Word as TypeLabel } from "./schema";
export type CaseSummary = CaseSheet;
export type ControlSpan = ControlRow;
export type EventPoints = PointColumns;

/** A portion of a list of any kind. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
}
