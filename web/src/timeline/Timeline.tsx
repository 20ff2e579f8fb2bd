import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Columns } from "../overview/columns";
import type { Groups } from "../overview/groups";
import { dayNumber, dayWords, intervalWords, numberDay } from "../parts/days";
import { type Bins, binned } from "./bins";
import { ticks } from "./ticks";

const PLOT = 84;
const AXIS = 20;

export interface TimelineProps {
  readonly columns: Columns;
  /** Events that pass everything but the filter on time. */
  readonly events: Int32Array;
  readonly groups: Groups;
  readonly groupOf: Uint8Array;
  /** The days that the axis covers. */
  readonly first: number;
  readonly last: number;
  readonly since: string | null;
  readonly until: string | null;
  readonly onRange: (since: string | null, until: string | null) => void;
  /** A day that is marked: control is drawn as of it. */
  readonly day: number | null;
  readonly children?: ComponentChildren;
}

/** How many events over time; a stretch of it is chosen by dragging, by clicking a bar, or with the arrow keys. */
export function Timeline(props: TimelineProps) {
  const { columns, events, groups, groupOf, first, last, since, until, onRange } = props;
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  const drag = useRef<{ from: number; moved: boolean; x: number } | null>(null);
  const [over, setOver] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    setWidth(element.clientWidth);
    return () => watch.disconnect();
  }, []);

  const bins = useMemo(
    () => binned(columns, events, groupOf, groups.names.length, first, last),
    [columns, events, groupOf, groups, first, last],
  );
  const start = bins.edges[0] as number;
  const end = bins.edges.at(-1) as number;
  const x = (day: number) => ((day - start) / (end - start)) * width;
  const dayAt = (px: number) => Math.max(start, Math.min(end - 1, Math.floor(start + (px / width) * (end - start))));
  const binAt = (day: number) => bins.edges.findIndex((edge, k) => day >= edge && day < (bins.edges[k + 1] ?? Infinity));

  const px = (event: PointerEvent) => event.clientX - (box.current as HTMLElement).getBoundingClientRect().left;
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    drag.current = { from: dayAt(px(event)), moved: false, x: px(event) };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const to = dayAt(px(event));
    setOver(binAt(to));
    const now = drag.current;
    if (now === null) return;
    if (Math.abs(px(event) - now.x) > 3) now.moved = true;
    if (!now.moved) return;
    const [a, b] = now.from <= to ? [now.from, to] : [to, now.from];
    onRange(numberDay(bins.edges[binAt(a)] as number), numberDay((bins.edges[binAt(b) + 1] as number) - 1));
  };
  const onPointerUp = () => {
    const now = drag.current;
    drag.current = null;
    if (now === null || now.moved) return;
    const bin = binAt(now.from);
    const chosen = [numberDay(bins.edges[bin] as number), numberDay((bins.edges[bin + 1] as number) - 1)] as const;
    if (since === chosen[0] && until === chosen[1]) onRange(null, null);
    else onRange(chosen[0], chosen[1]);
  };

  const low = since === null ? start : Math.max(start, Math.min(end, dayNumber(since)));
  const high = until === null ? end : Math.max(start, Math.min(end, dayNumber(until) + 1));
  const chosen = since !== null || until !== null;
  return (
    <section class="timeline" aria-label="Timeline">
      <div
        class="timeline-plot"
        ref={box}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => (drag.current = null)}
        onPointerLeave={() => setOver(null)}
      >
        <svg width={width} height={PLOT + AXIS} role="img" aria-label={summaryOf(bins)}>
          <Bars bins={bins} groups={groups} x={x} faded={chosen} low={low} high={high} />
          {over === null || over < 0 ? null : (
            <rect class="timeline-over" x={x(bins.edges[over] as number)} y={0} width={Math.max(1, x(bins.edges[over + 1] as number) - x(bins.edges[over] as number))} height={PLOT} />
          )}
          {chosen && <rect class="timeline-chosen" x={x(low)} y={0} width={Math.max(2, x(high) - x(low))} height={PLOT} />}
          {props.day === null ? null : <line class="timeline-day" x1={x(props.day + 0.5)} x2={x(props.day + 0.5)} y1={0} y2={PLOT} />}
          <line class="timeline-axis" x1={0} x2={width} y1={PLOT + 0.5} y2={PLOT + 0.5} />
          {ticks(start, end - 1, width).map((tick) => (
            <g key={tick.day} class={tick.strong ? "tick strong" : "tick"}>
              <line x1={x(tick.day)} x2={x(tick.day)} y1={PLOT} y2={PLOT + 5} />
              {x(tick.day) < width - 30 && (
                <text x={x(tick.day) + 3} y={PLOT + 15}>
                  {tick.label}
                </text>
              )}
            </g>
          ))}
        </svg>
        {chosen && (
          <>
            <Handle label="From" x={x(low)} day={low} least={start} most={high - 1} step={bins} onDay={(day) => onRange(numberDay(day), until)} />
            <Handle label="Until" x={x(high)} day={high - 1} least={low} most={end - 1} step={bins} onDay={(day) => onRange(since, numberDay(day))} />
          </>
        )}
      </div>
      <div class="timeline-foot">
        <p class="timeline-says" aria-live="polite">
          {over !== null && over >= 0 ? binText(bins, over) : chosen ? intervalWords({ start: since, end: until }) : `${dayWords(numberDay(first))} – ${dayWords(numberDay(last))}`}
        </p>
        {props.children}
        <ul class="timeline-key" aria-label="How dates are told">
          <li>
            <i class="is-dated" /> within the {bins.step}
          </li>
          <li>
            <i class="is-spread" /> some time in a longer stretch
          </li>
          <li>
            <i /> only “by” or “since”
          </li>
        </ul>
      </div>
    </section>
  );
}

function Bars({ bins, groups, x, low, high, faded }: { bins: Bins; groups: Groups; x: (day: number) => number; low: number; high: number; faded: boolean }) {
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

function Handle({
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

function binText(bins: Bins, b: number): string {
  const dated = bins.dated.reduce((sum, group) => sum + (group[b] as number), 0);
  const when = intervalWords({ start: numberDay(bins.edges[b] as number), end: numberDay((bins.edges[b + 1] as number) - 1) });
  const more = [
    (bins.spread[b] as number) > 0 ? `${bins.spread[b]} some time around it` : "",
    (bins.open[b] as number) > 0 ? `${bins.open[b]} by or since then` : "",
  ].filter((text) => text !== "");
  return [`${when}: ${dated} dated`, ...more].join(", ");
}

function summaryOf(bins: Bins): string {
  const total = (values: Int32Array) => values.reduce((sum, n) => sum + n, 0);
  const dated = bins.dated.reduce((sum, group) => sum + total(group), 0);
  return `Events by ${bins.step}: ${dated} dated within a ${bins.step}, ${total(bins.open)} with one end told; highest ${bins.highest} in a ${bins.step}.`;
}
