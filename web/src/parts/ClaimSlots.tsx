import type { ComponentChildren } from "preact";
import type { ClaimCard, Party, Place, Span, Time } from "../api/records";
import { href } from "../state/address";
import { intervalWords } from "./days";
import { amountWords } from "./ranges";
import { fieldWords, modalityWords, roleWords, voiceWords } from "./wording";
import { Words } from "./Words";

/** The address of some words of the claim's document, the claim staying open beside them. */
function toWords(claim: ClaimCard, span: Span): string {
  return href("document", { id: claim.document_id, query: { claim: claim.claim_id, span: `${span.start}-${span.end}` } });
}

function InPage({
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

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Parties({
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
          {typeof party.antecedent_start === "number" && typeof party.antecedent_end === "number" && (
            <>
              {" named by "}
              <a class="words" href={toWords(claim, { start: party.antecedent_start, end: party.antecedent_end })}>
                <Words text={quoted(textOf({ start: party.antecedent_start, end: party.antecedent_end }))} />
              </a>
            </>
          )}
        </p>
      ))}
    </Row>
  );
}

type TextOf = (span: Span) => string | null;
const quoted = (text: string | null): string => (text === null ? "earlier words" : `“${text}”`);

function located(place: Place): string {
  if (place.precision === "line" || place.precision === "area") return `${place.precision}, drawn with its uncertainty`;
  if (place.lat === null || place.lon === null) return "not located";
  const radius = place.radius_km === null ? "" : ` ± ${place.radius_km.toLocaleString("en", { maximumFractionDigits: 1 })} km`;
  return `${place.precision}, ${place.lat.toFixed(3)}, ${place.lon.toFixed(3)}${radius}`;
}

const RULES: Readonly<Record<string, string>> = { "events.told_by_then": "bounded by the day on which it was told" };

function When({ claim, name, time }: { claim: ClaimCard; name: string; time: Time | null }) {
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

const aspects: Readonly<Record<string, string>> = { begun: "begun", ongoing: "going on", completed: "completed", none: "" };

/** Every slot of a claim with its words, and each empty slot with the reason why it stays empty. */
export function ClaimSlots({ claim, typeName, textOf = () => null }: { claim: ClaimCard; typeName: string; textOf?: TextOf }) {
  const told = [
    claim.polarity === "denied" ? "denied" : modalityWords(claim.modality),
    claim.polarity === "denied" && claim.modality !== "happened" ? modalityWords(claim.modality) : "",
    aspects[claim.aspect] ?? claim.aspect,
    claim.hedged ? "told at a distance" : "",
  ].filter(Boolean);
  return (
    <dl class="facts slots">
      <Row name="Act">
        <p>
          <strong>{typeName}</strong> <span class={claim.polarity === "denied" ? "disputed" : "muted"}>{told.join(", ")}</span>{" "}
          {(() => {
            const text = textOf(claim.trigger);
            return text === null ? null : (
              <InPage claim={claim} start={claim.trigger.start} end={claim.trigger.end} text={text} />
            );
          })()}
        </p>
      </Row>
      <Row name="Who says so">
        {claim.speakers.map((voice, i) => (
          <p key={`${voice.start}-${i}`}>
            {voice.actor_id === null ? (
              <Words text={voiceWords(voice.name)} />
            ) : (
              <a href={href("actor", { id: voice.actor_id })}>
                <Words text={voice.name} />
              </a>
            )}{" "}
            <a class="words" href={toWords(claim, voice)}>
              {voice.cue === "" ? "its words" : <Words text={`“${voice.cue}”`} />}
            </a>{" "}
            <span class="muted small">{voice.kind}</span>
          </p>
        ))}
        <p>
          {claim.outlet === null ? <span class="muted">outlet not told</span> : <Words text={claim.outlet} />}
          {claim.speakers.length === 0 && <span class="muted"> in its own voice</span>}
        </p>
      </Row>
      <Parties claim={claim} name="Who" parties={claim.agents} textOf={textOf} />
      <Parties claim={claim} name="To whom" parties={claim.targets} textOf={textOf} />
      <Parties claim={claim} name="With or for whom" parties={claim.recipients} textOf={textOf} />
      {claim.places.length > 0 && (
        <Row name="Where">
          {claim.places.map((place) => (
            <div key={`${place.start}-${place.name}`}>
              <p>
                {place.role !== null && place.role !== "at" && <span class="muted">{roleWords(place.role)} </span>}
                {place.place_id === null ? (
                  <Words text={place.name} />
                ) : (
                  <a href={href("place", { id: place.place_id })}>
                    <Words text={place.name} />
                  </a>
                )}{" "}
                <InPage claim={claim} start={place.start} end={place.end} text={place.text} />
              </p>
              <p class="small muted">{located(place)}</p>
            </div>
          ))}
        </Row>
      )}
      <When claim={claim} name="When" time={claim.time} />
      <When claim={claim} name="When it was said" time={claim.said} />
      {claim.amounts.length > 0 && (
        <Row name="How many">
          {claim.amounts.map((amount) => (
            <p key={amount.start}>
              <a class="words" href={toWords(claim, amount)}>
                <Words text={amountWords(amount)} />
              </a>{" "}
              <span class="muted small">{amount.what}</span>
            </p>
          ))}
        </Row>
      )}
      {claim.status !== null && (
        <Row name="In what state">
          <Words text={claim.status} />
        </Row>
      )}
      {claim.framing.length > 0 && (
        <Row name="Loaded words">
          <p>
            {claim.framing.map((word, i) => (
              <span key={word}>
                {i > 0 && ", "}
                <Words text={`“${word}”`} />
              </span>
            ))}{" "}
            <span class="muted small">noted, not adopted</span>
          </p>
        </Row>
      )}
      {claim.absent.map((one) => (
        <Row key={one.slot} name={fieldWords(one.slot)}>
          <span class="muted">
            empty: <Words text={one.reason} />
          </span>
        </Row>
      ))}
    </dl>
  );
}

/** How sure the machine is, why, and which part of it made the claim. */
export function ClaimMaking({ claim }: { claim: ClaimCard }) {
  const share = Math.round(claim.score * 100);
  return (
    <>
      <p class="small">
        Score {claim.score.toFixed(2)}: of claims with this score, about {share} in 100 are right.{" "}
        {claim.reasons.length > 0 && "It rests on:"}
      </p>
      <ul class="steps">
        {claim.reasons.map((reason) => (
          <li key={reason.name}>
            <Words text={reason.sentence} />{" "}
            <span class="muted">
              {reason.score > 0 ? "+" : ""}
              {reason.score.toFixed(2)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
