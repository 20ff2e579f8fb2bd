/** The groups that types of events fall into, in one order for legend, map and timeline. */

import type { CaseSummary } from "../api/shapes";
import { type Mark, markOf } from "../map/palette";

export interface Groups {
  readonly names: readonly string[];
  readonly marks: readonly Mark[];
  /** By type, its group's index in `names`. */
  readonly of: (type: string) => number;
}

const ORDER = ["fight", "strike", "people", "hold", "move", "things", "politics", "ties"];

/** The groups of a case's vocabulary that its events have; a type without a group falls into "other". */
export function groupsOf(summary: CaseSummary): Groups {
  const told = new Map(Object.entries(summary.vocabulary).map(([type, { group }]) => [type, group] as const));
  const present = new Set(summary.types.map(({ type }) => told.get(type) ?? "other"));
  const names = [...ORDER.filter((name) => present.has(name)), ...[...present].filter((name) => !ORDER.includes(name)).sort()];
  if (!names.includes("other")) names.push("other");
  const index = new Map(names.map((name, k) => [name, k]));
  return {
    names,
    marks: names.map(markOf),
    of: (type) => index.get(told.get(type) ?? "other") ?? names.length - 1,
  };
}
