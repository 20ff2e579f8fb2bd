import { useEffect } from "preact/hooks";
import { useAnswer } from "../api/answer";
import { follow as followChanges } from "../api/changes";
import { at, loginNeeded } from "../api/client";
import type { CaseRow, CaseSummary, Page, Session } from "../api/shapes";
import { Failure, Loading } from "../parts/State";
import { Login } from "./Login";
import { address, match } from "./navigation";
import { href } from "../state/address";
import { Shell } from "./Shell";
import { View } from "./View";

/** The whole app: which case is open, the frame around it, and the view that the path names. */
export function App() {
  const { path, search } = address.value;
  const cases = useAnswer<Page<CaseRow>>("/api/cases");
  const names = cases.body?.items.map((row) => row.case) ?? [];
  const asked = new URLSearchParams(search).get("case");
  const name = asked ?? names[0] ?? null;
  const summary = useAnswer<CaseSummary>(name === null ? null : at(name));
  const session = useAnswer<Session>("/api/session");
  const closed = loginNeeded.value;
  useEffect(() => (name === null || closed ? undefined : followChanges(name)), [name, closed]);

  const route = match(path);
  const error = cases.error ?? summary.error;
  return (
    <Shell name={name} cases={cases.body?.items ?? []} summary={summary.body} view={route?.view ?? null} session={session.body}>
      {closed ? (
        <Login />
      ) : error !== null ? (
        <Failure message={error.message} hint={error.hint} again={cases.error !== null ? cases.again : summary.again} />
      ) : route === null ? (
        <Failure message="There is no page at this address." hint="A link may have been cut short." to={{ href: href("overview"), name: "To the overview" }} />
      ) : name === null || summary.body === null ? (
        cases.loading || summary.loading ? <Loading what="the case" /> : <Failure message="No case is open." hint="Start the server with one: tripoint serve YOUR.case" />
      ) : (
        <View name={name} summary={summary.body} route={route} />
      )}
    </Shell>
  );
}
