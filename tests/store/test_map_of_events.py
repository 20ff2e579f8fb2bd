"""Events on the map are exchanged as events are: those that stand stay where they are."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from tripoint.store.derived import WHOLE
from tripoint.store.filling import DatabaseWriter
from tripoint.store.tables import TABLES

(DRAW,) = (one for one in WHOLE.split(";") if "INTO events_rtree" in one)

events = st.dictionaries(st.integers(0, 12).map(str), st.one_of(st.none(), st.integers(-90, 90)), max_size=12)


def add(db: sqlite3.Connection, told: dict[str, int | None]) -> None:
    rows = ((one, latitude, latitude) for one, latitude in told.items())
    db.executemany("INSERT INTO events (event_id, latitude, longitude) VALUES (?, ?, ?)", rows)
    db.execute(DRAW)


@given(first=events, after=events, anew=st.booleans())
def test_the_map_holds_the_events_that_have_a_place(
    first: dict[str, int | None], after: dict[str, int | None], *, anew: bool
) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(TABLES)
        add(db, first)
        stands = {} if anew else {one: told for one, told in first.items() if one in after and after[one] == told}
        gone = None if anew else [(one,) for one in first if one not in stands]
        DatabaseWriter(db).remove_events(gone)
        add(db, {one: told for one, told in after.items() if one not in stands})
        drawn = db.execute("SELECT e.event_id, r.north FROM events_rtree r LEFT JOIN events e USING (event_row)")
        assert sorted(drawn) == sorted((one, told) for one, told in after.items() if told is not None)
