/** Rows of events by number, fetched as they come into sight. */

import { useEffect, useState } from "preact/hooks";
import { version } from "../api/changes";
import { at, get } from "../api/client";
import type { EventRow } from "../api/shapes";

const AT_ONCE = 100;
/** How long a scroll must rest before rows are asked for; what flies by is not worth fetching. */
const REST_MS = 60;

let kept: { name: string; version: number; rows: Map<number, EventRow> } = { name: "", version: -1, rows: new Map() };

/** The rows with these numbers that are there; the others come in a moment, and draw again. */
export function useRows(name: string, numbers: readonly number[]): ReadonlyMap<number, EventRow> {
  if (kept.name !== name || kept.version !== version.value) kept = { name, version: version.value, rows: new Map() };
  const { rows } = kept;
  const [, drawAgain] = useState(0);
  const missing = numbers.filter((number) => !rows.has(number)).slice(0, AT_ONCE);
  const asked = missing.join(" ");
  useEffect(() => {
    if (asked === "") return;
    const call = new AbortController();
    const timer = setTimeout(
      () => {
        get<{ items: readonly EventRow[] }>(at(name, "events", "rows"), { row: asked.split(" ") }, call.signal).then(
          ({ items }) => {
            for (const row of items) rows.set(row.row, row);
            drawAgain((n) => n + 1);
          },
          // The table stays as it is; a server that is gone is said by the view itself.
          () => undefined,
        );
      },
      rows.size === 0 ? 0 : REST_MS,
    );
    return () => {
      clearTimeout(timer);
      call.abort();
    };
  }, [name, asked, rows]);
  return rows;
}
