import type { PlaceRow } from "../api/records";
import type { ViewProps } from "../app/views";
import { intervalCode } from "../parts/days";
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
                <th scope="col">Known as</th>
                <th scope="col" class="number">
                  Events
                </th>
                <th scope="col" class="number">
                  Claims
                </th>
                <th scope="col">Told of</th>
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
                    <Words text={[place.admin1, place.country].filter(Boolean).join(", ")} />
                  </td>
                  <td>{place.precision === "unlocated" ? <span class="muted">not located</span> : place.precision}</td>
                  <td class="number">{place.events}</td>
                  <td class="number">{place.claims}</td>
                  <td class="when">{intervalCode({ start: place.since, end: place.until })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ListView>
  );
}
