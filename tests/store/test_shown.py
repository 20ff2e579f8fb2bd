"""What lists show of an actor or a place does not depend on which page came first."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from tripoint.store.derived import LISTED, LISTED_PLACES, NAMES, ORDERED, PLACED, WHOLE
from tripoint.store.tables import TABLES

PLACES = (("Qaim", 12.0), ("al-Qaim", 5.0), ("Al Qaim", 5.0), ("Old Qaim", None))


@given(st.permutations(range(len(PLACES))))
def test_the_same_name_and_extent_are_shown_in_whichever_order_they_were_told(order: list[int]) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(TABLES)
        for at in order:
            name, radius = PLACES[at]
            one = f"c{at}"
            sql = "INSERT INTO claims (claim_id, type, source, part, start) VALUES (?, 'strike', ?, 0, 0)"
            db.execute(sql, (one, one))
            row = at + 1
            db.execute("INSERT INTO place_names VALUES (?, ?, 'p', ?)", (row, name, name))
            spot = "INSERT INTO place_spots (spot_row, name_row, text, radius_km) VALUES (?, ?, '', ?)"
            db.execute(spot, (row, row, radius))
            db.execute("INSERT INTO party_names VALUES (?, ?, 'a', ?)", (row, name, name))
            db.execute("INSERT INTO party_texts VALUES (?, ?, '', NULL)", (row, row))
            number = db.execute("SELECT rowid FROM claims WHERE claim_id = ?", (one,)).fetchone()[0]
            db.execute("INSERT INTO place_rows VALUES (?, 0, 'at', ?)", (number, row))
            db.execute("INSERT INTO party_rows VALUES (?, 0, 'agent', ?)", (number, row))
        db.executescript(NAMES + ORDERED + LISTED + LISTED_PLACES + PLACED + WHOLE)
        assert db.execute("SELECT name, radius_km, claims FROM places").fetchall() == [("Al Qaim", 5.0, 4)]
        assert db.execute("SELECT name, claims, as_agent FROM actors").fetchall() == [("Al Qaim", 4, 4)]
