/** The events that a report is of. */

import { useEffect, useState } from "preact/hooks";
import { version } from "../../api/changes";
import { ApiError, at, get } from "../../api/client";
import type { EventSheet } from "../../api/records";

/** The events in order of time; all or none, since a report with a gap would mislead. */
export function useEvents(name: string, ids: readonly string[]): { events: readonly EventSheet[] | null; error: ApiError | null } {
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

function inTime(events: readonly EventSheet[]): EventSheet[] {
  const day = (event: EventSheet) => event.time?.start ?? event.time?.end ?? "9999";
  return [...events].sort((a, b) => day(a).localeCompare(day(b)));
}
