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
_BLOCKS, _MEMBERS = "blocks.bin", "blocks-members.bin"
_ROW = np.dtype([("key", "<u8"), ("size", "<u4")])


class Filed(NamedTuple):
    """Blocks in the order of their keys: the key and the size of each, and the members of one after the other."""

    keys: np.ndarray
    sizes: np.ndarray
    members: np.ndarray


class BlockWriter:
    """Writes blocks into a folder, portion by portion, in the order of their keys."""

    def __init__(self, folder: Path) -> None:
        self._blocks, self._members = ((folder / name).open("wb") for name in (_BLOCKS, _MEMBERS))

    def add(self, some: Filed) -> None:
        """Add further blocks; one of which nobody is a member is none."""
        held = np.flatnonzero(some.sizes)
        rows = np.zeros(len(held), dtype=_ROW)
        rows["key"], rows["size"] = some.keys[held], some.sizes[held]
        self._blocks.write(rows.tobytes())
        self._members.write(some.members.astype("<u4").tobytes())

    def __enter__(self) -> BlockWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._blocks.close()
        self._members.close()


class BlockReader:
    """The blocks that a build wrote into a folder; raises OSError or ValueError where they cannot be read."""

    def __init__(self, folder: Path) -> None:
        rows = np.fromfile(folder / _BLOCKS, dtype=_ROW)
        self._keys, self._sizes = rows["key"].copy(), rows["size"].astype(np.int64)
        self._ends = np.cumsum(self._sizes)
        self._path = folder / _MEMBERS
        size = int(self._ends[-1]) if len(rows) else 0
        if self._path.stat().st_size != 4 * size or not np.all(self._keys[:-1] < self._keys[1:]):
            raise ValueError("the blocks were cut off")

    def portions(self, room: int = ROOM // 4) -> Iterator[Filed]:
        """Yield the blocks, so many members at a time: what is made of them stays in the caches."""
        with self._path.open("rb") as file:
            for some in portions(self._ends, room):
                here = slice(some.start, some.stop)
                sizes = self._sizes[here]
                yield Filed(self._keys[here], sizes, np.fromfile(file, dtype="<u4", count=int(sizes.sum())))


def read_blocks(folder: Path) -> BlockReader | None:
    """Return the blocks that a build left in `folder`; None where they cannot be read."""
    try:
        return BlockReader(folder)
    except (OSError, ValueError):
        return None
