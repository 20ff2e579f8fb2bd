"""What builds keep for those to come, beside the record files of a folder: bytes of portions, records as they lie."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa

from tripoint.store.taking import take_over

_MADE_BY = "made-by.txt"
"""Tells by which rules what is kept was made."""
_CODEC = "zstd"


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
    """Bytes for each portion, a file for each in the folder that is made; those of the last build are taken over.

    Without a `folder` nothing is kept, and what there is is read where it lies.
    """

    def __init__(self, stem: str, names: Iterable[str], folder: Path | None, last: Path | None) -> None:
        self._writes = folder is not None
        home = folder or last or Path()
        files = [f"{stem}-{name}.msgpack" for name in names]
        self._paths = [f"{home}/{file}" for file in files]
        if folder is not None and last is not None:
            self._there = [take_over(f"{last}/{file}", path) for file, path in zip(files, self._paths, strict=True)]
        else:
            self._there = list(map(os.path.isfile, self._paths))

    def has(self, number: int) -> bool:
        """Return whether the last build kept those of a portion."""
        return self._there[number]

    def get(self, number: int) -> bytes | None:
        """Return those of a portion that the last build kept; None when they cannot be read."""
        try:
            size, packed = Path(self._paths[number]).read_bytes().split(b"\n", 1)
            return _unpacked(packed, int(size))
        except (OSError, ValueError, pa.ArrowException):
            return None

    def keep(self, number: int, told: bytes) -> None:
        """Keep those of a portion that were made now."""
        if self._writes:
            path = Path(self._paths[number])
            path.unlink(missing_ok=True)  # another folder may hold the same file
            path.write_bytes(b"%d\n" % len(told) + _packed(told))


def _packed(some: bytes) -> bytes:
    packed: bytes = pa.compress(some, codec=_CODEC, asbytes=True)
    return packed


def _unpacked(packed: bytes, size: int) -> bytes:
    some: bytes = pa.decompress(packed, decompressed_size=size, codec=_CODEC, asbytes=True)
    return some
