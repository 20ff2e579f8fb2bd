import type { ActorRow } from "../api/records";
import type { ViewProps } from "../app/views";
import { intervalWords } from "../parts/days";
import { ListView } from "../parts/ListView";
import { voiceWords } from "../parts/wording";
import { Words } from "../parts/Words";
import { href } from "../state/address";

/** The actors of the case, those told of most first. */
export default function ActorsView(props: ViewProps) {
  return (
    <ListView<ActorRow>
      {...props}
      title="Actors"
      dek="Everyone who is told to act, to be acted upon or to speak, those told of most first."
      path="actors"
      what="actors"
      empty="No claim names an actor."
    >
      {(actors) => (
        <div class="scroll" tabIndex={0} role="region" aria-label="Actors">
          <table class="listing">
            <thead>
              <tr>
                <th scope="col">Actor</th>
                <th scope="col" class="number">
                  Claims
                </th>
                <th scope="col" class="number">
                  Acts
                </th>
                <th scope="col" class="number">
                  Acted upon
                </th>
                <th scope="col" class="number">
                  Partner
                </th>
                <th scope="col" class="number">
                  Voice
                </th>
                <th scope="col">When it is told of</th>
              </tr>
            </thead>
            <tbody>
              {actors.map((actor) => (
                <tr key={actor.id}>
                  <th scope="row">
                    <a href={href("actor", { id: actor.id })}>
                      <Words text={voiceWords(actor.name)} />
                    </a>
                  </th>
                  {Object.entries({
                    claims: actor.claims,
                    acts: actor.as_agent,
                    "acted upon": actor.as_target,
                    partner: actor.as_recipient,
                    voice: actor.as_speaker,
                  }).map(([what, n]) => (
                    <td key={what} class={n === 0 ? "number none" : "number"} data-label={what}>
                      {n === 0 ? <span class="muted">·</span> : n}
                    </td>
                  ))}
                  <td class="when">{intervalWords({ start: actor.since, end: actor.until }, "")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ListView>
  );
}
