/** What the timeline shows, in words: for the foot, and for those who do not see it. */

import { intervalWords, numberDay } from "../parts/days";
import type { Bins } from "./bins";

/** One bin: how many are dated in it, and how many may belong there. */
export function binText(bins: Bins, b: number): string {
  const dated = bins.dated.reduce((sum, group) => sum + (group[b] as number), 0);
  const when = intervalWords({ start: numberDay(bins.edges[b] as number), end: numberDay((bins.edges[b + 1] as number) - 1) });
  const more = [
    (bins.spread[b] as number) > 0 ? `${bins.spread[b]} some time around it` : "",
    (bins.open[b] as number) > 0 ? `${bins.open[b]} by or since then` : "",
  ].filter((text) => text !== "");
  return [`${when}: ${dated} dated`, ...more].join(", ");
}

/** All bins in a sentence. */
export function summaryOf(bins: Bins): string {
  const total = (values: Int32Array) => values.reduce((sum, n) => sum + n, 0);
  const dated = bins.dated.reduce((sum, group) => sum + total(group), 0);
  return `Events by ${bins.step}: ${dated} dated within a ${bins.step}, ${total(bins.open)} with one end told; highest ${bins.highest} in a ${bins.step}.`;
}
