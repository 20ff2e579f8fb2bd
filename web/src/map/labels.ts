/** Names of countries and towns, written by the browser itself: no glyphs are fetched, and all scripts are shaped right. */

import type { Colours } from "./colours";
import { at, type Frame, isOff, type Target } from "./frame";
import { FONT } from "./palette";

export interface Name {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Of a country its size in square degrees, of a town its claims; the larger, the earlier. */
  readonly rank: number;
  readonly country: boolean;
}

/** A country that is smaller than so many pixels has no name yet. */
const SEEN = 9;

/** Write names where there is room, the highest rank first; none over another or over a mark. */
export function paintNames(ctx: CanvasRenderingContext2D, frame: Frame, names: readonly Name[], targets: readonly Target[], colours: Colours): void {
  const taken: [number, number, number, number][] = targets.map(({ x, y, reach }) => [x - reach, y - reach, x + reach, y + reach]);
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const name of names) {
    const { x, y } = at(frame, name);
    if (isOff(frame, x, y, 0) || (name.country && Math.sqrt(name.rank) * frame.world < SEEN * 360)) continue;
    ctx.font = name.country ? `600 11px ${FONT}` : `500 12px ${FONT}`;
    const text = name.country ? name.text.toUpperCase() : name.text;
    ctx.letterSpacing = name.country ? "1px" : "0px";
    const width = ctx.measureText(text).width;
    const spots: [number, number][] = name.country ? [[x - width / 2, y]] : [[x + 11, y], [x - width - 11, y], [x - width / 2, y + 18], [x - width / 2, y - 18]];
    const spot = spots.find(([left, middle]) => !taken.some(([a, b, c, d]) => left - 2 < c && left + width + 2 > a && middle - 8 < d && middle + 8 > b));
    if (spot === undefined) continue;
    taken.push([spot[0] - 2, spot[1] - 8, spot[0] + width + 2, spot[1] + 8]);
    ctx.lineWidth = 3;
    ctx.strokeStyle = colours.paper;
    ctx.globalAlpha = 0.85;
    ctx.strokeText(text, spot[0], spot[1]);
    ctx.globalAlpha = 1;
    ctx.fillStyle = name.country ? colours.soft : colours.ink;
    ctx.fillText(text, spot[0], spot[1]);
  }
  ctx.letterSpacing = "0px";
}
