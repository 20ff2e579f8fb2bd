"""Events as they are found component by component, those that stand from the last build among them."""

from __future__ import annotations

from array import array
from typing import NamedTuple

import numpy as np

from tripoint.comparison.lists import Lists
from tripoint.events.made import MadeBefore
from tripoint.events.parts import sort
from tripoint.events.trails import Trail


class Found(NamedTuple):
    """What a crew finds of some components: of each event where it lay, -1 where it is new, and its claims.

    `ids`, `keys` and `types` are those of the new ones. `trail` tells how the claims of all came together, in the order
    of the groups.
    """

    places: list[int]
    groups: Lists
    ids: list[str]
    keys: list[bytes]
    types: list[str]
    trail: Trail


class Gathered:
    """Events as they are found, with what they are known by: first those of components that nothing has touched."""

    def __init__(self, before: MadeBefore | None, stood: np.ndarray) -> None:
        self._before = before
        self.ids: list[str] = []
        self.keys = bytearray()
        self.sorts = bytearray()
        self.groups = Lists("I")
        self._trails = [Trail.blank(0)]
        self.places = array("q", stood.tolist())
        if before is not None:
            self.ids += map(before.ids.__getitem__, self.places)
            self.keys += before.keys[stood].tobytes()
            self.sorts += before.sorts[stood].tobytes()

    def _again(self, place: int) -> None:
        assert self._before is not None
        self.ids.append(self._before.ids[place])
        self.keys += self._before.keys[place].tobytes()
        self.sorts.append(self._before.sorts[place])

    def take(self, some: Found, first: int) -> None:
        """Take in what was found of some components; the new events lie one after the other from `first` on."""
        new = iter(zip(some.ids, some.keys, some.types, strict=True))
        for place in some.places:
            if place >= 0:
                self._again(place)
                self.places.append(place)
                continue
            event_id, key, type_ = next(new)
            self.ids.append(event_id)
            self.keys += key
            self.sorts.append(sort(type_))
            self.places.append(first)
            first += 1
        self.groups.join(some.groups)
        self._trails.append(some.trail)

    def trail(self) -> Trail:
        """Return how the claims of the groups came together, in their order."""
        return Trail(*map(np.concatenate, zip(*self._trails, strict=True)))
