"""Records of several shelves as one list, and records in an order of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import eq
from typing import Any, TypeVar

from tripoint.comparison.shelves import EncodedRecords, Listed, encoded, picked, picked_encoded

R = TypeVar("R")


class Joined(Listed[R], EncodedRecords):
    """The records of several shelves, one after the other, as one list."""

    def __init__(self) -> None:
        self._shelves: list[Sequence[R]] = []
        self._starts: list[int] = []
        self._size = 0

    def add(self, shelf: Sequence[R]) -> int:
        """Put the records of a shelf behind the others; return the place of the first. It may not grow from then on."""
        start = self._size
        if len(shelf):
            self._shelves.append(shelf)
            self._starts.append(start)
            self._size += len(shelf)
        return start

    def __len__(self) -> int:
        return self._size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Joined) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]

    def at(self, place: int) -> R:
        """Return one record."""
        shelf, at = self._at(place)
        return shelf[at]

    def encoded(self, place: int) -> bytes:
        """Return one record as MessagePack."""
        return encoded(*self._at(place))

    def picked(self, places: Sequence[int]) -> list[R]:
        """Return the records of some places, in their order."""
        return self._gathered(places, picked)

    def picked_encoded(self, places: Sequence[int]) -> list[bytes]:
        """Return the records of some places as MessagePack."""
        return self._gathered(places, picked_encoded)

    def _gathered(
        self, places: Sequence[int], of_shelf: Callable[[Sequence[R], Sequence[int]], list[Any]]
    ) -> list[Any]:
        """Return what `of_shelf` tells of records, shelf by shelf, in the order of their places."""
        wanted: dict[int, tuple[list[int], list[int]]] = {}
        for to, place in enumerate(places):
            if not 0 <= place < self._size:
                raise IndexError(place)
            shelf = bisect_right(self._starts, place) - 1
            here, there = wanted.setdefault(shelf, ([], []))
            here.append(place - self._starts[shelf])
            there.append(to)
        found: list[Any] = [None] * len(places)
        for shelf, (here, there) in wanted.items():
            for to, one in zip(there, of_shelf(self._shelves[shelf], here), strict=True):
                found[to] = one
        return found

    def _at(self, place: int) -> tuple[Sequence[R], int]:
        if not 0 <= place < self._size:
            raise IndexError(place)
        at = bisect_right(self._starts, place) - 1
        return self._shelves[at], place - self._starts[at]


class Ordered(Listed[R], EncodedRecords):
    """The records of a shelf in an order of their own."""

    def __init__(self, records: Sequence[R], order: Sequence[int]) -> None:
        self._records = records
        self._order = order

    def __len__(self) -> int:
        return len(self._order)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ordered) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]

    def at(self, place: int) -> R:
        """Return one record."""
        return self._records[self._order[place]]

    def encoded(self, place: int) -> bytes:
        """Return one record as MessagePack."""
        return encoded(self._records, self._order[place])

    def picked(self, places: Sequence[int]) -> list[R]:
        """Return the records of some places, in their order."""
        return picked(self._records, [self._order[place] for place in places])

    def picked_encoded(self, places: Sequence[int]) -> list[bytes]:
        """Return the records of some places as MessagePack."""
        return picked_encoded(self._records, [self._order[place] for place in places])


class Named(Mapping[str, R]):
    """Records by name: the name of each, in their order. Of names that stand twice the first one tells."""

    def __init__(self, names: Sequence[str], records: Sequence[R]) -> None:
        self._places = {name: len(names) - at for at, name in enumerate(reversed(names), 1)}
        self._records = records

    def __getitem__(self, name: str) -> R:
        return self._records[self._places[name]]

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
