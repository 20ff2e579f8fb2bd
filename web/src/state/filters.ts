/** The filters of a view: read from the query of the address, written back to it, sent to the server under the same names. */

import type { Params } from "../api/client";

export interface Filters {
  readonly place: string | null;
  readonly actor: string | null;
  readonly type: readonly string[];
  readonly speaker: string | null;
  readonly modality: string | null;
  /** Days as 2022-11-09. */
  readonly since: string | null;
  readonly until: string | null;
  readonly contested: boolean;
  /** At least so many origins; 1 is no filter. */
  readonly origins: number;
  readonly q: string | null;
  readonly decided: string | null;
}

export const NO_FILTERS: Filters = {
  place: null,
  actor: null,
  type: [],
  speaker: null,
  modality: null,
  since: null,
  until: null,
  contested: false,
  origins: 1,
  q: null,
  decided: null,
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WORDS = ["place", "actor", "speaker", "modality", "q", "decided"] as const;

/** Read the filters; what cannot be understood is no filter. */
export function readFilters(search: string): Filters {
  const told = new URLSearchParams(search);
  const text = (key: string) => told.get(key)?.trim() || null;
  const day = (key: string) => {
    const value = text(key);
    return value !== null && DAY.test(value) ? value : null;
  };
  const origins = Number(told.get("origins") ?? "1");
  return {
    place: text("place"),
    actor: text("actor"),
    speaker: text("speaker"),
    modality: text("modality"),
    q: text("q"),
    decided: text("decided"),
    type: [...new Set(told.getAll("type").filter((one) => one !== ""))].sort(),
    since: day("since"),
    until: day("until"),
    contested: told.get("contested") === "true",
    origins: Number.isInteger(origins) && origins > 1 ? origins : 1,
  };
}

/** The filters as parameters, for the address and for the server alike. */
export function filterParams(filters: Filters): Params {
  return { ...filters, contested: filters.contested || null, origins: filters.origins > 1 ? filters.origins : null };
}

/** How many filters are set, each type of event counted once. */
export function filtersSet(filters: Filters): number {
  const words = WORDS.filter((key) => filters[key] !== null).length;
  const time = filters.since !== null || filters.until !== null ? 1 : 0;
  return words + time + filters.type.length + (filters.contested ? 1 : 0) + (filters.origins > 1 ? 1 : 0);
}
