"""Records laid one after the other as MessagePack, wherever that is: each is found by where it begins and ends."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import msgspec

from tripoint.comparison.shelves import EncodedRecords, Listed

R = TypeVar("R")
T = TypeVar("T")

_AT_ONCE = 1 << 20
"""Bytes that are read together where records are gone through one after the other."""
_NEAR = 1 << 12
"""Bytes between two records that are read with both: to go to another place of a file takes as long."""


class Laid(Listed[R], EncodedRecords):
    """Records of one type; `bounds` tell where the first begins, and where each ends."""

    def __init__(self, kind: type[R], bounds: array[int]) -> None:
        self._decode = msgspec.msgpack.Decoder(kind).decode
        self._bounds = bounds

    @abstractmethod
    def _read(self, begin: int, end: int) -> bytes:
        """Return the bytes from one place to another."""

    def __len__(self) -> int:
        return len(self._bounds) - 1

    def at(self, place: int) -> R:
        """Return one record."""
        if not 0 <= place < len(self._bounds) - 1:
            raise IndexError(place)
        return self._decode(self._read(self._bounds[place], self._bounds[place + 1]))

    def encoded(self, place: int) -> bytes:
        """Return one record as it lies there."""
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self._read(self._bounds[place], self._bounds[place + 1])

    def picked(self, places: Sequence[int]) -> list[R]:
        """Return the records of some places, in their order; those that lie near each other are read together."""
        return self._gathered(places, self._decode)

    def picked_encoded(self, places: Sequence[int]) -> list[bytes]:
        """Return the records of some places as they lie there, read likewise."""
        return self._gathered(places, bytes)

    def _gathered(self, places: Sequence[int], made: Callable[[memoryview], T]) -> list[T]:
        """Return what is `made` of the records of some places."""
        wanted = sorted(set(places))
        if wanted and not 0 <= wanted[0] <= wanted[-1] < len(self):
            raise IndexError(wanted[0] if wanted[0] < 0 else wanted[-1])
        bounds = self._bounds
        found: dict[int, T] = {}
        for near in _near(wanted, bounds):
            first = bounds[near[0]]
            told = memoryview(self._read(first, bounds[near[-1] + 1]))
            for place in near:
                found[place] = made(told[bounds[place] - first : bounds[place + 1] - first])
        return [found[place] for place in places]

    def several(self, places: range) -> list[R]:
        """Return the records of some places; those that lie side by side are read together."""
        return list(self.between(places.start, places.stop)) if places.step == 1 else self.picked(places)

    def between(self, begin: int, end: int) -> Iterator[R]:
        """Yield the records from one place to another, read together as far as they come to some bytes."""
        bounds, decode = self._bounds, self._decode
        while begin < end:
            first = bounds[begin]
            last = max(begin + 1, min(end, bisect_right(bounds, first + _AT_ONCE, begin, end + 1) - 1))
            told = memoryview(self._read(first, bounds[last]))
            for place in range(begin, last):
                yield decode(told[bounds[place] - first : bounds[place + 1] - first])
            begin = last

    def __iter__(self) -> Iterator[R]:
        return self.between(0, len(self))


def _near(wanted: Sequence[int], bounds: array[int]) -> Iterator[Sequence[int]]:
    """Yield the places of records, in order, in runs whose records lie near each other."""
    first = 0
    for at in range(1, len(wanted) + 1):
        if (
            at == len(wanted)
            or bounds[wanted[at]] - bounds[wanted[at - 1] + 1] > _NEAR
            or bounds[wanted[at] + 1] - bounds[wanted[first]] > _AT_ONCE
        ):
            yield wanted[first:at]
            first = at


class InMemory(Laid[R]):
    """Records laid in memory."""

    def __init__(self, told: bytes, kind: type[R], bounds: array[int]) -> None:
        super().__init__(kind, bounds)
        self._told = told

    def _read(self, begin: int, end: int) -> bytes:
        return self._told[begin:end]
