/** Rows that slots of a claim stand in: parties and times, each with the way to its words in the page. */

import type { ComponentChildren } from "preact";
import type { ClaimCard, Party, Place, Span, Time } from "../api/records";
import { href } from "../state/address";
import { intervalWords } from "./days";
import { Words } from "./Words";

/** The address of some words of the claim's document, the claim staying open beside them. */
export function toWords(claim: ClaimCard, span: Span): string {
  return href("document", { id: claim.document_id, query: { claim: claim.claim_id, span: `${span.start}-${span.end}` } });
}

/** Words of the page, as a link to where they stand; nothing where they stand nowhere. */
export function InPage({
  claim,
  start,
  end,
  text,
}: {
  claim: ClaimCard;
  start: number | null | undefined;
  end: number | null | undefined;
  text: string | null;
}) {
  if (typeof start !== "number" || typeof end !== "number" || text === null || text === "") return null;
  return (
    <a class="words" href={toWords(claim, { start, end })}>
      “<Words text={text} />”
    </a>
  );
}

/** A slot by its name, and what is in it. */
export function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Text of the document, where it has been fetched. */
export type TextOf = (span: Span) => string | null;
const quoted = (text: string | null): string => (text === null ? "earlier words" : `“${text}”`);

/** The earlier words that name who or what fills a slot, where its own words do not. */
export function NamedBy({ claim, slot, textOf }: { claim: ClaimCard; slot: Party | Place; textOf: TextOf }) {
  const { antecedent_start: start, antecedent_end: end } = slot;
  if (typeof start !== "number" || typeof end !== "number") return null;
  return (
    <>
      {" named by "}
      <a class="words" href={toWords(claim, { start, end })}>
        <Words text={quoted(textOf({ start, end }))} />
      </a>
    </>
  );
}

/** Actors in one role, each with its words and, where these stand for a name, with that name. */
export function Parties({
  claim,
  name,
  parties,
  textOf,
}: {
  claim: ClaimCard;
  name: string;
  parties: readonly Party[];
  textOf: TextOf;
}) {
  if (parties.length === 0) return null;
  return (
    <Row name={name}>
      {parties.map((party) => (
        <p key={`${party.start}-${party.name}`}>
          {party.actor_id === null ? (
            <Words text={party.name} />
          ) : (
            <a href={href("actor", { id: party.actor_id })}>
              <Words text={party.name} />
            </a>
          )}{" "}
          <InPage claim={claim} start={party.start} end={party.end} text={party.text} />
          <NamedBy claim={claim} slot={party} textOf={textOf} />
        </p>
      ))}
    </Row>
  );
}

const RULES: Readonly<Record<string, string>> = { "events.told_by_then": "bounded by the day on which it was told" };

/** A time with its words, or how else it was come by. */
export function When({ claim, name, time }: { claim: ClaimCard; name: string; time: Time | null }) {
  if (time === null) return null;
  return (
    <Row name={name}>
      <p>
        {intervalWords(time)} <InPage claim={claim} start={time.start_char} end={time.end_char} text={time.text} />
      </p>
      {(time.inferred || time.rule !== "") && (
        <p class="small muted">
          {time.inferred ? "taken from its event" : `read as ${RULES[time.rule] ?? time.rule.replaceAll("_", " ")}`}
        </p>
      )}
    </Row>
  );
}
