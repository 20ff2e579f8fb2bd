/** The signs for events: a mark for one, a ring with a number for several, a plate for those told for an area. */

import type { Drawn } from "./clusters";
import type { Colours } from "./colours";
import type { Spot } from "./frame";
import { FONT, type Mark, trace } from "./palette";

/** One event: the shape and colour of its group. */
export function paintMark(ctx: CanvasRenderingContext2D, x: number, y: number, r: number, one: Drawn, marks: readonly Mark[], colours: Colours): void {
  const group = one.groups.findIndex((n) => n > 0);
  const mark = marks[group] as Mark;
  const colour = colours.groups[group] as string;
  ctx.beginPath();
  trace(ctx, mark.shape, x, y, r);
  ctx.lineWidth = mark.shape === "ring" ? 5 : 3;
  ctx.strokeStyle = colours.paper;
  ctx.stroke();
  if (mark.shape === "ring") {
    ctx.lineWidth = 3;
    ctx.strokeStyle = colour;
    ctx.stroke();
  } else {
    ctx.fillStyle = colour;
    ctx.fill();
  }
  if (one.contested > 0) flag(ctx, x + r, y - r, colours);
}

/** A ring with a share for each group, and the number in it. */
export function paintCluster(ctx: CanvasRenderingContext2D, x: number, y: number, r: number, one: Drawn, colours: Colours): void {
  ctx.beginPath();
  ctx.arc(x, y, r + 1, 0, Math.PI * 2);
  ctx.fillStyle = colours.paper;
  ctx.fill();
  const width = Math.max(3.5, r * 0.24);
  let from = -Math.PI / 2;
  one.groups.forEach((n, group) => {
    if (n === 0) return;
    const to = from + (n / one.count) * Math.PI * 2;
    ctx.beginPath();
    ctx.arc(x, y, r - width / 2, from, to);
    ctx.lineWidth = width;
    ctx.strokeStyle = colours.groups[group] as string;
    ctx.stroke();
    from = to;
  });
  ctx.font = `600 ${r < 14 ? 11 : 12}px ${FONT}`;
  ctx.fillStyle = colours.ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(short(one.count), x, y + 0.5);
  ctx.textAlign = "start";
  if (one.contested > 0) flag(ctx, x + r * 0.72, y - r * 0.72, colours);
}

/** Several areas at once: their number on a dashed sign, which is no spot. */
export function paintAreas(ctx: CanvasRenderingContext2D, x: number, y: number, one: Drawn, colours: Colours): void {
  const colour = colours.groups[one.groups.indexOf(Math.max(...one.groups))] as string;
  ctx.setLineDash([3, 2]);
  pill(ctx, x, y, short(one.count), colour, one.contested > 0, colours);
}

/** A plate with a word or number, as a spot that is then taken. */
export function pill(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  text: string,
  colour: string,
  contested: boolean,
  colours: Colours,
): Spot {
  ctx.font = `600 11px ${FONT}`;
  const half = Math.max(10, ctx.measureText(text).width / 2 + 6);
  ctx.beginPath();
  ctx.roundRect(x - half, y - 9, half * 2, 18, 3);
  ctx.fillStyle = colours.paper;
  ctx.fill();
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = colour;
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = colours.ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, x, y + 0.5);
  ctx.textAlign = "start";
  if (contested) flag(ctx, x + half, y - 9, colours);
  return { x, y, reach: half + 2 };
}

/** The sign that sources contradict each other about something in it. */
function flag(ctx: CanvasRenderingContext2D, x: number, y: number, colours: Colours): void {
  ctx.beginPath();
  ctx.arc(x, y, 4.2, 0, Math.PI * 2);
  ctx.fillStyle = colours.dispute;
  ctx.fill();
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = colours.paper;
  ctx.stroke();
}

/** A number as it fits on a sign: 950, 1.2k, 14k. */
export function short(count: number): string {
  if (count < 1000) return String(count);
  return count < 10_000 ? `${(count / 1000).toFixed(1)}k` : `${Math.round(count / 1000)}k`;
}
