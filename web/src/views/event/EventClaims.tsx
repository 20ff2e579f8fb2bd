import type { EventSheet } from "../../api/records";
import { Claim } from "../../parts/Claim";
import { Fold } from "../../parts/Fold";
import { SlotsLegend } from "../../parts/Quote";
import { Section } from "../../parts/Section";
import { count } from "../../parts/wording";
import { Words } from "../../parts/Words";
import type { Ask } from "./EventHead";

/** The claims, by the origin they go back to, with the reason why those of one origin are not independent. */
export function EventClaims({
  event,
  picked,
  pick,
  ask,
}: {
  event: EventSheet;
  picked: readonly string[];
  pick: (claim: string) => void;
  ask: Ask;
}) {
  const cards = new Map(event.claims.map((claim) => [claim.claim_id, claim]));
  const chosen = picked.filter((id) => cards.has(id));
  const listed = new Set(event.origins.flatMap((origin) => origin.claims));
  const rest = event.claims.filter((claim) => !listed.has(claim.claim_id));
  const origins = [...event.origins, ...(rest.length > 0 ? [{ claims: rest.map((c) => c.claim_id), why: "", outlets: [] }] : [])];
  return (
    <Section
      title="Claims by origin"
      note="Claims that go back to one text, one voice or one document are one origin, however many outlets carry them."
    >
      {event.contradictions.length === 0 && <SlotsLegend />}
      <Fold items={origins} first={20} what="origin">
        {(origin, number) => (
          <section key={origin.claims[0]} class="origin" aria-label={`Origin ${number + 1}`}>
            <header>
              <h3>{number < event.origins.length ? `Origin ${number + 1}` : "In no origin"}</h3>
              <p>
                {count(origin.claims.length, "claim")}
                {origin.why !== "" && (
                  <>
                    {": "}
                    <Words
                      text={
                        origin.why === "one claim that shares nothing"
                          ? "shares no text, voice or document with the others"
                          : origin.why
                      }
                    />
                  </>
                )}
              </p>
            </header>
            <Fold items={origin.claims} first={8} what="claim">
              {(id) => {
                const claim = cards.get(id);
                if (claim === undefined) return null;
                return (
                  <Claim
                    key={id}
                    claim={claim}
                    pick={
                      <input
                        type="checkbox"
                        aria-label="Pick this claim to decide about it"
                        checked={chosen.includes(id)}
                        onChange={() => pick(id)}
                      />
                    }
                  />
                );
              }}
            </Fold>
          </section>
        )}
      </Fold>
      {chosen.length > 0 && (
        <div class="bar picked" role="region" aria-label="Picked claims">
          <strong class="small">{count(chosen.length, "claim")} picked</strong>
          <button type="button" class="button" onClick={() => ask("accept", chosen, "what is picked")}>
            Accept
          </button>
          <button type="button" class="button" onClick={() => ask("reject", chosen, "what is picked")}>
            Reject
          </button>
          <button
            type="button"
            class="button"
            disabled={chosen.length !== 2}
            title="Two claims that do not tell one happening"
            onClick={() => ask("split", chosen, "the two picked claims: they do not tell one happening")}
          >
            Split
          </button>
          <button
            type="button"
            class="button"
            disabled={chosen.length < 2}
            title="Claims that tell one happening"
            onClick={() => ask("merge", chosen, "the picked claims: they tell one happening")}
          >
            Keep together
          </button>
          <button type="button" class="plain-button small" onClick={() => chosen.forEach(pick)}>
            Pick none
          </button>
        </div>
      )}
    </Section>
  );
}
