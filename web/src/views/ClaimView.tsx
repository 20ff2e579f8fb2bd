import { useState } from "preact/hooks";
import { useAnswer } from "../api/answer";
import { at } from "../api/client";
import type { ClaimCard } from "../api/records";
import { useTitle } from "../app/title";
import type { ViewProps } from "../app/views";
import { Answered } from "../parts/Answered";
import { Voice, wordsOf } from "../parts/Claim";
import { ClaimMaking, ClaimSlots } from "../parts/ClaimSlots";
import { Codes } from "../parts/Codes";
import { publishedWords, rowPublished } from "../parts/dates";
import { DecideForm } from "../parts/DecideForm";
import type { Act } from "../parts/deciding";
import { groupColour, typeWords } from "../parts/Events";
import { Quote, SlotsLegend } from "../parts/Quote";
import { Section } from "../parts/Section";
import { Tags } from "../parts/Tags";
import { Words } from "../parts/Words";
import { Measured } from "../parts/text";
import { href } from "../state/address";
import { CorrectForm } from "./review/CorrectForm";
import { Corrections } from "./review/Corrections";

const BUTTONS = { accept: "Accept", reject: "Reject", unsure: "Unsure", correct: "Correct" } as const;

/** One claim: one source saying one thing, each slot with its words, each empty slot with its reason. */
export default function ClaimView({ name, summary, id }: ViewProps) {
  const answer = useAnswer<ClaimCard>(at(name, "claims", id));
  const [act, setAct] = useState<Act | null>(null);
  useTitle(answer.body === null ? "Claim" : `Claim: ${typeWords(summary, answer.body.type)}`);
  return (
    <div class="view">
      <Answered answer={answer} what="the claim" title="Claim">
        {(claim) => (
          <>
            <header class="masthead claim-head">
              <p class="kicker">
                <span class="dot" style={groupColour(summary, claim.type)} />
                <strong>{typeWords(summary, claim.type)}</strong> · one claim,{" "}
                {claim.kind === "state" ? "of a state" : "of an event"}
              </p>
              <h1 class="visually-hidden">Claim: {typeWords(summary, claim.type)}</h1>
              <Quote claim={claim} />
              <p>
                <Voice claim={claim} /> <span class="muted">· {publishedWords(rowPublished(claim))}</span> <Tags claim={claim} />
              </p>
              <SlotsLegend />
            </header>
            <div class="bar actions">
              {(["accept", "reject", "unsure", "correct"] as const).map((one) => (
                <button key={one} type="button" class="button" onClick={() => setAct(one)}>
                  {BUTTONS[one]}
                </button>
              ))}
              <a class="button" href={wordsOf(claim)}>
                The words in the page
              </a>
              {claim.event_id !== null && (
                <a class="button" href={href("event", { id: claim.event_id })}>
                  Its event
                </a>
              )}
            </div>
            {act === "correct" && (
              <CorrectForm name={name} id={claim.claim_id} done={() => setAct(null)} cancel={() => setAct(null)} />
            )}
            {act !== null && act !== "correct" && (
              <DecideForm
                key={act}
                name={name}
                act={act}
                ids={[claim.claim_id]}
                about="this claim"
                done={() => setAct(null)}
                cancel={() => setAct(null)}
              />
            )}
            {claim.corrections.length > 0 && (
              <Section title="Put right by a person" note="What the machine had is kept.">
                <Corrections claim={claim} />
              </Section>
            )}
            <Section title="Slots" note="What it is called in this case, and the words that say so.">
              <ClaimSlots claim={claim} typeName={typeWords(summary, claim.type)} textOf={inContext(claim)} />
            </Section>
            <Section title="How it was made" note="By the machine: nobody has to believe it.">
              <ClaimMaking claim={claim} />
              <p class="id">{claim.producer}</p>
            </Section>
            <Section title="Codes" note="What each codebook would call it, and why.">
              <Codes codes={claim.codes} why={claim.code_reasons} />
            </Section>
            <Section title="Where it stands">
              <p>
                {claim.headline !== null && (
                  <>
                    <a href={href("document", { id: claim.document_id })}>
                      <Words text={claim.headline} />
                    </a>
                    {", "}
                  </>
                )}
                <Words text={claim.outlet} />
              </p>
              <p class="id">
                <Words text={claim.source} />
              </p>
              <p class="id">{claim.claim_id}</p>
            </Section>
          </>
        )}
      </Answered>
    </div>
  );
}

/** Words of the document, as far as the claim's context reaches. */
function inContext(claim: ClaimCard) {
  const text = new Measured(claim.context.text);
  const { start, end } = claim.context;
  return (span: { start: number; end: number }) =>
    span.start >= start && span.end <= end ? text.slice(span.start - start, span.end - start) : null;
}
