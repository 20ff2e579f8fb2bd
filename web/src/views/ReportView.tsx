import { useEffect, useState } from "preact/hooks";
import { ApiError, at, get, query } from "../api/client";
import type { ClaimCard, EventSheet } from "../api/records";
import type { ViewProps } from "../app/views";
import { wordsOf } from "../parts/Claim";
import { publishedWords, rowPublished } from "../parts/dates";
import { intervalWords } from "../parts/days";
import { typeWords } from "../parts/Events";
import { Label } from "../parts/Label";
import { gather, gathered } from "../parts/selection";
import { Failure, Empty, Loading } from "../parts/State";
import { shown } from "../parts/text";
import { count, credibilityWords, fieldWords, modalityWords, voiceWords } from "../parts/wording";
import { Words } from "../parts/Words";
import { version } from "../api/changes";
import { href } from "../state/address";
import { fieldRows, valueWords } from "../parts/fields";
import { footnotes, type Footnotes } from "./footnotes";

/** A selection of events as a page to print, each statement with a footnote to the words it rests on. */
export default function ReportView({ name, summary, search, change }: ViewProps) {
  const asked = new URLSearchParams(search).getAll("event");
  const kept = gathered(name).value;
  const ids = asked.length > 0 ? asked : kept;
  const { events, error } = useEvents(name, ids);
  // The address holds the selection, so that the report can be passed on.
  useEffect(() => {
    if (asked.length === 0 && kept.length > 0) change({ event: kept });
  }, [kept]);
  if (ids.length === 0)
    return (
      <div class="view">
        <header class="masthead">
          <h1>Report</h1>
        </header>
        <Empty
          message="Nothing is in the report yet."
          hint="Open an event and choose “Add to the report”. The report then prints with a footnote for every statement."
        />
      </div>
    );
  if (error !== null || events === null)
    return (
      <div class="view">
        <h1 class="visually-hidden">Report</h1>
        {error === null ? <Loading what="the events" /> : <Failure message={error.message} hint={error.hint} />}
      </div>
    );
  const notes = footnotes(events.flatMap((event) => event.claims));
  const remove = (id: string) => {
    if (kept.includes(id)) gather(name, id);
    change({ event: ids.filter((one) => one !== id) });
  };
  return (
    <div class="view report">
      <div class="bar no-print actions">
        <button type="button" class="button primary" onClick={() => print()}>
          Print, or save as PDF
        </button>
        <a class="button" href={at(name, "report") + query({ event: ids, format: "md" })} download={`${name}.md`}>
          Markdown
        </a>
      </div>
      <header class="masthead">
        <p class="kicker">
          <Words text={summary.title} /> · {count(events.length, "event")}
        </p>
        <h1>What is said, and by whom</h1>
        <p class="dek">
          Put together by a machine from {count(notes.claims.length, "claim")} in the pages of this case. It tells what is
          claimed, by how many independent origins, and who contradicts it. It does not tell what is true. Numbers refer to the
          words, at the end.
        </p>
      </header>
      {events.map((event) => (
        <ReportedEvent key={event.event_id} event={event} notes={notes} summary={summary} remove={() => remove(event.event_id)} />
      ))}
      <section class="section" aria-labelledby="notes">
        <header>
          <h2 id="notes">The words</h2>
        </header>
        <ol class="footnotes">
          {notes.claims.map((claim, i) => (
            <li key={claim.claim_id} id={`note-${i + 1}`}>
              <Note claim={claim} />
            </li>
          ))}
        </ol>
      </section>
      <p class="small muted">
        Case {name}, built {summary.built_at?.slice(0, 10) ?? "on a day not told"}, version {summary.version.slice(0, 12)}.
      </p>
    </div>
  );
}

