"""Events are listed and drawn as they are exchanged: what stands is not made of its record again."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from tripoint.store.derived import LISTED
from tripoint.store.filling import DatabaseWriter
from tripoint.store.tables import TABLES

events = st.dictionaries(st.integers(0, 12).map(str), st.one_of(st.none(), st.integers(-90, 90)), max_size=12)


def add(db: sqlite3.Connection, told: dict[str, int | None]) -> None:
    rows = ((one, latitude, latitude, json.dumps({"parts": parts(latitude)})) for one, latitude in told.items())
    db.executemany("INSERT INTO events (event_id, latitude, longitude, record) VALUES (?, ?, ?, ?)", rows)
    db.executescript(LISTED)


def parts(latitude: int | None) -> list[str]:
    return [] if latitude is None or latitude < 0 else [f"part {latitude}"]


@given(first=events, after=events, anew=st.booleans())
def test_the_map_the_list_and_the_parts_are_those_of_the_events(
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
        listed = db.execute("SELECT position, event_id, latitude FROM event_order ORDER BY position").fetchall()
        assert listed == [(at, *one) for at, one in enumerate(sorted(after.items()), 1)]
        (rows,) = db.execute("SELECT count(*) FROM event_order JOIN events USING (event_row, event_id)").fetchone()
        assert rows == len(after)
        told = [(part, one) for one, latitude in after.items() for part in parts(latitude)]
        assert sorted(db.execute("SELECT * FROM event_parts")) == sorted(told)
