/** The records inside the server's answers, by the names of this app: claims with their words, documents, profiles. */

import type { Decision, EventContradiction, LedgerRow, MadeDecision, Month, QueueItem } from "./schema";

export type {
  ActorRow,
  ActorSheet,
  Amount,
  ClaimCard,
  ClaimSheet,
  Comment,
  Correction,
  Dated,
  DocumentRow,
  DocumentSheet,
  EventField,
  EventSheet,
  Evidence,
  Found,
  Hit,
  Ledger,
  Link,
  OriginGroup,
  PageBlock,
  PageSheet,
  Party,
  Place,
  PlaceRow,
  PlaceSheet,
  Revision,
  SourceRow,
  SourceSheet,
  Span,
  Tallied,
  Time,
  Voice,
} from "./schema";
export type Contradicting = EventContradiction;
export type ContradictionRow = LedgerRow;
export type Decided = Decision;
export type Made = MadeDecision;
export type MonthOfActor = Pick<Month, "agent" | "target" | "speaker"> & { readonly month: string | null };
export type ReviewItem = QueueItem;
