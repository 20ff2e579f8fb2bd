"""Events as they are gathered: those of the last build that stand, and new ones behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tripoint.comparison.joined import Joined, Ordered
from tripoint.comparison.shelves import Shelf
from tripoint.events.made import Made, MadeBefore
from tripoint.events.parts import sort
from tripoint.events.trails import Trail
from tripoint.model import Event, Origin


class New(NamedTuple):
    """What new events are known by, and their types."""

    ids: list[str]
    keys: list[bytes]
    types: list[str]


class Gathered:
    """The events of the build `before`, by their places there, and behind them, from `first` on, those that are new."""

    def __init__(self, before: MadeBefore | None) -> None:
        self.events, self._origins = Joined[Event](), Joined[tuple[Origin, ...]]()
        self._ids: list[str] = []
        self._keys = [np.zeros((0, 2), dtype=np.uint64)]
        self._sorts = [np.zeros(0, dtype=np.uint8)]
        if before is not None:
            self.events.add(before.events)
            self._origins.add(before.origins)
            self._ids += before.ids
            self._keys.append(before.keys)
            self._sorts.append(before.sorts)
        self.first = len(self._ids)

    def take(self, new: New, events: Shelf, origins: Shelf) -> None:
        """Take in new events, with what stands behind each."""
        self.events.add(events)
        self._origins.add(origins)
        self._ids += new.ids
        self._keys.append(np.frombuffer(b"".join(new.keys), dtype=np.uint64).reshape(-1, 2))
        self._sorts.append(np.array(list(map(sort, new.types)), dtype=np.uint8))

    def names(self, places: np.ndarray) -> list[str]:
        """Return the ids of the events at some places."""
        return list(map(self._ids.__getitem__, places.tolist()))

    def made(self, ids: Sequence[str], places: np.ndarray, homes: np.ndarray, trail: Trail) -> Made:
        """Return the events at some places as what a build made, with the `homes` and the `trail` of claims."""
        then = np.where(places < self.first, places, -1)
        keys, sorts = np.concatenate(self._keys)[places], np.concatenate(self._sorts)[places]
        at = places.tolist()
        events, origins = Ordered(self.events, at), Ordered(self._origins, at)
        return Made(events, origins, ids, keys, sorts, then, then, then, homes, trail)


def stood_again(members: np.ndarray, ends: np.ndarray, before: MadeBefore | None) -> np.ndarray:
    """Return for each group of claims the place of the event that they were then, -1 where they were none.

    They were none too where they are not what they were. `members` are the claims of one group after the other, `ends`
    where each ends.
    """
    if before is None or not len(ends):
        return np.full(len(ends), -1, dtype=np.int64)
    sizes, begins = np.diff(ends, prepend=0), np.append(0, ends[:-1])
    homes = before.homes[members]
    home = homes[begins]
    alike = before.same[members] & (homes == np.repeat(home, sizes))
    found = np.where(np.logical_and.reduceat(alike, begins), home, -1)
    found[(found >= 0) & (before.sizes[found] != sizes)] = -1
    return found
