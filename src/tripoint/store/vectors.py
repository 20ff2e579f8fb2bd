"""Vectors of words, kept with the case: made once for the same words, whatever build they stand in.

Two files that only grow: the digests of the words and, in the same order, their vectors in whole numbers of eight bits.
What a crash cut off is cut off when the next vectors come. The folder may be removed at any time; it is made again when
it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Digests = NDArray[np.uint64]
Bytes = NDArray[np.int8]
Floats = NDArray[np.float32]

_AT_ONCE = 1024

_STEPS = 127 / 0.4
"""Steps of a number between 0 and 1: of vectors of length one and some hundred numbers none is as large as 0.4."""


def digests(texts: Iterable[str]) -> Digests:
    """Return what the vectors of these texts are kept by."""
    joined = b"".join(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest() for text in texts)
    return np.frombuffer(joined, dtype=np.uint64)


class VectorShelf:
    """The vectors of one kind of words in a folder. Several processes may add at the same time."""

    def __init__(self, folder: Path, kind: str, width: int) -> None:
        self._folder = folder
        self._keys = folder / f"{kind}.digests"
        self._vectors = folder / f"{kind}.vectors"
        self._width = width

    def known(self) -> Digests:
        """Return the digests of the words that have a vector, in the order in which they came."""
        number = min(_size(self._keys) // 8, _size(self._vectors) // self._width)
        if number == 0:
            return np.zeros(0, dtype=np.uint64)
        return np.fromfile(self._keys, dtype=np.uint64, count=number)

    def add(self, keys: Digests, vectors: Floats) -> None:
        """Add the vectors of words that have none yet."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with _held(self._folder / ".lock"):
            there = self.known()
            fresh = np.flatnonzero(~np.isin(keys, there))
            fresh = fresh[np.sort(np.unique(keys[fresh], return_index=True)[1])]
            rounded = np.clip(np.rint(vectors[fresh] * _STEPS), -127, 127).astype(np.int8)
            _append(self._vectors, self._width * len(there), rounded.tobytes())
            _append(self._keys, 8 * len(there), keys[fresh].tobytes())

    def scores(self, vector: Floats, number: int) -> Floats:
        """Return how alike the first `number` kept vectors are to that one, from -1 to 1."""
        found = np.zeros(number, dtype=np.float32)
        if number == 0:
            return found
        kept: Bytes = np.memmap(self._vectors, dtype=np.int8, mode="r", shape=(number, self._width))
        asked = (vector / _STEPS).astype(np.float32)
        some = np.empty((min(_AT_ONCE, number), self._width), dtype=np.float32)
        for first in range(0, number, _AT_ONCE):
            last = min(first + _AT_ONCE, number)
            some[: last - first] = kept[first:last]
            # not @: its threads wait for each other longer than they work, wherever else the machine is busy
            np.einsum("ij,j->i", some[: last - first], asked, out=found[first:last])
        return found


def places(known: Digests, wanted: Digests) -> NDArray[np.int64]:
    """Return where each wanted digest stands in the known ones, -1 where it does not."""
    if len(known) == 0:
        return np.full(len(wanted), -1, dtype=np.int64)
    order = np.argsort(known, kind="stable")
    at = np.minimum(np.searchsorted(known, wanted, sorter=order), len(known) - 1)
    found = order[at]
    return np.where(known[found] == wanted, found, -1)


def missing(known: Digests, wanted: Digests) -> Sequence[int]:
    """Return the numbers of the wanted digests that are not known, each once."""
    lacking = np.flatnonzero(~np.isin(wanted, known))
    _, first = np.unique(wanted[lacking], return_index=True)
    return [int(number) for number in lacking[np.sort(first)]]


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Wait until nobody else adds, and keep others from it."""
    with path.open("a+b") as file:
        try:
            import fcntl
        except ImportError:  # no fcntl, no lock: vectors that two processes tear apart are wrong neighbours, no more
            pass
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _append(path: Path, size: int, raw: bytes) -> None:
    with path.open("r+b" if path.exists() else "w+b") as file:
        file.truncate(size)
        file.seek(size)
        file.write(raw)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
