"""Piles: records as they were encoded, in files that are never written again. A build adds one and takes over the rest.

So what an update writes is what is new, and an index. Where most of what the files hold is of no use any more, or
where they have become many, one file is written of what is.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np

from tripoint.comparison.shelves import EncodedRecords, Listed
from tripoint.errors import CaseError
from tripoint.store.taking import outworn, take_over

R = TypeVar("R")

_ROW = np.dtype([("begin", "<u8"), ("size", "<u4"), ("file", "<u4")])


class Pile(Listed[R], EncodedRecords):
    """The records of one type that a build left in `folder` under a `stem`.

    Raises ValueError or OSError where they cannot be read.
    """

    def __init__(self, folder: Path, stem: str, kind: type[R]) -> None:
        self.folder = folder
        self._decode = msgspec.msgpack.Decoder(kind).decode
        self.rows = np.load(folder / f"{stem}.npy", allow_pickle=False)
        if self.rows.dtype != _ROW:
            raise ValueError(f"{stem} is no index of a pile")
        self.paths = {number: folder / name(stem, number) for number in np.unique(self.rows["file"]).tolist()}
        self._held: dict[int, mmap.mmap] = {}
        for number, path in self.paths.items():
            here = self.rows[self.rows["file"] == number]
            with path.open("rb") as file:
                self._held[number] = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            if len(self._held[number]) < int((here["begin"] + here["size"]).max()):
                raise ValueError(f"{path} was cut off")

    def __len__(self) -> int:
        return len(self.rows)

    def at(self, place: int) -> R:
        """Return one record."""
        return self._decode(self.encoded(place))

    def encoded(self, place: int) -> bytes:
        """Return one record as it lies there."""
        if not 0 <= place < len(self.rows):
            raise IndexError(place)
        begin, size, file = self.rows[place].item()
        return self._held[file][begin : begin + size]

    def picked(self, places: Sequence[int]) -> list[R]:
        """Return the records of some places, in their order."""
        return list(map(self._decode, self.picked_encoded(places)))

    def picked_encoded(self, places: Sequence[int]) -> list[bytes]:
        """Return the records of some places as they lie there."""
        rows = self.rows[np.asarray(places, dtype=np.int64)].tolist()
        return [self._held[file][begin : begin + size] for begin, size, file in rows]


def pile_of(folder: Path, stem: str, kind: type[R]) -> Pile[R]:
    """Return the pile that a build left in `folder`; raises CaseError where it cannot be read."""
    found = read_pile(folder, stem, kind)
    if found is None:
        raise CaseError(f"the {stem} in {folder} cannot be read; remove that folder and build the case again")
    return found


def read_pile(folder: Path, stem: str, kind: type[R]) -> Pile[R] | None:
    """Return the pile that a build left in `folder`; None where it cannot be read."""
    try:
        return Pile(folder, stem, kind)
    except (OSError, ValueError, EOFError):
        return None


def pile_up(folder: Path, stem: str, again: np.ndarray, last: Pile[R] | None, new: Iterable[bytes]) -> None:
    """Keep records in `folder`: `again` tells where each lies on the `last` pile, -1 where it is the next `new` one."""
    rows = np.zeros(len(again), dtype=_ROW)
    stood = np.flatnonzero(again >= 0)
    anew = np.flatnonzero(again < 0)
    number = 0
    if last is not None and len(stood):
        rows[stood] = last.rows[again[stood]]
        number = max(last.paths) + 1
        lie = sum(path.stat().st_size for path in last.paths.values())
        if outworn(len(last.paths), int(rows["size"][stood].sum()), lie):
            fresh = iter(new)
            new = (next(fresh) if at < 0 else last.encoded(at) for at in again.tolist())
            anew = np.arange(len(again))
        else:
            for file in np.unique(rows["file"][stood]).tolist():
                take_over(last.paths[file], folder / name(stem, file))
    if len(anew):
        sizes = np.zeros(len(anew), dtype=np.int64)
        with (folder / name(stem, number)).open("wb") as out:
            for at, told in enumerate(new):
                sizes[at] = out.write(told)
        rows["begin"][anew] = np.cumsum(sizes) - sizes
        rows["size"][anew] = sizes
        rows["file"][anew] = number
    np.save(folder / f"{stem}.npy", rows, allow_pickle=False)


def lay_on(folder: Path, stem: str, again: np.ndarray, last: Pile[R] | None, new: Iterable[bytes]) -> None:
    """Keep records as `pile_up` does, and beside them which each was on the `last` pile."""
    pile_up(folder, stem, again, last, new)
    if last is not None:
        tell_again(folder / stem, again, last.folder.name)


def tell_again(path: Path, rows: np.ndarray, last: str) -> None:
    """Note beside a file of records which each was in the `last` build, -1 where it is new."""
    np.save(path.with_name(f"{path.stem}.again.npy"), rows, allow_pickle=False)
    path.with_name(f"{path.stem}.last.txt").write_text(last, encoding="utf-8")


def again_of(path: Path, last: str) -> np.ndarray | None:
    """Return which each was in the `last` build; None where what is noted is of another, or cannot be read."""
    try:
        if not last or path.with_name(f"{path.stem}.last.txt").read_text(encoding="utf-8") != last:
            return None
        rows: np.ndarray = np.load(path.with_name(f"{path.stem}.again.npy"), allow_pickle=False)
    except (OSError, ValueError):
        return None
    return rows


def name(stem: str, number: int) -> str:
    """Return what a file of a pile is called."""
    return f"{stem}-{number}.msgpack"
