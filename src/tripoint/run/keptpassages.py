"""Passages that two documents share, kept from build to build: only pairs with a new or changed text are compared."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path

import numpy as np
import pyarrow as pa

from tripoint.comparison.passages import between
from tripoint.model import Document, Passage
from tripoint.store.heap import RecordArchive
from tripoint.store.records import SUFFIX, count, read, write

_FILE = f"passages{SUFFIX}"
_PAIRS = "kept-passages.npy"
"""For each pair of documents, in the order of the passages, a key of both texts and how many passages they share."""
_ROW = np.dtype([("key", "<u8"), ("check", "<u8"), ("count", "<u4")])


def write_passages(
    folder: Path, last: Path | None, pairs: Sequence[tuple[str, str]], documents: RecordArchive[Document]
) -> None:
    """Write the passages that the documents of each pair share, in the order of the pairs; those of `last` again."""
    rows = np.zeros(len(pairs), dtype=_ROW)
    keys = array("Q")
    for one, other in pairs:
        keys.frombytes(blake2b(documents.stamp(one) + documents.stamp(other), digest_size=16).digest())
    both = np.frombuffer(keys, dtype=np.uint64).reshape(-1, 2)
    rows["key"], rows["check"] = both[:, 0], both[:, 1]
    before = _Before(last)
    known = before.places(rows)
    found = between((pairs[at] for at in np.flatnonzero(known < 0).tolist()), documents)

    def told() -> Iterator[Passage]:
        kept = before.passages(known[known >= 0])
        for at, place in enumerate(known.tolist()):
            some = next(found) if place < 0 else next(kept)
            rows["count"][at] = len(some)
            yield from some

    write(folder / _FILE, Passage, told())
    np.save(folder / _PAIRS, rows, allow_pickle=False)


class _Before:
    """The passages of an earlier build, none where they cannot be read."""

    def __init__(self, folder: Path | None) -> None:
        self._path = None if folder is None else folder / _FILE
        self._rows = np.zeros(0, dtype=_ROW)
        try:
            if folder is not None:
                rows = np.load(folder / _PAIRS, allow_pickle=False)
                if rows.dtype == _ROW and count(folder / _FILE) == int(rows["count"].sum()):
                    self._rows = rows
        except (OSError, ValueError, EOFError, pa.ArrowException):
            return

    def places(self, rows: np.ndarray) -> np.ndarray:
        """Return where each pair stood, -1 for those that are new; pairs that stood in another order are new too."""
        held = self._rows
        if not len(held):
            return np.full(len(rows), -1, dtype=np.int64)
        order = np.argsort(held["key"], kind="stable")
        at = order[np.minimum(np.searchsorted(held["key"][order], rows["key"]), len(held) - 1)]
        same = (held["key"][at] == rows["key"]) & (held["check"][at] == rows["check"])
        places = np.where(same, at, -1).astype(np.int64)
        behind = np.maximum.accumulate(np.concatenate(([-1], places[:-1])))
        return np.where(places > behind, places, -1)

    def passages(self, places: np.ndarray) -> Iterator[tuple[Passage, ...]]:
        """Yield the passages of these pairs, which stand one behind the other."""
        if self._path is None or not len(places):
            return
        counts = self._rows["count"].tolist()
        records = read(self._path, Passage)
        at = 0
        for place in places.tolist():
            skipped = sum(counts[at:place])
            next(islice(records, skipped, skipped), None)
            yield tuple(islice(records, counts[place]))
            at = place + 1
