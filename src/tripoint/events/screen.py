"""The screen: pairs of claims of two texts that no reading can bring together, told from a few numbers of each claim.

It speaks only where `comparable` and `conflicting` would say the same of the whole profiles, and looks at a hundred
thousand pairs at a time: most pairs that share a block are kept apart by their days.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from tripoint.comparison.columns import joined
from tripoint.comparison.places import WIDE, leeway, seat
from tripoint.events.blockkeys import hashed_word
from tripoint.events.conflicts import PASSAGE
from tripoint.events.families import FAMILIES, GOAL, MOVING, OF_TYPE
from tripoint.events.judgements import APART, NEW, NOTHING
from tripoint.events.newsdays import STALE, lasting
from tripoint.events.profile import Profile
from tripoint.events.setting import SLACK
from tripoint.sphere import EARTH_KM

LONG = 7
"""Days beyond which a state and an act told in two texts are apart."""
_FAR_AWAY = 10**7
"""An open side of an interval, in days."""
_FAMILY = {name: 1 << at for at, name in enumerate(FAMILIES)}
_UNKNOWN = 1 << 63
"""Stands for all types that no table knows: whether two of them are one is not told here."""
_PLAN, _STATE, _GOAL, _DATED, _PASSAGE, _POINT = (1 << at for at in range(6))
_COLUMNS = {
    "flags": ("B", np.uint8),
    "text": ("i", np.int32),
    "families": ("Q", np.uint64),
    "agents": ("Q", np.uint64),
    "first": ("i", np.int32),
    "last": ("i", np.int32),
    "told": ("i", np.int32),
    "news": ("i", np.int32),
    "newest": ("i", np.int32),
    "lat": ("f", np.float32),
    "lon": ("f", np.float32),
    "leeway": ("f", np.float32),
}


class Screen:
    """A few numbers of each claim, by the order in which claims came."""

    def __init__(self) -> None:
        self._columns: dict[str, array[Any]] = {name: array(code) for name, (code, _) in _COLUMNS.items()}

    def add(self, held: Profile, text: int) -> None:
        """Take in one claim of the text of that number."""
        first, last = lasting(held.day, held.told, prospective=held.prospective) or (None, None)
        # Of what is no news the earliest is told late and the latest early, so that nothing is apart from it.
        news, newest = held.news or (_FAR_AWAY, -_FAR_AWAY)
        told = None if held.told is None else held.told[1]
        point = _point(held)
        lat, lon, room = point if point is not None else (0.0, 0.0, 0.0)
        flags = (
            _PLAN * held.prospective
            + _STATE * held.state
            + _GOAL * (held.claim.type in GOAL)
            + _DATED * (held.day is not None)
            + _PASSAGE * (held.claim.type in PASSAGE)
            + _POINT * (point is not None)
        )
        row = (
            *(flags, text, _families({held.claim.type, *held.kinds}), _mask(held.agents)),
            *(-_FAR_AWAY if first is None else first, _FAR_AWAY if last is None else last),
            *(_FAR_AWAY if told is None else told, news, newest, lat, lon, room),
        )
        for column, value in zip(self._columns.values(), row, strict=True):
            column.append(value)

    def columns(self) -> tuple[bytes, ...]:
        """Return all that is held, for `joined`."""
        return tuple(column.tobytes() for column in self._columns.values())

    @staticmethod
    def joined(told: Sequence[Sequence[bytes]], texts: Sequence[int]) -> Screen:
        """Return the screen of portions, as `columns` tells of each; `texts` are the numbers of their first texts."""
        found = Screen()
        for (name, column), pieces in zip(found._columns.items(), zip(*told, strict=True), strict=True):
            column.frombytes(joined(pieces, column.typecode, texts if name == "text" else None).tobytes())
        return found

    def codes(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Return what each pair comes to: NOTHING, APART, or NEW where the profiles have to be read."""
        tables = {name: np.frombuffer(self._columns[name], dtype=kind) for name, (_, kind) in _COLUMNS.items()}

        def sides(some: np.ndarray, *names: str) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
            a, b = ({name: tables[name][side[some]] for name in names} for side in (left, right))
            return a, b

        found = np.full(len(left), NOTHING, dtype=np.uint8)
        # Most pairs are settled by their days: only of the others more is looked at.
        a, b = sides(np.arange(len(left)), "families", "text", "flags")
        common = (a["families"] & b["families"]) != 0
        common |= _told(a, _PLAN) & _told(b, _PLAN) & _told(a, _GOAL) & _told(b, _GOAL)
        here = np.flatnonzero(common & (a["text"] != b["text"]))
        # Of claims of two texts, most are of other months.
        a, b = sides(here, "flags", "first", "last", "news", "newest")
        near = ~_of_other_times(a, b)
        here = here[near]
        found[here] = APART
        a, b = ({name: column[near] for name, column in side.items()} for side in (a, b))
        dated, state = (_told(a, _DATED) & _told(b, _DATED), _told(a, _STATE) & _told(b, _STATE))
        gap = np.maximum(b["first"] - a["last"], a["first"] - b["last"])
        here = here[(_told(a, _PLAN) == _told(b, _PLAN)) & ~(dated & ~state & (gap > SLACK))]
        found[here] = np.where(self._apart(*sides(here, *_COLUMNS)), np.uint8(APART), np.uint8(NEW))
        return found

    def _apart(self, a: dict[str, np.ndarray], b: dict[str, np.ndarray]) -> np.ndarray:
        """Return which pairs are apart, of those that are not by the days of both."""
        plan, state, dated, passage, point = (
            (_told(a, flag), _told(b, flag)) for flag in (_PLAN, _STATE, _DATED, _PASSAGE, _POINT)
        )
        gap = np.maximum(b["first"] - a["last"], a["first"] - b["last"])
        done = ~(state[0] | state[1]) & ~plan[0] & ~plan[1]
        apart: np.ndarray = done & ~dated[0] & dated[1] & (b["first"] > a["told"] + 1)
        apart |= done & ~dated[1] & dated[0] & (a["first"] > b["told"] + 1)
        mixed = (state[0] != state[1]) & ~(passage[0] & passage[1])
        apart |= mixed & (~dated[0] | ~dated[1] | (gap > LONG) | ((a["agents"] & b["agents"]) == 0))
        near = np.flatnonzero(~apart & point[0] & point[1])
        apart[near] = _beyond({name: a[name][near] for name in a}, {name: b[name][near] for name in b})
        return apart


