import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Columns } from "../overview/columns";
import type { Groups } from "../overview/groups";
import { dayNumber, dayWords, intervalWords, numberDay } from "../parts/days";
import { Bars, PLOT } from "./Bars";
import { binned } from "./bins";
import { Handle } from "./Handle";
import { ticks } from "./ticks";
import { binText, summaryOf } from "./told";

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
