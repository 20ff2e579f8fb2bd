import { Failure } from "../parts/State";
import type { Keys } from "../state/address";
import type { Filters } from "../state/filters";
import type { Extent } from "../timeline/bins";
import { Timeline } from "../timeline/Timeline";
import type { Columns } from "./columns";
import { ControlBar } from "./ControlBar";
import type { ControlShown } from "./controlShown";
import type { Groups } from "./groups";
import { HeldList } from "./Hovered";
import type { Selection } from "./selection";

export type Axis = "all" | "dense";

/** Time below the map: how many events when, and with control the day on which it is drawn. */
export function TimeShown({
  columns,
  chosen,
  groups,
  groupOf,
  days,
  axis,
  filters,
  control,
  update,
}: {
  columns: Columns;
  chosen: Selection;
  groups: Groups;
  groupOf: Uint8Array;
  days: Extent | null;
  axis: Axis;
  filters: Filters;
  control: ControlShown;
  update: (keys: Keys) => void;
}) {
  if (days === null)
    return (
      <div class="overview-time">
        <p class="note">No event of this selection has a date.</p>
      </div>
    );
  const { first, last } = axisOf(days, axis);
  const { spans, told, held, holders, day, known } = control;
  return (
    <div class="overview-time">
      <Timeline
        columns={columns}
        events={chosen.anyTime}
        groups={groups}
        groupOf={groupOf}
        first={first}
        last={last}
        since={filters.since}
        until={filters.until}
        onRange={(since, until) => update({ since, until })}
        day={held === null ? null : day}
      >
        {days.outside > 0 && (
          <button type="button" class="plain" onClick={() => update({ axis: axis === "all" ? null : "all" })}>
            {axis === "all" ? "Only the dense part" : `${days.outside} dates lie outside: show all of time`}
          </button>
        )}
      </Timeline>
      {held !== null && day !== null && (
        <>
          {spans.error !== null ? (
            <Failure message={spans.error.message} hint={spans.error.hint} again={spans.again} />
          ) : (
            <ControlBar spans={told} held={held} holders={holders} first={first} last={last} day={day} known={known} update={update} />
          )}
          <HeldList held={held} />
        </>
      )}
    </div>
  );
}

/** The days that the axis of time covers. */
export function axisOf(days: Extent, axis: Axis): { first: number; last: number } {
  return axis === "all" ? { first: days.first, last: days.last } : { first: days.bulkFirst, last: days.bulkLast };
}
