"""Rarities: the rare words of claims, the blocks in which these share them, and what each claim's are known by."""

from __future__ import annotations

import numpy as np

from tripoint.comparison.columns import mixed, owners, paired, parted, portions, stretches, summed
from tripoint.comparison.occasions import Occasions
from tripoint.events.joinedrows import JoinedRows

LOOKED_UP = 4
"""Rare words under which a claim is looked for."""


class Rarities:
    """The rare words of each claim: `words` up to its place in `ends`, in order. `stamps` tell whose are the same."""

    def __init__(self, rows: JoinedRows, occasions: Occasions) -> None:
        words, ends = rows.words
        rare = occasions.rare_among(words)
        self.words = words[rare]
        self.ends = np.searchsorted(np.flatnonzero(rare), ends)
        self.sizes = np.diff(self.ends, prepend=0)
        self.stamps = summed(self.words, self.ends)

    def of(self, at: int) -> frozenset[int]:
        """Return the rare words of one claim."""
        return frozenset(self.words[int(self.ends[at] - self.sizes[at]) : int(self.ends[at])].tolist())

    def shared(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Return how many rare words the claims of each pair hold in common: none, one, or two for more."""
        found = np.zeros(len(one), dtype=np.uint8)
        here = np.flatnonzero((self.sizes[one] > 0) & (self.sizes[two] > 0))
        owner, _ = parted(np.intersect1d(_coded(self, one[here]), _coded(self, two[here]), assume_unique=True))
        counts = np.bincount(owner, minlength=len(here))
        found[here] = np.minimum(2, counts)
        return found


def _coded(rarities: Rarities, claims: np.ndarray) -> np.ndarray:
    sizes = rarities.sizes[claims]
    words = rarities.words[stretches(rarities.ends[claims] - sizes, sizes)]
    return paired(owners(sizes), words)


class Entries:
    """Which blocks claims enter that hold rare words, or whose text is filed under some.

    `stamps` tell of all claims which words their texts are filed under for them.
    """

    def __init__(self, rows: JoinedRows, rarities: Rarities, occasions: Occasions) -> None:
        self._kinds, self._kind_ends = rows.kinds
        self._many = np.diff(self._kind_ends, prepend=0)
        filed, files = occasions.filed
        rare, many = np.minimum(rarities.sizes, LOOKED_UP), np.diff(files, prepend=0)
        self._words = (
            (rare, rarities.ends - rarities.sizes, rarities.words, 0),
            (np.where(rows.opens, many[rows.texts], 0), (files - many)[rows.texts], filed, 1),
        )
        self.stamps = summed(filed, files)[rows.texts]
        self.stamps[~rows.opens] = 0

    def of(self, claims: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the number of each block, and the claim, of those claims of which it is told that they count."""
        keys, members = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.uint32)]
        for sizes, begins, words, flag in self._words:
            here = np.flatnonzero((sizes > 0) & (self._many > 0) & claims)
            for some in portions(np.cumsum(sizes[here] * self._many[here])):
                at = here[some.start : some.stop]
                owner = np.repeat(at, sizes[at])
                many = self._many[owner]
                word = words[stretches(begins[at], sizes[at])].astype(np.uint64)
                kind = self._kinds[stretches(self._kind_ends[owner] - many, many)].astype(np.uint64)
                told = np.repeat(mixed(2 * word + np.uint64(flag)), many)
                keys.append(mixed(told ^ kind).view(np.int64))
                members.append(np.repeat(owner, many).astype(np.uint32))
        return np.concatenate(keys), np.concatenate(members)
