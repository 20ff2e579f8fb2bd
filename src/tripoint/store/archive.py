"""Archives: records by id, read where they lie, with what they are known by."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from hashlib import blake2b
from itertools import islice, pairwise
from pathlib import Path
from sys import intern
from typing import Generic, TypeVar

import msgspec

from tripoint.comparison.laid import Laid
from tripoint.store.heap import RecordHeap

R = TypeVar("R")


class RecordArchive(Mapping[str, R], Generic[R]):
    """Records by id: only the ids stay in memory, with the `held` records that were last asked for.

    Each has a stamp too: sixteen bytes that are the same where all of the record is. Records may stand under a label.
    Those that are added one by one go to a heap at `path`.
    """

    def __init__(self, path: Path, kind: type[R], *, held: int = 4096) -> None:
        self._path, self._kind = path, kind
        self._heap: RecordHeap[R] | None = None
        self._encode = msgspec.msgpack.Encoder(order="deterministic").encode
        # What lies where: the place of the first record of each run, and what is to be added to a place for its shelf.
        self._shelves: list[Laid[R]] = []
        self._begins, self._shifts = array("q"), array("q")
        self._places: dict[str, int] = {}
        self._stamps = bytearray()
        self._labels: list[str] = []
        self._recent = lru_cache(maxsize=held)(self._at)

    def add(self, name: str, record: R, label: str = "") -> None:
        """Add a record under its id; an id that is known keeps its first record."""
        if name in self._places:
            return
        if self._heap is None:
            self._heap = RecordHeap(self._path, self._kind)
        if not self._shelves or self._shelves[-1] is not self._heap:
            self._shelf(self._heap, len(self), len(self._heap))
        encoded = self._encode(record)
        self._heap.take(encoded, (len(encoded),))
        self._places[name] = len(self)
        self._know(blake2b(encoded, digest_size=16).digest(), [label])

    def take(self, names: Sequence[str], records: Laid[R], stamps: bytes, labels: Sequence[str]) -> bool:
        """Add records where they lie; return whether it was done: not where an id is known, or stands twice."""
        size = len(self)
        self._places.update(zip(names, range(size, size + len(names)), strict=True))
        if len(self) < size + len(names):  # found out by the way: to look for each id first takes as long again
            self._places = {name: at for at, name in enumerate(islice(self._places, size))}
            return False
        self._shelf(records, size, 0)
        self._know(stamps, labels)
        return True

    def _shelf(self, records: Laid[R], begin: int, first: int) -> None:
        self._shelves.append(records)
        self._begins.append(begin)
        self._shifts.append(first - begin)

    def _know(self, stamps: bytes, labels: Sequence[str]) -> None:
        self._stamps += stamps
        self._labels += map(intern, labels)

    def _where(self, place: int) -> tuple[Laid[R], int]:
        shelf = bisect_right(self._begins, place) - 1
        return self._shelves[shelf], place + self._shifts[shelf]

    def _at(self, place: int) -> R:
        shelf, at = self._where(place)
        return shelf.at(at)

    def labelled(self, labels: AbstractSet[str]) -> Iterator[str]:
        """Yield the ids of the records under these labels, in the order in which they were added."""
        return (name for name, label in zip(self._places, self._labels, strict=True) if label in labels)

    def place(self, name: str) -> int:
        """Return the place of a record in the order in which they were added."""
        return self._places[name]

    def stamps(self) -> bytes:
        """Return the stamps of all records in the order in which they were added."""
        return bytes(self._stamps)

    def stamp(self, name: str) -> bytes:
        """Return what a record is known by."""
        at = 16 * self._places[name]
        return bytes(self._stamps[at : at + 16])

    def __getitem__(self, name: str) -> R:
        return self._recent(self._places[name])

    def encoded(self, name: str) -> bytes:
        """Return a record as it lies."""
        shelf, at = self._where(self._places[name])
        return shelf.encoded(at)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def between(self, begin: int, end: int) -> list[R]:
        """Return the records from one place to another in the order in which they were added, and keep none."""
        shelf = bisect_right(self._begins, begin) - 1
        if begin < end and (shelf + 1 == len(self._begins) or end <= self._begins[shelf + 1]):
            shift = self._shifts[shelf]
            return self._shelves[shelf].several(range(begin + shift, end + shift))
        return [self._at(place) for place in range(begin, end)]

    def streamed(self) -> Iterator[R]:
        """Yield every record in the order in which they were added, and keep none."""
        edges = pairwise((*self._begins, len(self)))
        for shelf, shift, (begin, end) in zip(self._shelves, self._shifts, edges, strict=True):
            yield from shelf.between(begin + shift, end + shift)

    def close(self) -> None:
        """Let go of the records."""
        self._recent.cache_clear()
        self._shelves.clear()
        if self._heap is not None:
            self._heap.close()
