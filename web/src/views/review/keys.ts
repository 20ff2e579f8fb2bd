/** The keys of the review, and what an act applies to. */

import type { ReviewItem } from "../../api/records";
import type { Act } from "../../parts/deciding";

export type Key =
  | { readonly does: "move"; readonly by: 1 | -1 }
  | { readonly does: "act"; readonly act: Act }
  | { readonly does: "pick"; readonly number: number }
  | { readonly does: "undo" }
  | { readonly does: "open" };

const ACTS: Readonly<Record<string, Act>> = { a: "accept", r: "reject", n: "unsure", m: "merge", s: "split", c: "correct" };

/** What a key does; null for a key that is somebody else's: typed into a field, or with a modifier. */
export function keyOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "target">): Key | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target;
  if (target instanceof HTMLElement && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null)
    return null;
  const { key } = event;
  if (key === "j") return { does: "move", by: 1 };
  if (key === "k") return { does: "move", by: -1 };
  if (key === "u") return { does: "undo" };
  if (key === "o") return { does: "open" };
  if (/^[1-9]$/.test(key)) return { does: "pick", number: Number(key) };
  const act = ACTS[key];
  return act === undefined ? null : { does: "act", act };
}

export interface Target {
  readonly ids: readonly string[];
  readonly about: string;
}

/** What an act applies to: the picked claims, else the pair or the event of the item; null where it cannot be done. */
export function targetOf(act: Act, item: ReviewItem, picked: readonly string[]): Target | null {
  const several = picked.length > 1 ? `the ${picked.length} picked claims` : "the picked claim";
  if (act === "merge" || act === "split") {
    const ids = picked.length > 0 ? picked : item.claims;
    if (ids.length < 2 || (act === "split" && ids.length !== 2)) return null;
    const pair = ids.length === 2 ? "these two claims" : `these ${ids.length} claims`;
    return { ids, about: `${pair}: ${act === "merge" ? "they tell one happening" : "they do not tell one happening"}` };
  }
  if (act === "correct") {
    const [id, ...more] = picked.length > 0 ? picked : item.claims;
    return id === undefined || more.length > 0 ? null : { ids: [id], about: "this claim" };
  }
  if (picked.length > 0) return { ids: picked, about: several };
  if (item.event_id !== null) return { ids: [item.event_id], about: "the whole event" };
  if (item.claims.length > 0)
    return { ids: item.claims, about: item.claims.length === 1 ? "the claim" : `the ${item.claims.length} claims` };
  return null;
}

/** Why an act cannot be done now, in a sentence. */
export function refusal(act: Act): string {
  if (act === "split") return "To split, pick exactly two claims that do not tell one happening.";
  if (act === "merge") return "To merge, pick at least two claims that tell one happening.";
  if (act === "correct") return "To correct, pick the one claim in which a field is wrong.";
  return "There is nothing here to decide about.";
}
