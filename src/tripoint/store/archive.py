"""Archives: records by id, in a heap, with what they are known by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from sys import intern
from typing import Generic, TypeVar

import msgspec

from tripoint.store.heap import RecordHeap

R = TypeVar("R")


class RecordArchive(Mapping[str, R], Generic[R]):
    """Records by id, in a heap: only the ids stay in memory, with the `held` records that were last asked for.

    Each has a stamp too: sixteen bytes that are the same where all of the record is. Records may stand under a label.
    """

    def __init__(self, path: Path, kind: type[R], *, held: int = 4096) -> None:
        self._heap: RecordHeap[R] = RecordHeap(path, kind)
        self._encode = msgspec.msgpack.Encoder(order="deterministic").encode
        self._places: dict[str, int] = {}
        self._stamps = bytearray()
        self._labels: list[str] = []
        self._recent = lru_cache(maxsize=held)(self._heap.__getitem__)

    def add(self, name: str, record: R, label: str = "") -> None:
        """Add a record under its id; an id that is known keeps its first record."""
        if name not in self._places:
            encoded = self._encode(record)
            stamp = blake2b(encoded, digest_size=16).digest()
            self.take([name], encoded, (len(encoded),), stamp, [label])

    def take(
        self, names: Sequence[str], encoded: bytes, ends: Sequence[int], stamps: bytes, labels: Sequence[str]
    ) -> None:
        """Add records that are encoded already, under ids that are not known."""
        first = len(self._heap)
        self._places.update(zip(names, range(first, first + len(names)), strict=True))
        self._heap.take(encoded, ends)
        self._stamps += stamps
        self._labels += map(intern, labels)

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

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def holds_some(self, names: Iterable[str]) -> bool:
        """Return whether one of these ids is known."""
        return not self._places.keys().isdisjoint(names)

    def between(self, begin: int, end: int) -> list[R]:
        """Return the records from one place to another in the order in which they were added, and keep none."""
        return self._heap[begin:end]

    def streamed(self) -> Iterator[R]:
        """Yield every record in the order in which they were added, and keep none."""
        return iter(self._heap)

    def close(self) -> None:
        """Let go of the file."""
        self._recent.cache_clear()
        self._heap.close()
