import { dayWords, numberDay } from "../parts/days";
import type { Bins } from "./bins";

/** One end of the stretch that is chosen: dragged, or moved with the arrow keys by a bin, with shift by a day. */
export function Handle({
  label,
  x,
  day,
  least,
  most,
  step,
  onDay,
}: {
  label: string;
  x: number;
  day: number;
  least: number;
  most: number;
  step: Bins;
  onDay: (day: number) => void;
}) {
  const far = { day: 1, week: 7, month: 30, quarter: 91, year: 365, decade: 3652 }[step.step];
  const onKeyDown = (event: KeyboardEvent) => {
    const by: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity };
    const turn = by[event.key];
    if (turn === undefined) return;
    event.preventDefault();
    onDay(Math.max(least, Math.min(most, day + turn * (event.shiftKey ? 1 : far))));
  };
  return (
    <div
      class="timeline-handle"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={day}
      aria-valuetext={dayWords(numberDay(day))}
      style={{ left: `${x}px` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        event.stopPropagation();
        const plot = (event.currentTarget.parentElement as HTMLElement).getBoundingClientRect();
        const start = step.edges[0] as number;
        const end = step.edges.at(-1) as number;
        const to = Math.round(start + ((event.clientX - plot.left) / plot.width) * (end - start)) - (label === "Until" ? 1 : 0);
        onDay(Math.max(least, Math.min(most, to)));
      }}
    />
  );
}
