"""Samples: in how many documents of a sample words stand, which tells how rare they are."""

from __future__ import annotations

import numpy as np


class Sample:
    """The words of so many documents, hashed, in order, and how many of these hold each."""

    def __init__(self, size: int, words: np.ndarray, counts: np.ndarray) -> None:
        self.size = size
        self.words = words
        self.counts = counts
        squares = np.log((size + 1) / np.maximum(1, np.arange(size + 2))) ** 2
        self.squares: np.ndarray = squares
        """What a word weighs that stands in so many documents."""
        # Words are found by their upper half, and then by a few steps.
        self._starts = np.searchsorted(words, np.arange(1 << 16, dtype=np.uint32) << np.uint32(16))
        self._steps = int(np.diff(self._starts, append=len(words)).max())

    def column(self) -> np.ndarray:
        """Return all of it as one column, for `of`."""
        return np.concatenate((np.array([self.size], dtype=np.uint32), self.words, self.counts.astype(np.uint32)))

    @staticmethod
    def of(column: np.ndarray) -> Sample:
        """Return the sample that a column tells of; raises ValueError where it tells of none."""
        if column.dtype != np.uint32 or column.ndim != 1 or len(column) % 2 != 1:
            raise ValueError("no sample")
        words, counts = np.split(column[1:], 2)
        size = int(column[0])
        if len(counts) and int(counts.max()) > size:
            raise ValueError("no sample")
        return Sample(size, words, counts)

    def counted(self, words: np.ndarray) -> np.ndarray:
        """Return in how many documents each of some words stands."""
        found = np.zeros(len(words), dtype=np.uint16)
        if not len(self.words):
            return found
        left, at = np.arange(len(words)), self._starts[words >> np.uint32(16)]
        for _ in range(self._steps):
            known = self.words[np.minimum(at, len(self.words) - 1)]
            wanted = words[left]
            hit = known == wanted
            found[left[hit]] = self.counts[at[hit]]
            more = np.flatnonzero((known < wanted) & (at < len(self.words) - 1))
            if not len(more):
                break
            left, at = left[more], at[more] + 1
        return found
