import type { Groups } from "../overview/groups";
import type { Bins } from "./bins";

/** How high the bars can be; the axis stands below. */
export const PLOT = 84;

/** The bins as stacked bars: dated events by kind, those spread over a longer time, those of which one end is told. */
export function Bars({ bins, groups, x, low, high, faded }: { bins: Bins; groups: Groups; x: (day: number) => number; low: number; high: number; faded: boolean }) {
  const { edges, highest } = bins;
  if (highest === 0) return null;
  const scale = (PLOT - 8) / highest;
  const count = edges.length - 1;
  const paths = groups.names.map(() => ["", ""] as [string, string]);
  const spread: [string, string] = ["", ""];
  const open: [string, string] = ["", ""];
  for (let b = 0; b < count; b++) {
    const left = x(edges[b] as number);
    const right = x(edges[b + 1] as number);
    const gap = right - left > 4 ? 1 : right - left > 2 ? 0.5 : 0;
    const outside = faded && ((edges[b + 1] as number) <= low || (edges[b] as number) >= high) ? 1 : 0;
    let top = PLOT;
    const box = (n: number) => {
      const h = n * scale;
      top -= h;
      return `M${left.toFixed(1)} ${top.toFixed(1)}h${Math.max(0.8, right - left - gap).toFixed(1)}v${h.toFixed(1)}h${(-Math.max(0.8, right - left - gap)).toFixed(1)}Z`;
    };
    bins.dated.forEach((group, k) => {
      const n = group[b] as number;
      if (n > 0) (paths[k] as [string, string])[outside] += box(n);
    });
    if ((bins.spread[b] as number) > 0) spread[outside] += box(bins.spread[b] as number);
    if ((bins.open[b] as number) > 0) open[outside] += box(bins.open[b] as number);
  }
  return (
    <>
      {[0, 1].map((side) => (
        <g key={side} class={side === 1 ? "outside" : undefined}>
          {paths.map((both, k) => both[side] !== "" && <path key={k} d={both[side]} style={{ fill: `var(${groups.marks[k]?.token})` }} />)}
          {spread[side] !== "" && <path class="spread" d={spread[side]} />}
          {open[side] !== "" && <path class="open" d={open[side]} />}
        </g>
      ))}
    </>
  );
}
