"""Blocks in files: which claims each holds, in the order in which they have their neighbours, kept from build to build.

Claims are known by their places in the order of ids. An update reads the blocks of the last build from one end to the
other, a portion at a time, and writes those of now.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

import numpy as np

from tripoint.comparison.columns import ROOM, portions

ENTERS, RARE = np.uint32(1 << 31), np.uint32(1 << 30)
"""What is added to a claim that enters a block rather than waits there; to one that rare words have brought there."""
CLAIM = np.uint32((1 << 30) - 1)
_KEYS, _SIZES, _MEMBERS = "blocks-keys.bin", "blocks-sizes.bin", "blocks-members.bin"
_KINDS = {_KEYS: "<u8", _SIZES: "<u4", _MEMBERS: "<u4"}


class Filed(NamedTuple):
    """Blocks in the order of their keys: the key and the size of each, and the members of one after the other."""

    keys: np.ndarray
    sizes: np.ndarray
    members: np.ndarray


class BlockWriter:
    """Writes blocks into a folder, portion by portion, in the order of their keys."""

    def __init__(self, folder: Path) -> None:
        self._files = {name: (folder / name).open("wb") for name in _KINDS}

    def add(self, some: Filed) -> None:
        """Add further blocks; one of which nobody is a member is none."""
        held = some.sizes > 0
        for (name, kind), column in zip(_KINDS.items(), (some.keys[held], some.sizes[held], some.members), strict=True):
            self._files[name].write(np.ascontiguousarray(column, dtype=kind).data)

    def __enter__(self) -> BlockWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files.values():
            file.close()


class BlockReader:
    """The blocks that a build wrote into a folder; raises OSError or ValueError where they cannot be read."""

    def __init__(self, folder: Path) -> None:
        self._keys, self._sizes = (np.fromfile(folder / name, dtype=_KINDS[name]) for name in (_KEYS, _SIZES))
        self._ends = np.cumsum(self._sizes, dtype=np.int64)
        self._path = folder / _MEMBERS
        size = int(self._ends[-1]) if len(self._ends) else 0
        whole = len(self._keys) == len(self._sizes) and self._path.stat().st_size == 4 * size
        if not whole or not np.all(self._keys[:-1] < self._keys[1:]):
            raise ValueError("the blocks were cut off")

    def portions(self, room: int = ROOM // 4) -> Iterator[Filed]:
        """Yield the blocks, so many members at a time: what is made of them stays in the caches."""
        with self._path.open("rb") as file:
            for some in portions(self._ends, room):
                here = slice(some.start, some.stop)
                sizes = self._sizes[here].astype(np.int64)
                yield Filed(self._keys[here], sizes, np.fromfile(file, dtype="<u4", count=int(sizes.sum())))


def read_blocks(folder: Path) -> BlockReader | None:
    """Return the blocks that a build left in `folder`; None where they cannot be read."""
    try:
        return BlockReader(folder)
    except (OSError, ValueError):
        return None


def met(some: Filed) -> np.ndarray:
    """Return of each block whether its members meet: there are two, and one of them entered it."""
    found = np.zeros(len(some.sizes), dtype=bool)
    held = some.sizes > 0
    if len(some.members):
        marks = np.bitwise_or.reduceat(some.members, (np.cumsum(some.sizes) - some.sizes)[held])
        found[held] = (marks & ENTERS != 0) & (some.sizes[held] > 1)
    return found
