"""Fills the tables of a case database, row by row."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import pyarrow as pa

from tripoint.model import Claim, PublicationBound
from tripoint.store.derived import LINKED, NAMES, ORDERED, PLACED, TO_PLACE
from tripoint.store.linked import LinkNumbers
from tripoint.store.naming import Names
from tripoint.store.redating import redate
from tripoint.store.rows import Row, claim_row, correction_rows, json_of

_CLAIMS_AT_ONCE = 500
Member = tuple[str, tuple[str | None, str | None], Sequence[str]]
"""An event by its id, with its first and last day and the ids of its claims."""


class DatabaseWriter:
    """Fills the tables of a case database."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._names = Names(db)

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Add rows to one of the tables that take whole rows."""
        found = iter(rows)
        for row in found:  # the first one tells how many columns there are
            self._db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", chain([row], found))

    def add_claims(self, claims: Iterable[Claim]) -> None:
        """Add claims with their parties and places."""
        left = iter(claims)
        while some := list(islice(left, _CLAIMS_AT_ONCE)):
            (last,) = self._db.execute("SELECT coalesce(max(rowid), 0) FROM claims").fetchone()
            self.add("claims", map(claim_row, some))
            self._names.add(enumerate(some, last + 1))

    def order_claims(self) -> None:
        """List the claims, and whom and where they tell of, once all are in as people put them right."""
        self._db.executescript(NAMES + ORDERED)

    def place_claims(self, come: Iterable[Member], gone: Sequence[Row] | None) -> None:
        """Bring `event_claims` to the events that came, and the ids of those that went, None where all did.

        Claims that are listed are told the place of their event: it is enough to know of events when they were. They
        themselves may come later, once they are assessed, by `add_event` without claims.
        """
        for table in ("event_claims", "event_order"):
            if gone is None:
                self.clear(table)
            else:
                self.remove(table, ("event_id",), gone)
        self._db.execute("CREATE TEMP TABLE come (event_id TEXT, time_start TEXT, time_end TEXT)")
        for event_id, days, claims in come:
            self._db.execute("INSERT INTO come VALUES (?, ?, ?)", (event_id, *days))
            self._add_members(event_id, claims)
        self._db.executescript(TO_PLACE + PLACED)

    def remove_events(self, gone: Sequence[Row] | None) -> None:
        """Take the events of these ids out, None for all; their claims are left."""
        if gone is None:
            self._db.execute("DELETE FROM events_rtree")
            for table in ("events", "event_order", "event_parts"):
                self.clear(table)
            return
        sql = "DELETE FROM events_rtree WHERE event_row = (SELECT event_row FROM events WHERE event_id = ?)"
        self._db.executemany(sql, gone)
        for table in ("events", "event_order"):
            self.remove(table, ("event_id",), gone)
        ids = json.dumps([event_id for (event_id,) in gone])
        self._db.execute("DELETE FROM event_parts WHERE event_id IN (SELECT value FROM json_each(?))", (ids,))

    def add_event(self, row: Row, *, event_id: str, claims: Iterable[str] = ()) -> None:
        """Add one event and what it rests on, where `place_claims` has not told it yet."""
        self._db.execute(f"INSERT INTO events VALUES (NULL, {', '.join('?' * len(row))})", row)
        self._add_members(event_id, claims)

    def _add_members(self, event_id: str, claims: Iterable[str]) -> None:
        self._db.executemany(
            "INSERT OR IGNORE INTO event_claims VALUES (?, ?)", ((event_id, claim_id) for claim_id in claims)
        )

    def bring_links(self, new: Iterable[pa.Table], gone: Iterable[tuple[str, str]] | None) -> None:
        """Bring the links to what tables of those that came tell, and the pairs that went, None where all did."""
        if gone is None:
            for table in ("link_rows", "link_judgements", "link_claims"):
                self.clear(table)
        numbers = LinkNumbers(self._db)
        self.remove("link_rows", ("a_row", "b_row"), numbers.pairs(gone or ()))
        self.add("link_rows", numbers.rows(new))

    def finish_links(self) -> None:
        """Make what links are found by, once all are in."""
        self._db.executescript(LINKED)

    def correct(self, claims: Iterable[tuple[Claim, Claim]]) -> None:
        """Exchange claims for those that people put right; what the machine made of them is kept beside."""
        for machine, now in claims:
            self._names.exchange(now)
            self._db.execute("INSERT INTO machine_claims VALUES (?, ?)", (machine.claim_id, json_of(machine)))
            self.add("corrections", correction_rows(now))

    def redate(self, bounds: Iterable[PublicationBound]) -> None:
        """Narrow when documents were published to what other pages leave."""
        redate(self._db, bounds)

    def mark_copies(self) -> None:
        """Set `documents.copy_of` from the copies, where it tells something else: the rows hold whole texts."""
        told = dict(self._db.execute("SELECT document_id, copy_of FROM copies ORDER BY similarity, copy_of DESC"))
        held = dict(self._db.execute("SELECT document_id, copy_of FROM documents WHERE copy_of IS NOT NULL"))
        changed = ((told.get(one), one) for one in {**held, **told} if held.get(one) != told.get(one))
        self._db.executemany("UPDATE documents SET copy_of = ? WHERE document_id = ?", changed)

    def clear(self, table: str) -> None:
        """Take all rows out of a table, and its indexes away: `ending` makes them."""
        sql = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
        for (name,) in self._db.execute(sql, (table,)).fetchall():
            self._db.execute(f"DROP INDEX {name}")
        self._db.execute(f"DELETE FROM {table}")

    def held(self, table: str, column: str) -> Iterator[str]:
        """Yield what a column of a table holds, in the order of its rows."""
        return (value for (value,) in self._db.execute(f"SELECT {column} FROM {table}"))

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        (found,) = self._db.execute(f"SELECT count(*) FROM {table}").fetchone()
        return int(found)

    def remove(self, table: str, columns: Sequence[str], gone: Iterable[Row]) -> None:
        """Take the rows out of a table that hold these values in these columns."""
        marks = " AND ".join(f'"{name}" = ?' for name in columns)
        self._db.executemany(f"DELETE FROM {table} WHERE {marks}", gone)

    def noted(self, name: str) -> str:
        """Return an entry of `meta`, nothing where there is none."""
        found = self._db.execute("SELECT value FROM meta WHERE key = ?", (name,)).fetchone()
        return "" if found is None else str(found[0])

    def note(self, **values: object) -> None:
        """Set entries of `meta`."""
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", [(k, str(v)) for k, v in values.items()])
