import type { ComponentChildren } from "preact";
import { building, trouble } from "../api/changes";
import { logout } from "../api/login";
import type { CaseRow, CaseSummary, Session } from "../api/shapes";
import { href, type ViewName } from "../state/address";
import { go } from "./navigation";
import { switchTheme, theme } from "./theme";

const PLACES: readonly { view: ViewName; label: string; also?: readonly ViewName[]; count?: keyof CaseSummary["counts"] }[] = [
  { view: "overview", label: "Overview", also: ["event"], count: "events" },
  { view: "contradictions", label: "Contradictions", count: "contradictions" },
  { view: "documents", label: "Documents", also: ["document", "claim"], count: "documents" },
  { view: "places", label: "Places", also: ["place"], count: "places" },
  { view: "actors", label: "Actors", also: ["actor"], count: "actors" },
  { view: "sources", label: "Sources", also: ["source"], count: "sources" },
  { view: "review", label: "Review" },
  { view: "report", label: "Report" },
  { view: "help", label: "Help" },
];

/** Go to what the field asks for. The form itself is never sent: the content security policy lets none be. */
function search(event: SubmitEvent): void {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const asked = new FormData(form).get("q");
  const q = typeof asked === "string" ? asked.trim() : "";
  if (q === "") return;
  // What is asked for stands in the view's own field from now on.
  form.reset();
  go(href("search", { query: { q } }));
}

/** The frame around every view: the case, where one can go, search, the theme, and a build that is running. */
export function Shell({
  name,
  cases,
  summary,
  view,
  session,
  children,
}: {
  name: string | null;
  cases: readonly CaseRow[];
  summary: CaseSummary | null;
  view: ViewName | null;
  session: Session | null;
  children: ComponentChildren;
}) {
  const other = theme.value === "dark" ? "light" : "dark";
  const running = building.value;
  return (
    <div class="shell">
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="shell-head">
        <a class="shell-name" href={href("overview")}>
          <img src="/icon.svg" alt="" width="20" height="20" /> tripoint
        </a>
        {cases.length > 1 ? (
          <select
            class="shell-case"
            aria-label="Case"
            value={name ?? ""}
            onChange={(event) => location.assign(`/?case=${encodeURIComponent(event.currentTarget.value)}`)}
          >
            {cases.map((row) => (
              <option key={row.case} value={row.case}>
                {row.title}
              </option>
            ))}
          </select>
        ) : (
          <span class="shell-case" dir="auto">
            {summary?.title ?? ""}
          </span>
        )}
        <form class="shell-search" role="search" onSubmit={search}>
          <input type="search" name="q" dir="auto" aria-label="Search claims and documents" placeholder="Search" autocomplete="off" />
        </form>
        <button type="button" class="shell-theme" aria-label={`Show in ${other} colours`} title={`Show in ${other} colours`} onClick={switchTheme}>
          {other === "dark" ? "☾" : "☀"}
        </button>
        <nav class="shell-nav" aria-label="Views">
          {PLACES.map((place) => {
            const here = view === place.view || (view !== null && place.also?.includes(view) === true);
            const count = place.count === undefined ? undefined : summary?.counts[place.count];
            return (
              <a key={place.view} href={href(place.view)} aria-current={here ? (view === place.view ? "page" : "true") : undefined}>
                {place.label}
                {count === undefined ? null : <small> {count.toLocaleString("en")}</small>}
              </a>
            );
          })}
          {session?.login === true && session.user !== null && (
            <button type="button" class="plain-button shell-logout" onClick={() => void logout()}>
              Log out, {session.user}
            </button>
          )}
        </nav>
      </header>
      {running !== null && (
        <p class="shell-building" role="status">
          Building: {running.stage}
          {running.of === null ? "" : `, ${running.done} of ${running.of}`}
        </p>
      )}
      {trouble.value !== null && (
        <p class="shell-building" role="alert">
          {trouble.value}{" "}
          <button type="button" class="plain-button" onClick={() => (trouble.value = null)}>
            Close
          </button>
        </p>
      )}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
