import type { EventSheet } from "../../api/records";
import { Claim } from "../../parts/Claim";
import { Fold } from "../../parts/Fold";
import { SlotsLegend } from "../../parts/Quote";
import { Section } from "../../parts/Section";
import { Dispute } from "../../parts/Sides";
import { count } from "../../parts/wording";
import { valueWords } from "../../parts/fields";

/** The contradictions of an event, open ones first, each side with its words, be they of another event. */
export function EventDisputes({ event }: { event: EventSheet }) {
  if (event.contradictions.length === 0) return null;
  const cards = new Map([...event.claims, ...event.elsewhere].map((claim) => [claim.claim_id, claim]));
  const ordered = [...event.contradictions].sort((a, b) => Number(a.explained !== null) - Number(b.explained !== null));
  const open = ordered.filter((one) => one.explained === null).length;
  const note =
    open > 0
      ? `${count(open, "contradiction")} that nothing in the pages explains.`
      : "None that stays open: each may be only apparent.";
  return (
    <Section title="Contradictions" note={note}>
      {ordered.map((one) => (
        <Dispute
          key={one.id}
          field={one.field}
          why={one.why}
          explained={one.explained}
          sides={one.sides.map((side) => ({
            value: valueWords(one.field, side.value, (type) => type),
            children: (
              <Fold items={side.claims} first={5} what="claim">
                {(id) => {
                  const claim = cards.get(id);
                  return claim === undefined ? null : <Claim key={id} claim={claim} />;
                }}
              </Fold>
            ),
          }))}
        />
      ))}
      <SlotsLegend />
    </Section>
  );
}
