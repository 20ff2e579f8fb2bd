import { useAnswer } from "../../api/answer";
import { at } from "../../api/client";
import type { ClaimCard, EventSheet, ReviewItem as Item } from "../../api/records";
import { Answered } from "../../parts/Answered";
import { Claim } from "../../parts/Claim";
import { Label } from "../../parts/Label";
import { Dispute } from "../../parts/Sides";
import { Words } from "../../parts/Words";
import { count, reviewWords } from "../../parts/wording";
import { href } from "../../state/address";
import { valueWords } from "../../parts/fields";

interface Picking {
  readonly picked: readonly string[];
  readonly pick: (claim: string) => void;
}

/** What is to be decided: why it is in the queue, the words on each side, the event they belong to. */
export function ReviewItem({ name, item, ...picking }: { name: string; item: Item } & Picking) {
  const event = useAnswer<EventSheet>(item.event_id === null ? null : at(name, "events", item.event_id));
  return (
    <article class="review-item" aria-labelledby="review-title">
      <header>
        <p class="kicker">
          <strong>{reviewWords(item.kind)}</strong>
        </p>
        <h2 id="review-title">
          <Label label={item.title} />
        </h2>
        {item.kind !== "contradiction" && (
          <p class="dek">
            <Words text={item.why} />
          </p>
        )}
      </header>
      {item.event_id === null ? (
        <Loose name={name} ids={item.claims} {...picking} />
      ) : (
        <Answered answer={event} what="the event">
          {(sheet) => <InEvent name={name} item={item} event={sheet} {...picking} />}
        </Answered>
      )}
    </article>
  );
}

function InEvent({ name, item, event, picked, pick }: { name: string; item: Item; event: EventSheet } & Picking) {
  const cards = new Map(event.claims.map((claim) => [claim.claim_id, claim]));
  const numbered = (id: string) => {
    const claim = cards.get(id);
    const number = item.claims.indexOf(id) + 1;
    if (claim === undefined) return <One key={id} name={name} id={id} number={number} picked={picked} pick={pick} />;
    return <Picked key={id} claim={claim} number={number} picked={picked} pick={pick} />;
  };
  const dispute = event.contradictions.find(
    (one) =>
      one.id === item.id ||
      (item.kind === "contradiction" && one.sides.flatMap((side) => side.claims).every((id) => item.claims.includes(id))),
  );
  return (
    <>
      {dispute !== undefined ? (
        <Dispute
          field={dispute.field}
          why={dispute.why}
          explained={dispute.explained}
          sides={dispute.sides.map((side) => ({
            value: valueWords(dispute.field, side.value, (type) => type),
            children: side.claims.map(numbered),
          }))}
        />
      ) : (
        item.claims.map(numbered)
      )}
      <p class="small">
        <a href={href("event", { id: event.event_id })}>The whole event</a>
        <span class="muted">
          {" "}
          · {count(event.origins.length, "independent origin")}, {count(event.claims.length, "claim")}
        </span>
      </p>
    </>
  );
}

function Loose({ name, ids, picked, pick }: { name: string; ids: readonly string[] } & Picking) {
  return (
    <>
      {ids.slice(0, 9).map((id, i) => (
        <One key={id} name={name} id={id} number={i + 1} picked={picked} pick={pick} />
      ))}
      {ids.length > 9 && <p class="small muted">and {count(ids.length - 9, "more claim")}</p>}
    </>
  );
}

function One({ name, id, number, picked, pick }: { name: string; id: string; number: number } & Picking) {
  const claim = useAnswer<ClaimCard>(at(name, "claims", id));
  return (
    <Answered answer={claim} what="the claim">
      {(card) => <Picked claim={card} number={number} picked={picked} pick={pick} />}
    </Answered>
  );
}

function Picked({ claim, number, picked, pick }: { claim: ClaimCard; number: number } & Picking) {
  return (
    <Claim
      claim={claim}
      pick={
        <label class="pick">
          <input type="checkbox" checked={picked.includes(claim.claim_id)} onChange={() => pick(claim.claim_id)} />
          {number > 0 && number < 10 && <kbd>{number}</kbd>}
          <span class="visually-hidden">Pick this claim</span>
        </label>
      }
    />
  );
}
