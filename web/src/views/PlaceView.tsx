import { useAnswer } from "../api/answer";
import { at } from "../api/client";
import type { PlaceSheet } from "../api/records";
import { useTitle } from "../app/title";
import type { ViewProps } from "../app/views";
import { Answered } from "../parts/Answered";
import { ClaimList } from "../parts/ClaimList";
import { intervalWords } from "../parts/days";
import { EventsTable } from "../parts/Events";
import { Rest } from "../parts/Rest";
import { Section } from "../parts/Section";
import { Standing } from "../parts/Standing";
import { StripChart } from "../parts/StripChart";
import { Id } from "../parts/Id";
import { landWords } from "../parts/lands";
import { shown } from "../parts/text";
import { Written } from "../parts/Written";
import { Words } from "../parts/Words";
import { href } from "../state/address";

/** A place: who is said to have held it and in what state it was, over time; what happened there; who says so. */
export default function PlaceView({ name, summary, id }: ViewProps) {
  const answer = useAnswer<PlaceSheet>(at(name, "places", id));
  useTitle(answer.body?.name ?? "Place");
  return (
    <div class="view">
      <Answered answer={answer} what="the place" title="Place">
        {(place) => (
          <>
            <header class="masthead">
              <p class="kicker">
                <strong>Place</strong> · {where(place)}
              </p>
              <h1>
                <Words text={place.name} />
              </h1>
              <Written name={place.name} written={place.written} />
              <p class="dek">
                {position(place)} <a href={href("overview", { query: { place: place.id } })}>Show it in the overview</a>
              </p>
            </header>
            <Standing
              figures={[
                { label: place.events_total === 1 ? "event" : "events", value: place.events_total },
                { label: place.claims === 1 ? "claim" : "claims", value: place.claims },
                { label: "when it is told of", value: intervalWords({ start: place.since, end: place.until }, "no day told"), words: true },
              ]}
            />
            <Section title="Who holds it" note="As the sources tell it.">
              {place.control.length === 0 ? (
                <p class="muted">No source says who holds it.</p>
              ) : (
                <StripChart spans={place.control} nameOf={(span) => span.holder ?? "holder not told"} />
              )}
            </Section>
            {place.statuses.length > 0 && (
              <Section title="In what state" note="Open, closed, cut, besieged, damaged.">
                <StripChart spans={place.statuses} nameOf={(span) => span.status ?? "state not told"} />
              </Section>
            )}
            <Section title="What happened there">
              {place.events.length === 0 ? (
                <p class="muted">No event is placed there.</p>
              ) : (
                <EventsTable summary={summary} events={place.events} caption={`Events at ${shown(place.name)}`} />
              )}
              <Rest shown={place.events.length} total={place.events_total} query={{ place: place.id }} />
            </Section>
            <Section title="Claims" note="Every claim that names it, in any role: at, from, toward, near.">
              <ClaimList name={name} filters={{ place: place.id }} empty="No claim names it." />
            </Section>
            <Id id={place.id} />
          </>
        )}
      </Answered>
    </div>
  );
}

function where(place: PlaceSheet) {
  const told = [place.precision, landWords(place.admin1, place.country)].filter((one) => one !== null && one !== "");
  return <Words text={told.join(", ")} />;
}

/** Where it is, with how far it may be from there; never a point for what is none. */
function position(place: PlaceSheet): string {
  if (place.precision === "line") return "A line, not a point.";
  if (place.precision === "country") return "A country: no town stands for it.";
  if (place.precision === "area" && place.lat === null) return "An area, not a point.";
  if (place.lat === null || place.lon === null)
    return place.precision === "unlocated" ? "In no gazetteer: named, not located." : "It has no single point.";
  const ns = place.lat < 0 ? "S" : "N";
  const ew = place.lon < 0 ? "W" : "E";
  const radius =
    place.radius_km === null ? "" : `, give or take ${place.radius_km.toLocaleString("en", { maximumFractionDigits: 1 })} km`;
  return `${Math.abs(place.lat).toFixed(3)}° ${ns}, ${Math.abs(place.lon).toFixed(3)}° ${ew}${radius}.`;
}
