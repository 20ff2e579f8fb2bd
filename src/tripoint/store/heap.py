"""Heaps: records of one type on disk that are read again one by one, so that a million of them need no memory."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Generic, TypeVar, overload

import msgspec

from tripoint.comparison.shelves import EncodedShelf

R = TypeVar("R")

_BUFFER = 1 << 20
"""Bytes that are gathered before they are written."""


class RecordHeap(EncodedShelf, Generic[R]):
    """A list of records that lies in a file: grows by `append`, gives each record by its place.

    The file is scratch: it is read by the one process that wrote it, and goes with it.
    """

    def __init__(self, path: Path, kind: type[R]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("w+b", buffering=0)
        path.unlink()  # what a killed build leaves behind takes no room
        self._encode = msgspec.msgpack.Encoder(order="deterministic").encode
        self._decode = msgspec.msgpack.Decoder(kind).decode
        self._ends = array("Q", [0])
        self._pending = bytearray()
        self._written = 0

    def append(self, record: R) -> None:
        """Add one record at the end."""
        self._pending += self._encode(record)
        self._ends.append(self._written + len(self._pending))
        if len(self._pending) >= _BUFFER:
            self._flush()

    def take(self, encoded: bytes, ends: Sequence[int]) -> None:
        """Add records that are encoded already, one after the other; `ends` tells where each ends."""
        first = self._ends[-1]
        self._pending += encoded
        self._ends.extend(first + end for end in ends)
        if len(self._pending) >= _BUFFER:
            self._flush()

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> R: ...
    @overload
    def __getitem__(self, place: slice) -> list[R]: ...
    def __getitem__(self, place: int | slice) -> R | list[R]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        return self._decode(self.encoded(place))

    def encoded(self, place: int) -> bytes:
        """Return one record as it lies there."""
        if not 0 <= place < len(self):
            raise IndexError(place)
        start, end = self._ends[place], self._ends[place + 1]
        if end > self._written:
            self._flush()
        return os.pread(self._file.fileno(), end - start, start)

    def __iter__(self) -> Iterator[R]:
        for place in range(len(self)):
            yield self[place]

    def _flush(self) -> None:
        view = memoryview(self._pending)
        done = 0
        while done < len(view):
            done += os.pwrite(self._file.fileno(), view[done:], self._written + done)
        view.release()
        self._written += len(self._pending)
        self._pending.clear()

    def handed(self) -> bytes:
        """Write what is gathered; return where the records end, for the process that shares the file to `adopt`."""
        self._flush()
        return self._ends.tobytes()

    def adopt(self, ends: bytes) -> None:
        """Take over the records that a copy of this process put into the file."""
        self._ends = array("Q")
        self._ends.frombytes(ends)
        self._written = self._ends[-1]
        self._pending.clear()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


class RecordArchive(Mapping[str, R], Generic[R]):
    """Records by id, in a heap: only the ids stay in memory, with the `held` records that were last asked for.

    Each has a stamp too: sixteen bytes that are the same where all of the record is.
    """

    def __init__(self, path: Path, kind: type[R], *, held: int = 4096) -> None:
        self._heap: RecordHeap[R] = RecordHeap(path, kind)
        self._encode = msgspec.msgpack.Encoder(order="deterministic").encode
        self._places: dict[str, int] = {}
        self._stamps = bytearray()
        self._recent = lru_cache(maxsize=held)(self._heap.__getitem__)

    def add(self, name: str, record: R) -> None:
        """Add a record under its id; an id that is known keeps its first record."""
        if name not in self._places:
            self._places[name] = len(self._heap)
            encoded = self._encode(record)
            self._stamps += blake2b(encoded, digest_size=16).digest()
            self._heap.take(encoded, (len(encoded),))

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
