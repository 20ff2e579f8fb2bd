import type { ClaimCard } from "../api/records";
import { apart, segments } from "./segments";
import { SLOT_WORDS, slotMarks, type SlotKind } from "./slots";
import { shown } from "./text";

/** The words of a claim in their sentence, the words of its slots marked. */
export function Quote({ claim, plain = false }: { claim: ClaimCard; plain?: boolean }) {
  const { context } = claim;
  const told = claim.evidence.map((span) => ({ start: span.start, end: span.end, kind: "told" as const }));
  const slots = plain ? [] : apart(slotMarks(claim));
  const pieces = segments<SlotKind | "told">(context.text, context.start, [...told, ...slots]);
  return (
    <blockquote class={`quote ${ownMarks(context.text)}`} dir="auto">
      {pieces.map((piece) => {
        const slot = piece.kinds.find((kind): kind is SlotKind => kind !== "told");
        const text = shown(piece.text);
        if (slot !== undefined)
          return (
            <span key={piece.start} class={`slot ${slot}`} title={SLOT_WORDS[slot]}>
              {text}
            </span>
          );
        if (piece.kinds.includes("told")) return text;
        return (
          <span key={piece.start} class="around">
            {text}
          </span>
        );
      })}
    </blockquote>
  );
}

/** Quotation marks are not doubled where the words bring their own. */
export function ownMarks(text: string): string {
  return `${/^\s*["“«„]/.test(text) ? "opened" : ""} ${/["”»]\s*$/.test(text) ? "closed" : ""}`.trim();
}

const LEGEND: readonly SlotKind[] = ["act", "agent", "place", "time", "amount", "speaker"];

/** What the marks in quotations mean. */
export function SlotsLegend() {
  return (
    <p class="slots-legend">
      <span>In quotations:</span>
      {LEGEND.map((kind) => (
        <span key={kind} class={`slot ${kind}`}>
          {SLOT_WORDS[kind]}
        </span>
      ))}
    </p>
  );
}
