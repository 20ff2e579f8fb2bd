"""Passages that two documents share, kept from build to build: only pairs with a new or changed text are compared."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path

import numpy as np

from tripoint.comparison.crews import Ahead, later
from tripoint.comparison.passages import between
from tripoint.comparison.shelves import Shelf, every_encoded
from tripoint.model import Document, Passage
from tripoint.run.piles import lay_on, read_pile
from tripoint.store.archive import RecordArchive

PASSAGES = "passages"
"""The pile of the passages, pair after pair."""
PAIRS = 1000
"""Pairs of documents that are worth a process of their own."""
_PAIRS = "kept-passages.npy"
"""For each pair of documents, in the order of the passages, a key of both texts and how many passages they share."""
_ROW = np.dtype([("key", "<u8"), ("check", "<u8"), ("count", "<u4")])


class Passages:
    """The passages that the documents of each pair share, in the order of the pairs; those of the `last` build again.

    They are looked for from now on, `ahead` of when they are written.
    """

    def __init__(
        self,
        last: Path | None,
        pairs: Sequence[tuple[str, str]],
        documents: RecordArchive[Document],
        ahead: Ahead = later,
    ) -> None:
        self._last = last
        self._found = ahead(partial(_found, last, pairs, documents), len(pairs), Passage, least=PAIRS)

    def write(self, folder: Path) -> None:
        """Write them into a folder."""
        _, (rows, known), (found,) = self._found()
        before, counts = _Before(self._last), rows["count"].astype(np.int64)
        # Each passage stands so far behind the first of its pair as it did.
        begins = np.where(known >= 0, before.begins[known], -1)
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        stood = np.repeat(begins, counts)
        new = every_encoded(found, range(len(found)))
        lay_on(folder, PASSAGES, np.where(stood < 0, -1, stood + within), before.passages, new)
        np.save(folder / _PAIRS, rows, allow_pickle=False)


def _found(
    last: Path | None, pairs: Sequence[tuple[str, str]], documents: RecordArchive[Document], _: range, shelf: Shelf
) -> tuple[np.ndarray, np.ndarray]:
    """Put the passages of pairs that are new on the shelf; return the rows of all pairs, and where each stood then."""
    rows = np.zeros(len(pairs), dtype=_ROW)
    keys = array("Q")
    for one, other in pairs:
        keys.frombytes(blake2b(documents.stamp(one) + documents.stamp(other), digest_size=16).digest())
    both = np.frombuffer(keys, dtype=np.uint64).reshape(-1, 2)
    rows["key"], rows["check"] = both[:, 0], both[:, 1]
    before = _Before(last)
    known = before.places(rows)
    anew = np.flatnonzero(known < 0)
    shared = []
    for found in between((pairs[at] for at in anew.tolist()), documents):
        shared.append(len(found))
        for passage in found:
            shelf.append(passage)
    rows["count"][anew] = shared
    rows["count"][known >= 0] = before.counts[known[known >= 0]]
    return rows, known


class _Before:
    """The passages of an earlier build, none where they cannot be read."""

    def __init__(self, folder: Path | None) -> None:
        self.passages = None if folder is None else read_pile(folder, PASSAGES, Passage)
        self._rows = np.zeros(0, dtype=_ROW)
        try:
            if folder is not None and self.passages is not None:
                rows = np.load(folder / _PAIRS, allow_pickle=False)
                if rows.dtype == _ROW and len(self.passages) == int(rows["count"].sum()):
                    self._rows = rows
        except (OSError, ValueError, EOFError):
            pass
        self.counts = self._rows["count"].astype(np.int64)
        self.begins = np.append(np.cumsum(self.counts) - self.counts, -1)

    def places(self, rows: np.ndarray) -> np.ndarray:
        """Return where each pair stood, -1 for those that are new."""
        held = self._rows
        if not len(held):
            return np.full(len(rows), -1, dtype=np.int64)
        order = np.argsort(held["key"], kind="stable")
        at = order[np.minimum(np.searchsorted(held["key"][order], rows["key"]), len(held) - 1)]
        same = (held["key"][at] == rows["key"]) & (held["check"][at] == rows["check"])
        return np.where(same, at, -1).astype(np.int64)
