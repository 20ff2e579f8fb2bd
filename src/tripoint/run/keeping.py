"""What builds keep for those to come, beside the record files of a folder: bytes of portions, records as they lie."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa

from tripoint.run.packs import Packs

_MADE_BY = "made-by.txt"
"""Tells by which rules what is kept was made."""
_CODEC = "lz4_raw"
"""Needs nothing to be set up: what is pressed is small, and there are many."""
_SIZE = 8
"""Bytes that tell how many there are."""


def last_made(folder: Path, by: str) -> Path | None:
    """Return the newest folder beside `folder` that was finished as made `by` the same, None when there is none."""
    for path in sorted(folder.parent.glob(f"*/{_MADE_BY}"), key=lambda path: (-path.stat().st_mtime, path)):
        if path.parent != folder and not path.parent.suffix and path.read_text(encoding="utf-8") == by:
            return path.parent
    return None


def finish(folder: Path, by: str) -> None:
    """Say by which rules what is kept in the folder was made."""
    (folder / _MADE_BY).write_text(by, encoding="utf-8")


class Kept:
    """Bytes for each portion, known by their names: pressed together, in few files."""

    def __init__(self, stem: str, names: Iterable[str], folder: Path | None, last: Path | None) -> None:
        self._packs = Packs(stem, list(names), folder, last)
        self.has = self._packs.has
        self.write = self._packs.write

    def get(self, number: int) -> bytes | None:
        """Return those of a portion that the last build kept; None when they cannot be read."""
        try:
            told = self._packs.get(number)
            size = int.from_bytes(told[:_SIZE])
            some: bytes = pa.decompress(told[_SIZE:], decompressed_size=size, codec=_CODEC, asbytes=True)
        except (KeyError, OSError, pa.ArrowException):
            return None
        return some

    def keep(self, number: int, told: bytes) -> None:
        """Keep those of a portion that were made now."""
        pressed: bytes = pa.compress(told, codec=_CODEC, asbytes=True)
        self._packs.keep(number, len(told).to_bytes(_SIZE) + pressed)
