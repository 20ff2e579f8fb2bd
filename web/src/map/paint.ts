/** Draws the events of a case: areas beneath, marks and clusters above them. */

import type { Columns } from "../overview/columns";
import { isOutline, paintArea, radiusOf } from "./areas";
import { clusterRadius, type Drawn } from "./clusters";
import type { Colours } from "./colours";
import { at, type Frame, isOff, type Target } from "./frame";
import type { Mark } from "./palette";
import { paintAreas, paintCluster, paintMark } from "./signs";

/** Draw events, areas beneath marks. Returns what can be pointed at, the topmost last. */
export function paintEvents(
  ctx: CanvasRenderingContext2D,
  frame: Frame,
  columns: Columns,
  drawn: readonly Drawn[],
  marks: readonly Mark[],
  colours: Colours,
  lit: number | null,
): Target[] {
  const targets: Target[] = [];
  const order = drawn.map((_, k) => k).filter((k) => isOutline(drawn[k] as Drawn));
  order.sort((a, b) => radiusOf(columns, drawn[b] as Drawn) - radiusOf(columns, drawn[a] as Drawn));
  const taken = drawn.filter((one) => !isOutline(one)).map((one) => ({ ...at(frame, one), reach: clusterRadius(one.count) + 3 }));
  for (const index of order) {
    const target = paintArea(ctx, frame, columns, drawn[index] as Drawn, colours, lit === index, taken);
    if (target === null) continue;
    targets.push({ ...target, index });
    taken.push(target);
  }
  drawn.forEach((one, index) => {
    if (isOutline(one)) return;
    const { x, y } = at(frame, one);
    const r = clusterRadius(one.count);
    if (isOff(frame, x, y, r)) return;
    if (one.kind === "areas") paintAreas(ctx, x, y, one, colours);
    else if (one.kind === "mark") paintMark(ctx, x, y, r, one, marks, colours);
    else paintCluster(ctx, x, y, r, one, colours);
    if (lit === index) {
      ctx.beginPath();
      ctx.arc(x, y, r + 4, 0, Math.PI * 2);
      ctx.lineWidth = 2;
      ctx.strokeStyle = colours.ink;
      ctx.stroke();
    }
    targets.push({ x, y, reach: r + 3, index });
  });
  return targets;
}
