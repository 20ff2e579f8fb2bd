"""Places as they are typed: by id or name, as the case places it, else the only one that it can be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tripoint.errors import InputError
from tripoint.mentions.placevalues import country_value, unlocated, value
from tripoint.model import Claim, PlaceSlot, PlaceValue
from tripoint.names import strict_key
from tripoint.resources.countries import by_key, countries
from tripoint.resources.places import Place, gazetteer
from tripoint.store.reading import CaseReader
from tripoint.store.typed.lists import pieces

PLACE_ROLES = frozenset(
    (
        "at from to between near toward along in_area north_of south_of east_of west_of"
        " northeast_of northwest_of southeast_of southwest_of"
    ).split()
)
"""How a typed place may stand to the act."""

_ID = re.compile(r"[a-z]+:[\w.-]+")


def places(words: str, claim: Claim, reader: CaseReader) -> list[PlaceSlot]:
    """Return places, each with the role that stands before its name, `at` where none does."""
    found: list[PlaceSlot] = []
    for piece in pieces(words):
        role, _, name = piece.partition(" ")
        if role not in PLACE_ROLES or not name.strip():
            role, name = "at", piece
        name = name.strip()
        found.append(PlaceSlot(place=_place(name, reader), role=role, text=name, start=0, end=0))
    return found


def _place(name: str, reader: CaseReader) -> PlaceValue:
    """Return the place of that name or id: as the case places the name, else the only one that it can be."""
    told = _told_place(name, reader)
    if told is not None:
        return told
    candidates = gazetteer().strict(strict_key(name))
    ids = [place.id for place in candidates]
    used = Counter(
        {
            row["place_id"]: row["n"]
            for row in reader.rows(
                "SELECT n.place_id, sum(s.n) AS n FROM place_names n JOIN place_spots s USING (name_row)"
                " WHERE n.place_id IS NOT NULL GROUP BY n.place_id"
            )
            if row["place_id"] in ids
        }
    )
    if used:
        most = max(used, key=lambda place_id: (used[place_id], place_id))
        return value(next(place for place in candidates if place.id == most))
    code = by_key().get(strict_key(name))
    if code is not None:
        return country_value(code)
    lands = set(_lands(reader))
    near = [place for place in candidates if lands & set(place.countries)] or list(candidates)
    if len(near) > 1:
        raise InputError(f"{name} may be several places: {', '.join(map(_line, near[:6]))}; give one of these ids")
    return value(near[0]) if near else unlocated(name)


def _lands(reader: CaseReader) -> Iterator[str]:
    for row in reader.rows("SELECT DISTINCT country FROM place_spots WHERE country IS NOT NULL"):
        yield row["country"]


def _told_place(name: str, reader: CaseReader) -> PlaceValue | None:
    """Return the place that the case holds under that id."""
    sql = (
        "SELECT c.record FROM claims c WHERE c.claim_id = (SELECT min(o.claim_id) FROM place_names n"
        " JOIN place_spots s USING (name_row) JOIN place_rows r USING (spot_row) JOIN claim_order o USING (claim_row)"
        " WHERE n.place_id = ?)"
    )
    for claim in reader.records(Claim, sql, (name,)):
        return next(slot.place for slot in claim.places if slot.place.place_id == name)
    return _by_id(name)


def _by_id(name: str) -> PlaceValue | None:
    if _ID.fullmatch(name) is None:
        return None
    land = name.removeprefix("country:")
    if land in countries():
        return country_value(land)
    found = gazetteer().by_id(name)
    if found is None:
        raise InputError(f"no gazetteer has the place {name[:60]}; find one with tripoint gazetteer find")
    return value(found)


def _line(place: Place) -> str:
    where = ", ".join(part for part in (place.admin1, place.country) if part)
    return f"{place.id} ({place.name}, {place.kind}, {where})"