def _told(side: dict[str, np.ndarray], flag: int) -> np.ndarray:
    told: np.ndarray = (side["flags"] & np.uint8(flag)) != 0
    return told


def _of_other_times(a: dict[str, np.ndarray], b: dict[str, np.ndarray]) -> np.ndarray:
    """Return which claims of two texts tell of acts of other months, by their days or by those of the news."""
    found: np.ndarray = np.maximum(a["newest"], b["newest"]) - np.minimum(a["news"], b["news"]) > STALE
    found |= _told(a, _DATED) & _told(b, _DATED) & (np.maximum(b["first"] - a["last"], a["first"] - b["last"]) > STALE)
    for one, two in ((a, b), (b, a)):
        gap = np.maximum(two["first"] - one["news"], one["newest"] - two["last"])
        found |= _told(two, _DATED) & (one["news"] < _FAR_AWAY) & (gap > STALE)
    found &= ~(_told(a, _STATE) & _told(b, _STATE))
    return found


def _beyond(a: dict[str, np.ndarray], b: dict[str, np.ndarray]) -> np.ndarray:
    """Return whether two points lie farther apart than one happening allows, with room to spare."""
    lat_a, lon_a, lat_b, lon_b = (
        np.radians(side[name], dtype=np.float64) for side in (a, b) for name in ("lat", "lon")
    )
    turn = np.sin((lat_b - lat_a) / 2) ** 2 + np.cos(lat_a) * np.cos(lat_b) * np.sin((lon_b - lon_a) / 2) ** 2
    far = EARTH_KM * np.arcsin(np.minimum(1.0, np.sqrt(turn)))
    kept: np.ndarray = far > 1.001 * (3 * (a["leeway"] + b["leeway"]) + 30) + 1
    return kept


def _point(held: Profile) -> tuple[float, float, float] | None:
    """Return where a claim's one precise place lies and its leeway; None where there is more to be weighed."""
    if len(held.places) != 1 or held.claim.type in MOVING:
        return None
    place = held.places[0]
    if place.lat is None or place.lon is None or place.precision in WIDE or seat(place):
        return None
    return (place.lat, place.lon, leeway(place)) if abs(place.lat) <= 90 and abs(place.lon) <= 360 else None


def _families(types: Iterable[str]) -> int:
    found = 0
    for type_ in types:
        for name in OF_TYPE.get(type_, ()):
            found |= _FAMILY[name]
        if type_ not in OF_TYPE:
            found |= _UNKNOWN
    return found


def _mask(names: Iterable[str]) -> int:
    """Return a number in which each name sets one of 64 bits: where two have none in common, no name is in both."""
    found = 0
    for name in names:
        found |= 1 << (hashed_word(name) & 63)
    return found
