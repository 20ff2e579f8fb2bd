import type { PlaceRow } from "../api/records";
import type { ViewProps } from "../app/views";
import { intervalWords } from "../parts/days";
import { landWords } from "../parts/lands";
import { ListView } from "../parts/ListView";
import { Words } from "../parts/Words";
import { href } from "../state/address";

/** The places of the case, those told of most first. */
export default function PlacesView(props: ViewProps) {
  return (
    <ListView<PlaceRow>
      {...props}
      title="Places"
      dek="Every place that a claim names, those told of most first. A place that no gazetteer holds stays here under its name."
      path="places"
      what="places"
      empty="No claim names a place."
    >
      {(places) => (
        <div class="scroll" tabIndex={0} role="region" aria-label="Places">
          <table class="listing">
            <thead>
              <tr>
                <th scope="col">Place</th>
                <th scope="col">In</th>
                <th scope="col">Kind</th>
                <th scope="col" class="number">
                  Events
                </th>
                <th scope="col" class="number">
                  Claims
                </th>
                <th scope="col">When it is told of</th>
              </tr>
            </thead>
            <tbody>
              {places.map((place) => (
                <tr key={place.id}>
                  <th scope="row">
                    <a href={href("place", { id: place.id })}>
                      <Words text={place.name} />
                    </a>
                  </th>
                  <td>
                    <Words text={landWords(place.admin1, place.country)} />
                  </td>
                  <td>{place.precision === "unlocated" ? <span class="muted">not located</span> : place.precision}</td>
                  <td class="number" data-label={place.events === 1 ? "event" : "events"}>
                    {place.events}
                  </td>
                  <td class="number" data-label={place.claims === 1 ? "claim" : "claims"}>
                    {place.claims}
                  </td>
                  <td class="when">{intervalWords({ start: place.since, end: place.until }, "")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ListView>
  );
}
