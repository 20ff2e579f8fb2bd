/** Footnotes of a report: each claim once, numbered in the order in which it is first told. */

import type { ClaimCard } from "../api/records";

export interface Footnotes {
  readonly claims: readonly ClaimCard[];
  readonly numberOf: ReadonlyMap<string, number>;
}

export function footnotes(claims: readonly ClaimCard[]): Footnotes {
  const once = [...new Map(claims.map((claim) => [claim.claim_id, claim])).values()];
  return { claims: once, numberOf: new Map(once.map((claim, i) => [claim.claim_id, i + 1])) };
}
