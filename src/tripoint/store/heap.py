"""Heaps: records of one type on disk that are read again one by one, so that a million of them need no memory."""

from __future__ import annotations

import os
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from tripoint.comparison.laid import Laid
from tripoint.comparison.shelves import Shelf

R = TypeVar("R")

_BUFFER = 1 << 20
"""Bytes that are gathered before they are written."""


class RecordHeap(Laid[R], Shelf):
    """A list of records that lies in a file: grows by `append`, gives each record by its place.

    The file is scratch: it is read by the one process that wrote it, and goes with it.
    """

    def __init__(self, path: Path, kind: type[R]) -> None:
        super().__init__(kind, array("Q", [0]))
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("w+b", buffering=0)
        path.unlink()  # what a killed build leaves behind takes no room
        self._encode = msgspec.msgpack.Encoder(order="deterministic").encode
        self._pending = bytearray()
        self._written = 0

    def append(self, record: R) -> None:
        """Add one record at the end."""
        self._pending += self._encode(record)
        self._bounds.append(self._written + len(self._pending))
        if len(self._pending) >= _BUFFER:
            self._flush()

    def take(self, encoded: bytes, ends: Sequence[int]) -> None:
        """Add records that are encoded already, one after the other; `ends` tells where each ends."""
        first = self._bounds[-1]
        self._pending += encoded
        self._bounds.extend(first + end for end in ends)
        if len(self._pending) >= _BUFFER:
            self._flush()

    def _read(self, begin: int, end: int) -> bytes:
        if end > self._written:
            self._flush()
        return os.pread(self._file.fileno(), end - begin, begin)

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
        return self._bounds.tobytes()

    def adopt(self, ends: bytes) -> None:
        """Take over the records that a copy of this process put into the file."""
        self._bounds = array("Q")
        self._bounds.frombytes(ends)
        self._written = self._bounds[-1]
        self._pending.clear()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
