"""Shelves: the lists in which records wait, in memory or on disk, and records in an order of their own."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Sequence
from operator import eq
from typing import Any, Generic, TypeVar, cast, overload

import msgspec

R = TypeVar("R")


class Listed(Sequence[R], Generic[R]):
    """Records that are reached by their place: one is given `at` each, several by a slice.

    `at` raises IndexError for a place beyond the last.
    """

    @abstractmethod
    def at(self, place: int) -> R:
        """Return one record."""

    def several(self, places: range) -> list[R]:
        """Return the records of some places."""
        return [self.at(place) for place in places]

    @overload
    def __getitem__(self, place: int) -> R: ...
    @overload
    def __getitem__(self, place: slice) -> list[R]: ...
    def __getitem__(self, place: int | slice) -> R | list[R]:
        if isinstance(place, slice):
            return self.several(range(*place.indices(len(self))))
        return self.at(place)


class Shelf(Sequence[Any]):
    """A list that only grows at its end. A plain list is one."""

    @abstractmethod
    def append(self, record: Any, /) -> None:
        """Add one record."""


Shelf.register(list)


class EncodedRecords(Sequence[Any]):
    """Records that lie somewhere as MessagePack."""

    @abstractmethod
    def encoded(self, place: int) -> bytes:
        """Return one record as it lies there."""


class EncodedShelf(Shelf, EncodedRecords):
    """A shelf that holds its records as MessagePack."""

    @abstractmethod
    def take(self, encoded: bytes, ends: Sequence[int]) -> None:
        """Add records that are encoded already, one after the other; `ends` tells where each ends."""


def encoded(records: Sequence[Any], place: int) -> bytes:
    """Return one record as MessagePack, as it lies there or made so now."""
    if isinstance(records, (EncodedRecords, Joined, Ordered)):
        return records.encoded(place)
    return _ENCODE(records[place])


def copy(shelf: Shelf, records: Sequence[Any], place: int) -> None:
    """Put one of some records on a shelf too."""
    if isinstance(shelf, EncodedShelf):
        told = encoded(records, place)
        shelf.take(told, (len(told),))
    else:
        shelf.append(records[place])


_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode


def refill(shelf: Shelf, kind: Any, encoded: bytes, ends: Sequence[int]) -> None:
    """Add encoded records of one type to a shelf."""
    if isinstance(shelf, EncodedShelf):
        shelf.take(encoded, ends)
        return
    decode = msgspec.msgpack.Decoder(kind).decode
    begin = 0
    for end in ends:
        shelf.append(decode(encoded[begin:end]))
        begin = end


Shelves = Callable[[Any], Shelf]
"""Makes a shelf for records of a type: a list in memory, or one that lies on disk."""


def in_memory(kind: type) -> Shelf:
    """Return a shelf in memory."""
    kept: Any = []
    return cast(Shelf, kept)


class Joined(Listed[R]):
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

    def _at(self, place: int) -> tuple[Sequence[R], int]:
        if not 0 <= place < self._size:
            raise IndexError(place)
        at = bisect_right(self._starts, place) - 1
        return self._shelves[at], place - self._starts[at]


class Ordered(Listed[R]):
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
