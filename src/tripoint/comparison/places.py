"""Places against their uncertainty: keys, kilometres, map cells."""

from __future__ import annotations

import math
import re

from tripoint import sphere
from tripoint.model import Claim, PlaceSlot, PlaceValue
from tripoint.names import strict_key

_CROSSING = re.compile(r"\b(?:border[- ])?(?:crossing(?: point)?|border (?:post|gate|terminal))\b", re.IGNORECASE)
"""Words for a border crossing: a name that no gazetteer holds is the same under any of them."""

WIDE = frozenset({"province", "country", "area", "line"})
"""Precisions of places too wide to tell two happenings apart by distance."""

HELD_ROLES = frozenset({"at", "along", "in_area", "in", "from", "to", "between"})
"""Roles under which a place is itself what the claim is about; `north_of` only bears on it."""


def name_key(name: str) -> str:
    """Return a place or party name for comparison: folded, without articles, blanks and marks."""
    return strict_key(name).replace(" ", "").removeprefix("the")


def key(place: PlaceValue) -> str:
    """Return what makes two places the same place: the gazetteer's id, else the name."""
    return place.place_id or f"name:{name_key(_CROSSING.sub('crossing', place.name))}"


def kilometres(a: PlaceValue, b: PlaceValue) -> float | None:
    """Return the great-circle distance of two points, None when either has none."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return sphere.kilometres((a.lat, a.lon), (b.lat, b.lon))


def farther(a: PlaceValue, b: PlaceValue, limit: float) -> bool | None:
    """Return whether two points lie more than `limit` kilometres apart, None when either has none.

    The way along the meridian is never longer than the great circle, the ways along both are never shorter: most
    pairs need no more than these two.
    """
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    north = sphere.DEGREE_KM * abs(a.lat - b.lat)
    if north > limit + 1:
        return True
    if north + sphere.DEGREE_KM * abs(a.lon - b.lon) < limit - 1:
        return False
    return (kilometres(a, b) or 0.0) > limit


def leeway(place: PlaceValue) -> float:
    """Return the kilometres by which a place may lie elsewhere: its radius, at least 3, at most 300."""
    return min(300.0, max(3.0, place.radius_km if place.radius_km is not None else 10.0))


def seat(place: PlaceValue) -> bool:
    """Return whether a place bears the name of its province, so that texts may mean either."""
    return place.precision == "town" and place.admin1 is not None and name_key(place.name) == name_key(place.admin1)


def one_province(a: PlaceValue, b: PlaceValue) -> bool:
    """Return whether two places lie in one province of one country, as far as both tell it."""
    return (
        a.admin1 is not None
        and b.admin1 is not None
        and a.country == b.country
        and name_key(a.admin1) == name_key(b.admin1)
    )


def main_slots(claim: Claim) -> tuple[PlaceSlot, ...]:
    """Return the places a claim is about: those it stands at, else all of them."""
    held = tuple(slot for slot in claim.places if slot.role in HELD_ROLES)
    return held or claim.places


def cells(place: PlaceValue, *, degrees: float = 0.5) -> list[tuple[int, int]]:
    """Return the map cell of a place and the nearest neighbour in each direction, across the antimeridian too.

    Two points less than half a cell apart always share a cell.
    """
    if place.lat is None or place.lon is None or not math.isfinite(place.lat) or not math.isfinite(place.lon):
        return []
    columns = round(360 / degrees)
    row, column = place.lat / degrees, (place.lon % 360.0) / degrees
    rows = {math.floor(row), math.floor(row) + (1 if row % 1 >= 0.5 else -1)}
    across = {math.floor(column) % columns, (math.floor(column) + (1 if column % 1 >= 0.5 else -1)) % columns}
    return sorted((r, c) for r in rows for c in across)
