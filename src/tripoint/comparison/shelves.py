"""Shelves: the lists in which records wait, in memory or on disk."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar, cast, overload

import msgspec

R = TypeVar("R")


class Listed(Sequence[R], Generic[R]):
    """Records that are reached by their place: one is given `at` each, several by a slice or as they are `picked`.

    `at` raises IndexError for a place beyond the last.
    """

    @abstractmethod
    def at(self, place: int) -> R:
        """Return one record."""

    def picked(self, places: Sequence[int]) -> list[R]:
        """Return the records of some places, in their order."""
        return [self.at(place) for place in places]

    def several(self, places: range) -> list[R]:
        """Return the records of a slice."""
        return self.picked(places)

    def walk(self, places: Sequence[int]) -> Iterator[R]:
        """Yield the records of some places, and hold few."""
        for begin in range(0, len(places), AT_ONCE):
            yield from self.picked(places[begin : begin + AT_ONCE])

    def __iter__(self) -> Iterator[R]:
        return self.walk(range(len(self)))

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

    def picked_encoded(self, places: Sequence[int]) -> list[bytes]:
        """Return the records of some places as they lie there."""
        return [self.encoded(place) for place in places]


def picked(records: Sequence[R], places: Sequence[int]) -> list[R]:
    """Return the records of some places, in their order."""
    return records.picked(places) if isinstance(records, Listed) else [records[place] for place in places]


def encoded(records: Sequence[Any], place: int) -> bytes:
    """Return one record as MessagePack, as it lies there or made so now."""
    if isinstance(records, EncodedRecords):
        return records.encoded(place)
    return _ENCODE(records[place])


def picked_encoded(records: Sequence[Any], places: Sequence[int]) -> list[bytes]:
    """Return the records of some places as MessagePack, as they lie there or made so now."""
    if isinstance(records, EncodedRecords):
        return records.picked_encoded(places)
    return [_ENCODE(records[place]) for place in places]


def every_encoded(records: Sequence[Any], places: Sequence[int]) -> Iterator[bytes]:
    """Yield the records of some places likewise, and hold few."""
    for begin in range(0, len(places), AT_ONCE):
        yield from picked_encoded(records, places[begin : begin + AT_ONCE])


def plain(records: Sequence[Any], places: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Yield the records of some places, each as what it is made of by name, and hold few."""
    return map(_PLAIN, every_encoded(records, places))


_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
_PLAIN = msgspec.msgpack.Decoder(dict[str, Any]).decode
AT_ONCE = 1024
"""Records that are held where many are gone through."""


Shelves = Callable[[Any], Shelf]
"""Makes a shelf for records of a type: a list in memory, or one that lies on disk."""


def in_memory(kind: type) -> Shelf:
    """Return a shelf in memory."""
    kept: Any = []
    return cast(Shelf, kept)
