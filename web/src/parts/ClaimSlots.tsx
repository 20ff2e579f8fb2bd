import type { ClaimCard, Place } from "../api/records";
import { href } from "../state/address";
import { amountWords } from "./ranges";
import { InPage, NamedBy, Parties, Row, type TextOf, toWords, When } from "./SlotRows";
import { fieldWords, modalityWords, roleWords, voiceWords } from "./wording";
import { Words } from "./Words";

function located(place: Place): string {
  if (place.precision === "line" || place.precision === "area") return `${place.precision}, drawn with its uncertainty`;
  if (place.lat === null || place.lon === null) return "not located";
  const radius = place.radius_km === null ? "" : ` ± ${place.radius_km.toLocaleString("en", { maximumFractionDigits: 1 })} km`;
  return `${place.precision}, ${place.lat.toFixed(3)}, ${place.lon.toFixed(3)}${radius}`;
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
                <NamedBy claim={claim} slot={place} textOf={textOf} />
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
