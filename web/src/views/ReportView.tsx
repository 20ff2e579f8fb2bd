import { useEffect } from "preact/hooks";
import { at, query } from "../api/client";
import type { ViewProps } from "../app/views";
import { gather, gathered } from "../parts/selection";
import { Empty, Failure, Loading } from "../parts/State";
import { count } from "../parts/wording";
import { Words } from "../parts/Words";
import { footnotes } from "./footnotes";
import { Note } from "./report/Note";
import { ReportedEvent } from "./report/ReportedEvent";
import { useEvents } from "./report/selected";

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
