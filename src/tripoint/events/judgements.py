"""What was judged of pairs of claims, kept so that a later build judges only what is new or has changed.

A judgement is used again when both claims look the same to linking (the stamps of their profiles), hold as many rare
words in common (none, one, more) and their documents stand to each other as they did (rare words in common, a statement
both quote). Else the pair is judged anew: the links
are those of a build that knows nothing of an earlier one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tripoint.comparison.occasions import CLOSE, NEAR, TOUCHING
from tripoint.events.bonds import Bonds
from tripoint.model import Link

NOTHING, APART, DOUBTFUL, LIKE = range(4)
"""What a pair came to: nothing in common, a conflict, a sum that speaks against it, one that does not."""
NEW = 255
"""A pair of which nothing was judged before."""
TOGETHER = 16
"""What is added for two documents that quote the same statement."""
RARE = 32
"""What is added for a rare word that both claims hold, and once more where they hold several."""
LEVELS = np.array((TOUCHING, NEAR, CLOSE))
"""Likenesses of documents from which on they stand otherwise to each other."""
_FILES = (
    "judged-ids",
    "judged-stamps",
    "judged-rare",
    "judged-pairs",
    "judged-codes",
    "judged-links",
    "judged-scores",
    "judged-marks",
)


class Judgements:
    """Judged pairs of an earlier build: claims in the order of their ids, pairs as `lower * number of claims + higher`.

    `links` are the links of that build, sorted, `scores` and `marks` what they say; a column tells their pairs.
    """

    def __init__(self, columns: Sequence[np.ndarray], links: Sequence[Link]) -> None:
        self._ids, self._stamps, self._rare, self._pairs, self._codes, self._rows, self.scores, self.marks = columns
        self.links = links

    @staticmethod
    def read(folder: Path, links: Sequence[Link]) -> Judgements | None:
        """Return what a build kept in `folder`; None when it kept nothing that can be read."""
        try:
            columns = [np.load(folder / f"{name}.npy", allow_pickle=False) for name in _FILES]
        except (OSError, ValueError):
            return None
        return Judgements(columns, links) if all(len(column) == len(links) for column in columns[5:]) else None

    @property
    def size(self) -> int:
        """How many claims there were."""
        return len(self._ids)

    def numbers(self, ids: np.ndarray, stamps: np.ndarray | None = None) -> np.ndarray:
        """Return the numbers that claims had then, -1 for those that are new or, by their `stamps`, other ones now."""
        if not len(self._ids):
            return np.full(len(ids), -1, dtype=np.int64)
        at = np.minimum(np.searchsorted(self._ids, ids), len(self._ids) - 1)
        same = self._ids[at] == ids
        return np.where(same if stamps is None else same & (self._stamps[at] == stamps).all(axis=1), at, -1)

    def pairs(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Return the numbers of pairs of claims."""
        found: np.ndarray = one.astype(np.uint64) * np.uint64(len(self._ids)) + two.astype(np.uint64)
        return found

    def codes(self, one: np.ndarray, two: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return what pairs of claims came to then (NEW: nothing is known), and their codes as pairs."""
        pairs = self.pairs(one, two)
        if not len(self._pairs):
            return np.full(len(one), NEW, dtype=np.uint8), pairs
        at = np.minimum(np.searchsorted(self._pairs, pairs), len(self._pairs) - 1)
        known = (one >= 0) & (two >= 0) & (self._pairs[at] == pairs)
        return np.where(known, self._codes[at], np.uint8(NEW)), pairs

    def places(self, pairs: np.ndarray, kind: int = 0) -> np.ndarray:
        """Return the places of the links of pairs, -1 where there is none, or one of another kind than a rule's."""
        if not len(self._rows):
            return np.full(len(pairs), -1, dtype=np.int64)
        at = np.minimum(np.searchsorted(self._rows, pairs), len(self._rows) - 1)
        return np.where((self._rows[at] == pairs) & (self.marks[at] & ~np.uint8(3) == kind), at, -1)

    def rare(self, numbers: np.ndarray) -> np.ndarray:
        """Return what the rare words of claims were known by, of claims by their numbers."""
        found: np.ndarray = self._rare[numbers]
        return found

    def compared(
        self, one: np.ndarray, two: np.ndarray, scores: np.ndarray, marks: np.ndarray
    ) -> tuple[np.ndarray, Bonds]:
        """Return of links between claims, by their numbers then, which ones said the same, and what all others said."""
        known = (one >= 0) & (two >= 0)
        pairs = self.pairs(np.where(known, np.minimum(one, two), 0), np.where(known, np.maximum(one, two), 0))
        same = np.zeros(len(pairs), dtype=bool)
        left = np.ones(len(self._rows), dtype=bool)
        if len(self._rows):
            at = np.minimum(np.searchsorted(self._rows, pairs), len(self._rows) - 1)
            same = known & (self._rows[at] == pairs) & (self.scores[at] == scores) & (self.marks[at] == marks)
            left[at[same]] = False
        lower, higher = np.divmod(self._rows[left], np.uint64(max(1, len(self._ids))))
        return same, Bonds(lower.astype(np.int64), higher.astype(np.int64), self.scores[left], self.marks[left])


class Judging:
    """What is judged now: claims in the order of their ids, and what each pair comes to."""

    def __init__(self, ids: np.ndarray, stamps: np.ndarray, rare: np.ndarray, before: Judgements | None) -> None:
        self._ids = ids
        self._stamps = stamps
        self._rare = rare
        self._before = before
        self._then = None if before is None else before.numbers(ids, stamps)
        self._pairs: list[np.ndarray] = [np.zeros(0, dtype=np.uint64)]
        self._codes: list[np.ndarray] = [np.zeros(0, dtype=np.uint8)]
        self.anew = 0
        self.linked = np.zeros(0, dtype=np.uint64)
        self._says = np.zeros(0), np.zeros(0, dtype=np.uint8)

    def numbers_then(self) -> np.ndarray:
        """Return for each claim, in the order of ids, the number it had then, -1 where it is new."""
        before = self._before
        return np.full(len(self._ids), -1, dtype=np.int64) if before is None else before.numbers(self._ids)

    def known(self, one: np.ndarray, two: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return for each pair (by the places of its claims in the order of ids) what it came to, and its code then."""
        if self._before is None or self._then is None:
            return np.full(len(one), NEW, dtype=np.uint8), np.zeros(len(one), dtype=np.uint64)
        return self._before.codes(self._then[one], self._then[two])

    def then(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Return the places of the links that pairs of claims had then, -1 where there is none that may be used."""
        if self._before is None or self._then is None:
            return np.full(len(one), -1, dtype=np.int64)
        a, b = self._then[one], self._then[two]
        pairs = self._before.pairs(np.minimum(a, b), np.maximum(a, b))
        return np.where((a >= 0) & (b >= 0), self._before.places(pairs), -1)

    def where(self, one: np.ndarray, two: np.ndarray, kind: int) -> np.ndarray:
        """Return the places of the links of this kind that pairs of claims had then, whether they changed or not."""
        if self._before is None:
            return np.full(len(one), -1, dtype=np.int64)
        numbers = self._before.numbers(self._ids)
        a, b = numbers[one], numbers[two]
        pairs = self._before.pairs(np.minimum(a, b), np.maximum(a, b))
        return np.where((a >= 0) & (b >= 0), self._before.places(pairs, kind), -1)

    def same_rare(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Return of pairs of claims that are the same as then whether both hold the same rare words as then."""
        assert self._before is not None
        assert self._then is not None
        one_then, two_then = (self._before.rare(self._then[side]) for side in (one, two))
        found: np.ndarray = (self._rare[one] == one_then) & (self._rare[two] == two_then)
        return found

    def places(self, pairs: np.ndarray) -> np.ndarray:
        """Return the places of the links that pairs had then, -1 where there is none."""
        if self._before is None:
            return np.full(len(pairs), -1, dtype=np.int64)
        return self._before.places(pairs)

    def says(self, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the scores and the marks of the links at these places then."""
        if self._before is None or not len(self._before.links):
            return np.zeros(len(places)), np.zeros(len(places), dtype=np.uint8)
        return self._before.scores[places], self._before.marks[places]

    def keep(self, one: np.ndarray, two: np.ndarray, codes: np.ndarray) -> None:
        """Keep what pairs come to."""
        self._pairs.append(one.astype(np.uint64) * np.uint64(len(self._ids)) + two.astype(np.uint64))
        self._codes.append(codes)

    def link_pairs(self, one: np.ndarray, two: np.ndarray, scores: np.ndarray, marks: np.ndarray) -> None:
        """Keep which pairs the links are of, in their order, and what they say."""
        self.linked = one.astype(np.uint64) * np.uint64(len(self._ids)) + two.astype(np.uint64)
        self._says = scores, marks

    def write(self, folder: Path) -> None:
        """Write it into `folder`, for the builds to come."""
        pairs, codes = np.concatenate(self._pairs), np.concatenate(self._codes)
        order = np.argsort(pairs)
        columns: tuple[np.ndarray, ...] = (
            self._ids,
            self._stamps,
            self._rare,
            pairs[order],
            codes[order],
            self.linked,
            *self._says,
        )
        for name, column in zip(_FILES, columns, strict=True):
            np.save(folder / f"{name}.npy", column, allow_pickle=False)
