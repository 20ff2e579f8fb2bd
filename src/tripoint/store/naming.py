"""Names of parties and places in case.db: each told once, and claims' rows that hold nothing but its number."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tripoint.model import Claim
from tripoint.store.rows import Row, claim_row, key

_HELD = 1 << 14
"""So many numbers are held of parties, and of places; what else is asked for is looked up in the database."""


class Names:
    """Gives names and places of a case database their numbers, and tells by these who and what stands in claims.

    What is there already keeps its number. A name that no claim tells any more is taken out when the database is ended.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._text_row = lru_cache(maxsize=_HELD)(self._found_text)
        self._spot_row = lru_cache(maxsize=_HELD)(self._found_spot)

    def add(self, claims: Iterable[tuple[int, Claim]]) -> None:
        """Add the parties and places of claims, each with its row in `claims`."""
        parties: list[Row] = []
        places: list[Row] = []
        for row, claim in claims:
            for number, (role, *party) in enumerate(_parties(claim)):
                parties.append((row, number, role, self._text_row(*party)))
            for number, slot in enumerate(claim.places):
                place = slot.place
                spot = (place.place_id, place.name, slot.text, place.lat, place.lon, place.radius_km)
                known = (place.country, place.admin1, place.precision)
                places.append((row, number, slot.role, self._spot_row(*spot, *known)))
        self._db.executemany("INSERT INTO party_rows VALUES (?, ?, ?, ?)", parties)
        self._db.executemany("INSERT INTO place_rows VALUES (?, ?, ?, ?)", places)

    def exchange(self, claim: Claim) -> None:
        """Put this record of a claim in the place of the one that is there."""
        columns = [row[1] for row in self._db.execute("PRAGMA table_info(claims)")]
        marks = ", ".join(f"{name} = ?" for name in columns)
        self._db.execute(f"UPDATE claims SET {marks} WHERE claim_id = ?", (*claim_row(claim), claim.claim_id))
        sql = "SELECT rowid FROM claims WHERE claim_id = ?"
        (row,) = self._db.execute(sql, (claim.claim_id,)).fetchone()
        for table in ("party_rows", "place_rows"):
            self._db.execute(f"DELETE FROM {table} WHERE claim_row = ?", (row,))
        self.add([(row, claim)])

    def _found_text(self, actor_id: str | None, name: str, text: str | None) -> int:
        named = self._found("party_names", name_key=key(name, text), actor_id=actor_id, name=name)
        return self._found("party_texts", name_row=named, text=text)

    def _found_spot(self, place_id: str | None, name: str, text: str, *extent: object) -> int:
        named = self._found("place_names", name_key=key(name, text), place_id=place_id, name=name)
        told = dict(zip(_EXTENT, extent, strict=True))
        return self._found("place_spots", name_row=named, text=text, **told)

    def _found(self, table: str, **told: object) -> int:
        """Return the number of the row that tells this, of a new one where none does."""
        by, values = _FOUND_BY[table], tuple(told.values())
        marks = " AND ".join(f"{column} IS ?" for column in told)  # what is not known is none and the same
        sql = f"SELECT rowid FROM {table} INDEXED BY {by} WHERE {marks}"
        found = self._db.execute(sql, values).fetchone()
        if found is None:
            columns, marks = ", ".join(told), ", ".join("?" * len(told))
            return int(self._db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values).lastrowid or 0)
        return int(found[0])


_FOUND_BY = {
    "party_names": "party_names_by_key",
    "party_texts": "party_texts_by_name",
    "place_names": "place_names_by_key",
    "place_spots": "place_spots_by_name",
}
"""The index by which a row is found: most places have no id, and an index of ids would find all of these."""

_EXTENT = ("latitude", "longitude", "radius_km", "country", "admin1", "precision")


def _parties(claim: Claim) -> Iterator[tuple[str, str | None, str, str | None]]:
    """Yield every agent, target, recipient and speaker: role, id, name and text."""
    for role, parties in (("agent", claim.agents), ("target", claim.targets), ("recipient", claim.recipients)):
        for party in parties:
            yield role, party.actor_id, party.name, party.text
    for voice in claim.speakers:
        yield "speaker", voice.actor_id, voice.name, None
