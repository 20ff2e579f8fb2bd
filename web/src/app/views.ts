/** The table of views: each is a module of its own that is loaded when it is first shown. */

import type { ComponentType } from "preact";
import type { CaseSummary } from "../api/shapes";
import type { Keys, ViewName } from "../state/address";

/** What every view gets. */
export interface ViewProps {
  /** The case's name, for `at(name, "events", id)`. */
  readonly name: string;
  readonly summary: CaseSummary;
  /** The id in the path, decoded; "" for a view without one. */
  readonly id: string;
  /** The query of the address, `?` included: all of the view's state is in it. */
  readonly search: string;
  /**
   * Change some keys of the query and leave the others; null takes a key away, a list repeats it. Without `push` there
   * is no step for "back".
   */
  readonly change: (keys: Keys, options?: { push?: boolean }) => void;
}

interface ViewModule {
  readonly default: ComponentType<ViewProps>;
}

/** How a view is loaded, and what the browser's tab says until the view has called `useTitle`. */
export const VIEWS: Readonly<Record<ViewName, { title: string; load: () => Promise<ViewModule> }>> = {
  overview: { title: "Overview", load: () => import("../overview/Overview") },
  event: { title: "Event", load: () => import("../views/EventView") },
  claim: { title: "Claim", load: () => import("../views/ClaimView") },
  document: { title: "Document", load: () => import("../views/DocumentView") },
  place: { title: "Place", load: () => import("../views/PlaceView") },
  actor: { title: "Actor", load: () => import("../views/ActorView") },
  source: { title: "Source", load: () => import("../views/SourceView") },
  contradictions: { title: "Contradictions", load: () => import("../views/ContradictionsView") },
  review: { title: "Review", load: () => import("../views/ReviewView") },
  report: { title: "Report", load: () => import("../views/ReportView") },
  search: { title: "Search", load: () => import("../views/SearchView") },
  places: { title: "Places", load: () => import("../views/PlacesView") },
  actors: { title: "Actors", load: () => import("../views/ActorsView") },
  sources: { title: "Sources", load: () => import("../views/SourcesView") },
  help: { title: "Help", load: () => import("../views/HelpView") },
  documents: { title: "Documents", load: () => import("../views/DocumentsView") },
};