function ReportedEvent({
  event,
  notes,
  summary,
  remove,
}: {
  event: EventSheet;
  notes: Footnotes;
  summary: ViewProps["summary"];
  remove: () => void;
}) {
  const open = event.contradictions.filter((one) => one.explained === null);
  const rows = fieldRows(event).filter((row) => row.field !== "type" && row.field !== "occurred");
  return (
    <article class="section reported">
      <header>
        <p class="small">
          <strong>{intervalWords(event.time)}</strong>
        </p>
        <p class="small">
          {event.place === null ? "no place named" : <Words text={event.place.name} />}
          <br />
          {count(event.origins.length, "independent origin")}
          <br />
          {count(event.claims.length, "claim")}
          <br />
          credibility {credibilityWords(event.credibility)}
        </p>
        <button type="button" class="plain-button small no-print" onClick={remove}>
          Leave it out
        </button>
      </header>
      <div>
        <h2>
          <a href={href("event", { id: event.event_id })}>
            <Label label={event.label} />
          </a>
        </h2>
        {open.map((one) => (
          <div key={one.id} class="reported-dispute">
            <h3 class="disputed">Disputed: {fieldWords(one.field).toLowerCase()}</h3>
            <ul>
              {one.sides.map((side) => (
                <li key={side.value}>
                  <Words text={valueWords(one.field, side.value, (type) => typeWords(summary, type))} />
                  <Marks claims={side.claims} notes={notes} />
                </li>
              ))}
            </ul>
          </div>
        ))}
        <dl class="facts">
          <div class="fact">
            <dt>Told</dt>
            <dd>
              {groupByTelling(event.claims).map(([told, ids], i) => (
                <span key={told}>
                  {i > 0 && "; "}
                  {told}
                  <Marks claims={ids} notes={notes} />
                </span>
              ))}
            </dd>
          </div>
          {rows.map((row) => (
            <div key={row.field} class="fact">
              <dt>{fieldWords(row.field)}</dt>
              <dd>
                {row.values.map((value, i) => (
                  <span key={value.value} class={value.shown || row.values.length === 1 ? "" : "muted"}>
                    {i > 0 && "; "}
                    <Words text={value.value} />
                    <Marks claims={value.claims} notes={notes} />
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </article>
  );
}

function groupByTelling(claims: readonly ClaimCard[]): (readonly [string, string[]])[] {
  const found = new Map<string, string[]>();
  for (const claim of claims) {
    const told = claim.polarity === "denied" ? "denied" : modalityWords(claim.modality);
    found.set(told, [...(found.get(told) ?? []), claim.claim_id]);
  }
  return [...found];
}

function Marks({ claims, notes }: { claims: readonly string[]; notes: Footnotes }) {
  const numbers = claims.map((id) => notes.numberOf.get(id)).filter((n): n is number => n !== undefined);
  return (
    <sup class="claim-numbers">
      {numbers
        .sort((a, b) => a - b)
        .map((n) => (
          <a key={n} href={`#note-${n}`} aria-label={`Note ${n}`}>
            {n}
          </a>
        ))}
    </sup>
  );
}

function Note({ claim }: { claim: ClaimCard }) {
  const voices = claim.speakers.map((voice) => voiceWords(voice.name));
  return (
    <>
      <q dir="auto">{shown(claim.evidence.map((span) => span.text).join(" … "))}</q>{" "}
      {voices.length > 0 && (
        <>
          <Words text={voices.join(", via ")} />
          {claim.outlet === null ? ", " : ", in "}
        </>
      )}
      {claim.outlet === null ? "outlet not told" : <Words text={claim.outlet} />}
      {claim.headline !== null && (
        <>
          {", “"}
          <Words text={claim.headline} />
          {"”"}
        </>
      )}
      , {publishedWords(rowPublished(claim))}.{" "}
      <a class="no-print" href={wordsOf(claim)}>
        In the page
      </a>{" "}
      <span class="id">
        <Words text={claim.source} />
      </span>
    </>
  );
}

function inTime(events: readonly EventSheet[]): EventSheet[] {
  const day = (event: EventSheet) => event.time?.start ?? event.time?.end ?? "9999";
  return [...events].sort((a, b) => day(a).localeCompare(day(b)));
}

/** The events in order of time; all or none, since a report with a gap would mislead. */
function useEvents(name: string, ids: readonly string[]): { events: readonly EventSheet[] | null; error: ApiError | null } {
  const asked = ids.join(" ");
  const built = version.value;
  const [state, setState] = useState<{ asked: string; events: readonly EventSheet[] | null; error: ApiError | null }>({
    asked: "",
    events: null,
    error: null,
  });
  useEffect(() => {
    if (asked === "") return;
    const call = new AbortController();
    Promise.all(asked.split(" ").map((id) => get<EventSheet>(at(name, "events", id), {}, call.signal))).then(
      (events) => setState({ asked, events: inTime(events), error: null }),
      (error: unknown) => {
        if (call.signal.aborted) return;
        call.abort();
        setState({
          asked,
          events: null,
          error: error instanceof ApiError ? error : new ApiError(0, "failed", String(error), null),
        });
      },
    );
    return () => call.abort();
  }, [asked, name, built]);
  return state.asked === asked ? state : { events: state.error === null ? state.events : null, error: null };
}
