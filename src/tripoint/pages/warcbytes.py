"""The bytes of a web archive: heads that must end, a bound on what it unpacks to, and whether it was cut off."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from tripoint.errors import UnreadablePage
from tripoint.pages import unpacking

STEP = 1 << 16
"""Bytes that are read at one time."""
_HEAD = 1 << 17
"""Bytes of an archive, as they are stored, that the head of one record takes at most."""


def cut(opened: Callable[[], IO[bytes]], last: int) -> bool:
    """Whether the packed records from offset `last` on end before their time or are damaged, which the reader passes
    over."""
    with opened() as stream:
        stream.seek(last)
        held = stream.read(STEP)
        if not held.startswith(b"\x1f\x8b"):
            return False
        member = zlib.decompressobj(31)
        while held:
            try:
                member.decompress(held, STEP)
            except zlib.error:
                return True
            if member.eof:
                held = member.unused_data or stream.read(STEP)
                member = zlib.decompressobj(31) if held else member
            else:
                held = member.unconsumed_tail or stream.read(STEP)
        return not member.eof


class Heads:
    """A web archive's bytes. The head of one record may take so many at most: a line without an end is no head."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream, self._name, self._left = stream, name, _HEAD

    def next_of(self, records: Iterator[Any]) -> Any | None:
        """Return the next of `records`, None at their end; raises UnreadablePage where its head does not end."""
        self._left = _HEAD
        record = next(records, None)
        self._left = -1
        return record

    def read(self, size: int = -1) -> bytes:
        """Return at most `size` bytes."""
        found = self._stream.read(size)
        if self._left >= 0:
            self._left -= len(found)
            if self._left < 0:
                raise UnreadablePage("bad_archive", f"{self._name} has a record whose head does not end; get it again")
        return found

    def tell(self) -> int:
        """Return the place of the next byte."""
        return self._stream.tell()


@dataclass(slots=True)
class Purse:
    """How many bytes an archive may still unpack to."""

    path: str
    most: int
    spent: int = 0

    def spend(self, size: int) -> None:
        """Take note of `size` bytes more; raises UnreadablePage when that is too many."""
        self.spent += size
        if self.spent > self.most:
            raise unpacking.bomb(self.path, self.most)
