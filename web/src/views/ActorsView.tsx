import type { ActorRow } from "../api/records";
import type { ViewProps } from "../app/views";
import { intervalCode } from "../parts/days";
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
                <th scope="col">Told of</th>
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
                  {[actor.claims, actor.as_agent, actor.as_target, actor.as_recipient, actor.as_speaker].map((n, i) => (
                    <td key={i} class="number">
                      {n === 0 ? <span class="muted">·</span> : n}
                    </td>
                  ))}
                  <td class="when">{intervalCode({ start: actor.since, end: actor.until })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ListView>
  );
}
