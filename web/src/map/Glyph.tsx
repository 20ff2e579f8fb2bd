import { type Mark, trace } from "./palette";

/** A mark as it is drawn on the map, in a line of text; its name stands beside it, so it is silent to screen readers. */
export function Glyph({ mark, size = 12 }: { mark: Mark; size?: number }) {
  const parts: string[] = [];
  const n = (value: number) => value.toFixed(2);
  trace(
    {
      moveTo: (x, y) => parts.push(`M${n(x)} ${n(y)}`),
      lineTo: (x, y) => parts.push(`L${n(x)} ${n(y)}`),
      closePath: () => parts.push("Z"),
      rect: (x, y, w, h) => parts.push(`M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}Z`),
      arc: (x, y, r) => parts.push(`A${n(r)} ${n(r)} 0 1 1 ${n(x - r)} ${n(y)}A${n(r)} ${n(r)} 0 1 1 ${n(x + r)} ${n(y)}Z`),
    },
    mark.shape,
    8,
    8,
    mark.shape === "ring" ? 4.6 : 6,
  );
  const colour = `var(${mark.token})`;
  const ring = mark.shape === "ring";
  return (
    <svg class="glyph" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={parts.join("")} fill={ring ? "none" : colour} stroke={ring ? colour : "none"} stroke-width={ring ? 3 : 0} />
    </svg>
  );
}
