"""Frequencies: in how many documents of a case words stand, which tells how rare they are.

All documents of a case tell it: a few more then change next to nothing of it, so that what an earlier build found of
the others still holds. (Of a sample of them, a few more would come to stand for many.)
"""

from __future__ import annotations

import numpy as np

from tripoint.comparison.columns import ROOM, counted

SCALE = 32_000
"""Documents as of which frequencies are told, where there are more: of more than twice as many, they take more room."""
MANY = 4000
"""Documents from which on a word is as rare as its share of them is, however many there are."""


class Frequencies:
    """Words, hashed, in order, and how many of so many documents (`size`) hold each."""

    def __init__(self, size: int, words: np.ndarray, counts: np.ndarray) -> None:
        self.size = size
        self.words = words
        self.counts = counts
        self._seen = np.append(counts, 0).astype(np.uint16)  # the last place tells of what is not there
        self.unit = max(1.0, size / MANY)
        """What one document comes to, where there are many."""
        squares = np.log((size / self.unit + 1) / np.maximum(1, np.arange(size + 2) / self.unit)) ** 2
        self.squares: np.ndarray = squares
        """What a word weighs that stands in so many documents."""
        # Words are found by their upper half, and then by a few steps.
        self._starts = np.searchsorted(words, np.arange(1 << 16, dtype=np.uint32) << np.uint32(16))
        self._steps = int(np.diff(self._starts, append=len(words)).max())

    @staticmethod
    def among(words: np.ndarray, documents: int) -> Frequencies:
        """Return those of the words of so many documents, each of which holds a word once at most."""
        size = min(documents, SCALE)
        told, counts = [np.zeros(0, dtype=np.uint32)], [np.zeros(0, dtype=np.int64)]
        bits = np.uint32(min(8, (len(words) // ROOM).bit_length()))
        part = words >> (np.uint32(32) - bits) if bits else np.zeros(len(words), dtype=np.uint32)
        for number in range(1 << int(bits)):  # a part of the words at a time: what is sorted at once stays small
            some, many = counted(words[part == number])
            seen = (2 * many * size + documents) // max(1, 2 * documents)  # the nearest whole number
            told.append(some[seen > 0])
            counts.append(seen[seen > 0])
        return Frequencies(size, np.concatenate(told), np.concatenate(counts))

    def few(self, seen: np.ndarray, most: int) -> np.ndarray:
        """Return of words that so many documents hold whether these are more than one and not more than `most`.

        Where there are many documents, that is told of as many as `MANY`, to the nearest whole number.
        """
        found: np.ndarray = (seen > 1.5 * self.unit) & (seen < (most + 0.5) * self.unit)
        return found

    def column(self) -> np.ndarray:
        """Return all of it as one column, for `of`."""
        return np.concatenate((np.array([self.size], dtype=np.uint32), self.words, self.counts.astype(np.uint32)))

    @staticmethod
    def of(column: np.ndarray) -> Frequencies:
        """Return those that a column tells of; raises ValueError where it tells of none."""
        if column.dtype != np.uint32 or column.ndim != 1 or len(column) % 2 != 1:
            raise ValueError("no frequencies of words")
        words, counts = np.split(column[1:], 2)
        size = int(column[0])
        if len(counts) and int(counts.max()) > size:
            raise ValueError("no frequencies of words")
        return Frequencies(size, words, counts)

    def seen(self, words: np.ndarray) -> np.ndarray:
        """Return in how many documents each of some words stands."""
        return self.counted(self.places(words))

    def counted(self, places: np.ndarray) -> np.ndarray:
        """Return in how many documents the words stand that have some `places`."""
        found: np.ndarray = self._seen[places]
        return found

    def places(self, words: np.ndarray) -> np.ndarray:
        """Return the place of each of some words among these, -1 of those that are not there."""
        found = np.full(len(words), -1, dtype=np.int32)
        if not len(self.words):
            return found
        left, at = np.arange(len(words)), self._starts[words >> np.uint32(16)]
        for _ in range(self._steps):
            known = self.words[np.minimum(at, len(self.words) - 1)]
            wanted = words[left]
            hit = known == wanted
            found[left[hit]] = at[hit]
            more = np.flatnonzero((known < wanted) & (at < len(self.words) - 1))
            if not len(more):
                break
            left, at = left[more], at[more] + 1
        return found
