"""Claims placed among events before these are assessed stand where a case.db has them that learns all at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from hypothesis import given
from hypothesis import strategies as st

from tripoint.store.derived import LISTED, LISTED_PLACES, NAMES, ORDERED, PLACED, WHOLE
from tripoint.store.filling import DatabaseWriter
from tripoint.store.tables import TABLES

CLAIMS = 12
days = st.sampled_from([None, "2015-03-01", "2015-03-02", "2016-01-01"])
events = st.dictionaries(
    st.integers(0, 9).map(str), st.tuples(days, days, st.frozensets(st.integers(0, CLAIMS - 1), max_size=4)), max_size=9
)
Told = dict[str, tuple[str | None, str | None, frozenset[int]]]


@contextmanager
def case() -> Iterator[sqlite3.Connection]:
    """Give a database that holds claims, each with a party and a place."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(TABLES)
        for at in range(CLAIMS):
            sql = "INSERT INTO claims (claim_id, type, source, part, start) VALUES (?, 'strike', ?, 0, 0)"
            db.execute(sql, (f"c{at}", f"s{at * 5 % CLAIMS}"))
            row, name = at + 1, f"name {at % 4}"
            db.execute("INSERT INTO party_names VALUES (?, ?, NULL, ?)", (row, name, name))
            db.execute("INSERT INTO party_texts VALUES (?, ?, '', NULL)", (row, row))
            db.execute("INSERT INTO party_rows VALUES (?, 0, 'agent', ?)", (row, row))
            db.execute("INSERT INTO place_names VALUES (?, ?, NULL, ?)", (row, name, name))
            db.execute("INSERT INTO place_spots (spot_row, name_row, text) VALUES (?, ?, '')", (row, row))
            db.execute("INSERT INTO place_rows VALUES (?, 0, 'at', ?)", (row, row))
        yield db


def members(told: Told) -> Iterator[tuple[str, tuple[str | None, str | None], list[str]]]:
    return ((one, (since, until), [f"c{at}" for at in claims]) for one, (since, until, claims) in told.items())


def add(db: sqlite3.Connection, told: Told, *, claims: bool) -> None:
    for one, (since, until), names in members(told):
        sql = "INSERT INTO events (event_id, type, time_start, time_end, record) VALUES (?, 'strike', ?, ?, '{}')"
        db.execute(sql, (one, since, until))
        if claims:
            db.executemany("INSERT INTO event_claims VALUES (?, ?)", ((one, name) for name in names))


def shown(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    tables = ("event_claims", "claim_order", "party_order", "place_order", "actors", "places", "totals", "type_totals")
    listed = "SELECT position, event_id, time_start, time_end FROM event_order"
    return {
        "event_order": db.execute(listed).fetchall(),
        **{table: sorted(db.execute(f"SELECT * FROM {table}"), key=str) for table in tables},
    }


@given(first=events, after=events, anew=st.booleans())
def test_claims_placed_before_events_are_assessed_stand_as_if_placed_with_them(
    first: Told, after: Told, *, anew: bool
) -> None:
    with case() as db:
        add(db, after, claims=True)
        db.executescript(NAMES + ORDERED + LISTED + LISTED_PLACES + PLACED + WHOLE)
        expected = shown(db)
        assert expected["claim_order"]
    with case() as db:
        add(db, first, claims=True)
        db.executescript(LISTED)
        come = {one: told for one, told in after.items() if anew or first.get(one) != told}
        gone = None if anew else [(one,) for one, told in first.items() if after.get(one) != told]
        writer = DatabaseWriter(db)
        writer.order_claims()
        writer.place_claims(members(come), gone)
        writer.remove_events(gone)
        add(db, come, claims=False)
        db.executescript(LISTED + WHOLE)
        assert shown(db) == expected
