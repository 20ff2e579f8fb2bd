"""Rarities: the rare words of claims, the blocks in which these share them, and what each claim's are known by."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from tripoint.comparison.columns import mixed, owners, paired, parted, portions, stretches, summed
from tripoint.comparison.occasions import Occasions
from tripoint.events.rows import Rows

LOOKED_UP = 4
"""Rare words under which a claim is looked for."""


class Rarities:
    """The rare words of each claim: `words` up to its place in `ends`, in order. `stamps` tell whose are the same."""

    def __init__(self, rows: Rows, occasions: Occasions) -> None:
        words, ends = rows.words.columns_held()
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


class Entries(NamedTuple):
    """Claims entered in blocks: the number of each block, and the claim.

    `stamps` tell of all claims which words their texts are filed under for them.
    """

    keys: np.ndarray
    members: np.ndarray
    stamps: np.ndarray


def entries(rows: Rows, rarities: Rarities, occasions: Occasions) -> Entries:
    """Return the blocks of claims that hold rare words, or whose text is filed under some."""
    kinds, kind_ends = rows.kinds.columns_held()
    many = np.diff(kind_ends, prepend=0)
    filed, files = occasions.filed
    texts = np.frombuffer(rows.texts, dtype=np.uint32).astype(np.int64)
    opens = np.frombuffer(bytes(rows.opens), dtype=np.uint8) > 0
    keys, members = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.uint32)]
    rare = np.minimum(rarities.sizes, LOOKED_UP)
    filing = np.where(opens, np.diff(files, prepend=0)[texts], 0)
    for sizes, begins, words, flag in (
        (rare, rarities.ends - rarities.sizes, rarities.words, 0),
        (filing, (files - np.diff(files, prepend=0))[texts], filed, 1),
    ):
        here = np.flatnonzero((sizes > 0) & (many > 0))
        for some in portions(np.cumsum(sizes[here] * many[here])):
            claims = here[some.start : some.stop]
            owner = np.repeat(claims, sizes[claims])
            word = words[stretches(begins[claims], sizes[claims])].astype(np.uint64)
            kind = kinds[stretches((kind_ends - many)[owner], many[owner])].astype(np.uint64)
            told = np.repeat(mixed(2 * word + np.uint64(flag)), many[owner])
            keys.append(mixed(told ^ kind).view(np.int64))
            members.append(np.repeat(owner, many[owner]).astype(np.uint32))
    told = summed(filed, files)[texts]
    told[~opens] = 0
    return Entries(np.concatenate(keys), np.concatenate(members), told)
