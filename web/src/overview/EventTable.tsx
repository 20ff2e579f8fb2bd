import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { EventRow } from "../api/shapes";
import { Glyph } from "../map/Glyph";
import { intervalWords } from "../parts/days";
import { shown } from "../parts/text";
import { untimedLabel } from "../parts/wording";
import { href } from "../state/address";
import type { Columns } from "./columns";
import type { Groups } from "./groups";
import { useRows } from "./rows";

const ROW = 60;
const MARGIN = 6;

/** Events one below the other, any number of them: only rows in sight exist. Arrows move between them. */
export function EventTable({
  name,
  columns,
  listed,
  groups,
  onPoint,
}: {
  name: string;
  columns: Columns;
  /** Indices into the columns, in the order in which they are listed. */
  listed: Int32Array;
  groups: Groups;
  /** An event is pointed at (or none any more): the map shows where it is. */
  onPoint: (index: number | null) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [active, setActive] = useState(0);
  const moved = useRef(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    measure();
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    setActive(0);
    box.current?.scrollTo({ top: 0, behavior: "instant" });
  }, [listed]);

  const first = Math.max(0, Math.floor(view.top / ROW) - MARGIN);
  const last = Math.min(listed.length, Math.ceil((view.top + view.height) / ROW) + MARGIN);
  const numbers = useMemo(() => Array.from(listed.subarray(first, last), (i) => columns.row[i] as number), [columns, listed, first, last]);
  const rows = useRows(name, numbers);
  const reachable = active >= first && active < last && rows.has(numbers[active - first] as number);

  const move = (to: number) => {
    const next = Math.max(0, Math.min(listed.length - 1, to));
    setActive(next);
    moved.current = true;
    onPoint(listed[next] ?? null);
    const element = box.current;
    if (element === null) return;
    const top = next * ROW;
    if (top < element.scrollTop) element.scrollTo({ top, behavior: "instant" });
    else if (top + ROW > element.scrollTop + element.clientHeight) element.scrollTo({ top: top + ROW - element.clientHeight, behavior: "instant" });
  };
  // The row that the keys moved to may only now exist.
  useLayoutEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    box.current?.querySelector<HTMLAnchorElement>(`[data-at="${active}"] a`)?.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(view.height / ROW) - 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -listed.length, End: listed.length };
    const step = steps[event.key];
    if (step === undefined) return;
    move(active + step);
    event.preventDefault();
  };

  return (
    <div
      class="event-table"
      ref={box}
      role="list"
      aria-label="Events"
      // As long as the row that Tab leads to is not drawn, Tab leads to the list, so that keys can move it.
      tabIndex={reachable ? undefined : 0}
      onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
      onKeyDown={onKeyDown}
      onBlur={() => onPoint(null)}
      onMouseLeave={() => onPoint(null)}
    >
      <div class="event-table-space" role="presentation" style={{ height: `${listed.length * ROW}px` }}>
        {numbers.map((number, k) => {
          const at = first + k;
          const index = listed[at] as number;
          const mark = groups.marks[groups.of(columns.types[columns.type[index] as number] as string)];
          return (
            <div
              key={number}
              data-at={at}
              class="event-row"
              role="listitem"
              aria-posinset={at + 1}
              aria-setsize={listed.length}
              style={{ transform: `translateY(${at * ROW}px)`, height: `${ROW}px` }}
              onMouseEnter={() => onPoint(index)}
              onFocusCapture={() => {
                setActive(at);
                onPoint(index);
              }}
            >
              {mark === undefined ? null : <Glyph mark={mark} size={13} />}
              <Row row={rows.get(number)} located={(columns.site[index] as number) >= 0} reached={at === active} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Row({ row, located, reached }: { row: EventRow | undefined; located: boolean; reached: boolean }) {
  if (row === undefined) return <span class="event-row-waiting">…</span>;
  const when = intervalWords({ start: row.since, end: row.until });
  return (
    <div class="event-row-text">
      <a href={href("event", { id: row.id })} tabIndex={reached ? 0 : -1}>
        <bdi title={row.label}>{shown(untimedLabel(row.label, when))}</bdi>
      </a>
      <span class="event-row-meta">
        <span>{when}</span>
        <bdi>{row.place === null ? "place not told" : located ? shown(row.place) : `${shown(row.place)} (not on the map)`}</bdi>
        <span>
          {row.origins} {row.origins === 1 ? "origin" : "origins"}
        </span>
        {(row.contradictions ?? 0) > 0 && <span class="disputed">contested</span>}
        {row.decided !== null && <span>{row.decided}</span>}
      </span>
    </div>
  );
}
