"""Heaps: records of one type on disk that are read again one by one, so that a million of them need no memory."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from tripoint.comparison.shelves import EncodedShelf, Listed

R = TypeVar("R")

_BUFFER = 1 << 20
"""Bytes that are gathered before they are written."""


class RecordHeap(Listed[R], EncodedShelf):
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

    def at(self, place: int) -> R:
        """Return one record."""
        return self._decode(self.encoded(place))

    def several(self, places: range) -> list[R]:
        """Return the records of some places; those that lie side by side are read together."""
        return list(self._between(places.start, places.stop)) if places.step == 1 else super().several(places)

    def _between(self, begin: int, end: int) -> Iterator[R]:
        """Yield the records from one place to another, read together as far as they come to some bytes."""
        ends, decode = self._ends, self._decode
        while begin < end:
            first = ends[begin]
            last = max(begin + 1, min(end, bisect_right(ends, first + _BUFFER, begin, end + 1) - 1))
            if ends[last] > self._written:
                self._flush()
            told = memoryview(os.pread(self._file.fileno(), ends[last] - first, first))
            for place in range(begin, last):
                yield decode(told[ends[place] - first : ends[place + 1] - first])
            begin = last

    def encoded(self, place: int) -> bytes:
        """Return one record as it lies there."""
        if not 0 <= place < len(self):
            raise IndexError(place)
        start, end = self._ends[place], self._ends[place + 1]
        if end > self._written:
            self._flush()
        return os.pread(self._file.fileno(), end - start, start)

    def __iter__(self) -> Iterator[R]:
        return self._between(0, len(self))

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
