/** The words of a claim's slots, as marks in the text of its document. */

import type { ClaimCard } from "../api/records";
import type { Mark } from "./segments";

export type SlotKind = "act" | "agent" | "target" | "recipient" | "place" | "time" | "said" | "amount" | "speaker";

export const SLOT_WORDS: Readonly<Record<SlotKind, string>> = {
  act: "the act",
  agent: "who",
  target: "to whom",
  recipient: "with or for whom",
  place: "where",
  time: "when",
  said: "when said",
  amount: "how many",
  speaker: "who says so",
};

/** Every slot's words, also where they overlap or stand outside the evidence. */
export function slotMarks(claim: ClaimCard): Mark<SlotKind>[] {
  const found: Mark<SlotKind>[] = [];
  const put = (kind: SlotKind, start: number | null | undefined, end: number | null | undefined) => {
    if (typeof start === "number" && typeof end === "number" && start < end) found.push({ kind, start, end });
  };
  put("act", claim.trigger.start, claim.trigger.end);
  for (const party of claim.agents) put("agent", party.start, party.end);
  for (const party of claim.targets) put("target", party.start, party.end);
  for (const party of claim.recipients) put("recipient", party.start, party.end);
  for (const place of claim.places) put("place", place.start, place.end);
  for (const amount of claim.amounts) put("amount", amount.start, amount.end);
  for (const voice of claim.speakers) put("speaker", voice.start, voice.end);
  put("time", claim.time?.start_char, claim.time?.end_char);
  put("said", claim.said?.start_char, claim.said?.end_char);
  return found;
}

/** Who says so, innermost first, and in which outlet. */
export function saidBy(claim: ClaimCard): { readonly voices: readonly string[]; readonly outlet: string | null } {
  return { voices: claim.speakers.map((voice) => voice.name), outlet: claim.outlet };
}
