/** Addresses inside the app. The path says which view of which thing, the query everything else that is shown. */

import { query, type Params } from "../api/client";

export type ViewName =
  | "overview"
  | "event"
  | "claim"
  | "document"
  | "place"
  | "actor"
  | "source"
  | "contradictions"
  | "review"
  | "report"
  | "search"
  | "places"
  | "actors"
  | "sources"
  | "documents"
  | "help";

/** The path of each view as preact-iso matches it. */
export const PATHS: Readonly<Record<ViewName, string>> = {
  overview: "/",
  event: "/events/:id",
  claim: "/claims/:id",
  document: "/documents/:id",
  place: "/places/:id",
  actor: "/actors/:id",
  source: "/sources/:id",
  contradictions: "/contradictions",
  review: "/review",
  report: "/report",
  search: "/search",
  places: "/places",
  actors: "/actors",
  sources: "/sources",
  documents: "/documents",
  help: "/help",
};

/**
 * The address of a view: `href("document", { id, query: { span: "10-42" } })`. The case that is open is kept, since a
 * server may hold several.
 */
export function href(view: ViewName, told: { id?: string; query?: Params } = {}): string {
  const path = PATHS[view].replace(":id", encodeURIComponent(told.id ?? ""));
  const open = typeof location === "undefined" ? null : new URLSearchParams(location.search).get("case");
  return path + query({ case: open, ...told.query });
}

/** Keys of a query to be changed: null takes one away, a list repeats it. */
export type Keys = Readonly<Record<string, string | readonly string[] | null>>;

/** A query with some keys changed. */
export function changed(search: string, keys: Keys): string {
  const params = new URLSearchParams(search);
  for (const [key, value] of Object.entries(keys)) {
    params.delete(key);
    for (const one of Array.isArray(value) ? value : [value]) if (one !== null) params.append(key, one as string);
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
