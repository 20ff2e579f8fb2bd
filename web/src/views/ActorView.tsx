import { useAnswer } from "../api/answer";
import { at } from "../api/client";
import type { ActorSheet } from "../api/records";
import { useTitle } from "../app/title";
import type { ViewProps } from "../app/views";
import { Answered } from "../parts/Answered";
import { ClaimList } from "../parts/ClaimList";
import { intervalWords } from "../parts/days";
import { EventsTable, typeWords } from "../parts/Events";
import { Months } from "../parts/Months";
import { Rest } from "../parts/Rest";
import { Section } from "../parts/Section";
import { Shares } from "../parts/Shares";
import { Standing } from "../parts/Standing";
import { voiceWords } from "../parts/wording";
import { shown } from "../parts/text";
import { Written } from "../parts/Written";
import { Words } from "../parts/Words";
import { href } from "../state/address";

/** An actor: what it is said to have done, what was done to it, what it says, over time. */
export default function ActorView({ name, summary, id }: ViewProps) {
  const answer = useAnswer<ActorSheet>(at(name, "actors", id));
  useTitle(answer.body?.name ?? "Actor");
  return (
    <div class="view">
      <Answered answer={answer} what="the actor" title="Actor">
        {(actor) => (
          <>
            <header class="masthead">
              <p class="kicker">
                <strong>Actor</strong> · {intervalWords({ start: actor.since, end: actor.until })}
              </p>
              <h1>
                <Words text={voiceWords(actor.name)} />
              </h1>
              <Written name={actor.name} written={actor.written} />
              <p class="dek">
                <a href={href("overview", { query: { actor: actor.id } })}>Show it in the overview</a>
              </p>
            </header>
            <Standing
              figures={[
                { label: actor.claims === 1 ? "claim" : "claims", value: actor.claims },
                { label: "as the one who acts", value: actor.as_agent },
                { label: "as the one acted upon", value: actor.as_target },
                { label: "as partner or addressee", value: actor.as_recipient },
                { label: "as the voice", value: actor.as_speaker },
              ]}
            />
            <Section title="Over time" note="Claims by month, the three on one scale.">
              <Months activity={actor.activity} />
            </Section>
            <Section title="In what" note="Kinds of acts and states that it is told in.">
              {actor.types.length === 0 ? (
                <p class="muted">None.</p>
              ) : (
                <Shares shares={actor.types.map((one) => ({ key: one.type, label: typeWords(summary, one.type), n: one.n }))} />
              )}
            </Section>
            <Section title="With whom" note="Actors named in the same claims, on whichever side.">
              {actor.with.length === 0 ? (
                <p class="muted">Nobody else is named beside it.</p>
              ) : (
                <Shares
                  shares={actor.with.map((one) => ({
                    key: one.id ?? one.name,
                    n: one.n,
                    label:
                      one.id === null ? (
                        <Words text={voiceWords(one.name)} />
                      ) : (
                        <a href={href("actor", { id: one.id })}>
                          <Words text={voiceWords(one.name)} />
                        </a>
                      ),
                  }))}
                />
              )}
            </Section>
            <Section title="Events">
              {actor.events.length === 0 ? (
                <p class="muted">It is told in no event.</p>
              ) : (
                <EventsTable summary={summary} events={actor.events} caption={`Events with ${shown(actor.name)}`} />
              )}
              <Rest shown={actor.events.length} total={actor.events_total} query={{ actor: actor.id }} />
            </Section>
            <Section title="Claims" note="Every claim in which it acts, is acted upon or is a partner.">
              <ClaimList name={name} filters={{ actor: actor.id }} empty="No claim names it in a role." />
            </Section>
            {actor.as_speaker > 0 && (
              <Section title="What it says" note="Claims that quote it, about whomever they are.">
                <ClaimList name={name} filters={{ speaker: actor.id }} empty="No claim quotes it." />
              </Section>
            )}
            <p class="id">{actor.id}</p>
          </>
        )}
      </Answered>
    </div>
  );
}
