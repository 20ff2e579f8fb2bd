"""The rarer words of documents in columns, and how like these make two documents: cosine of what they weigh."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from tripoint.comparison.columns import ROOM, owners, portions, stretches, within

KEPT = 150
"""Words of a text that are looked at, the rarest."""
SMALL = 1e-6
"""What is added to how far a document has moved: more than what the last digits come to."""
_SIEVE = 21
"""Bits of the table that tells of most words that two documents do not share them."""


class RareWords(NamedTuple):
    """Of each document its rarer words, hashed and in order, up to its place in `ends`; its `norms` are their length.

    `seen` tells how many documents hold each word, and `squares` what a word weighs that so many hold.
    """

    words: np.ndarray
    seen: np.ndarray
    ends: np.ndarray
    norms: np.ndarray
    squares: np.ndarray

    def likenesses(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Return how like the documents of each pair of places are, from 0 to 1."""
        found = np.zeros(len(one))
        order = np.argsort(one, kind="stable")
        sizes = np.diff(self.ends, prepend=0)
        for some in portions(np.cumsum(sizes[two[order]]), ROOM // 4):
            here = order[some.start : some.stop]
            found[here] = self._shared(one[here], two[here], sizes)
        weights = self.norms[one] * self.norms[two]
        np.divide(found, weights, out=found, where=weights > 0)
        return found

    def _shared(self, one: np.ndarray, two: np.ndarray, sizes: np.ndarray) -> np.ndarray:
        """Return how much the words that the documents of each pair share weigh together, summed in their order."""
        first, lengths, begins = np.unique(one), sizes[two], self.ends - sizes
        sieve = np.zeros(1 << _SIEVE, dtype=bool)
        own = self.words[stretches(begins[first], sizes[first])]
        sieve[_mixed(np.repeat(first, sizes[first]), own)] = True
        owner, at = owners(lengths), stretches(begins[two], lengths)
        words = self.words[at]
        hit = np.flatnonzero(sieve[_mixed(one[owner], words)])
        owner, words, at = owner[hit], words[hit], at[hit]
        low, high = begins[one[owner]], self.ends[one[owner]]
        while (open_ := low < high).any():
            middle = (low + high) // 2
            below = self.words[np.minimum(middle, len(self.words) - 1)] < words
            low = np.where(open_ & below, middle + 1, low)
            high = np.where(open_ & ~below, middle, high)
        there = (low < self.ends[one[owner]]) & (self.words[np.minimum(low, len(self.words) - 1)] == words)
        weights = self.squares[self.seen[at[there]]]
        found: np.ndarray = np.bincount(owner[there], weights=weights, minlength=len(one))
        return found


def rarest(words: np.ndarray, seen: np.ndarray, owner: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return which words are looked at: of each document those that the fewest others hold."""
    kept = np.ones(len(words), dtype=bool)
    if sizes.max(initial=0) > KEPT:
        of_long = sizes > KEPT
        long = np.flatnonzero(of_long[owner])
        number = (np.cumsum(of_long) - 1)[owner[long]].astype(np.uint64)  # in one column they are sorted twice as fast
        told = number << np.uint64(48) | seen[long].astype(np.uint64) << np.uint64(32) | words[long]
        order = long[np.argsort(told)]
        kept[order[within(owner[order]) >= KEPT]] = False
    return kept


def far(owner: np.ndarray, now: np.ndarray, then: np.ndarray, size: int) -> np.ndarray:
    """Return how far documents have moved whose words weigh otherwise `now` than `then`, each in squares.

    Likeness is the cosine of two directions, so that it changes by no more than the two of them have moved.
    """
    dot, one, two = (np.bincount(owner, weights=some, minlength=size) for some in (np.sqrt(now * then), now, then))
    found = np.full(size, np.inf)
    there = np.flatnonzero((one > 0) & (two > 0))
    found[there] = np.sqrt(np.maximum(0.0, 2 - 2 * dot[there] / np.sqrt(one[there] * two[there]))) + SMALL
    return found


def _mixed(documents: np.ndarray, words: np.ndarray) -> np.ndarray:
    """Return a small number for each word of a document."""
    found: np.ndarray = (documents.astype(np.uint32) * np.uint32(0x9E3779B1)) ^ words
    found *= np.uint32(0x85EBCA77)
    return found >> np.uint32(32 - _SIEVE)
