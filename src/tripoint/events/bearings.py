"""Bearings: how the documents of two claims stand to each other: alike or not, and whether both quote one statement."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tripoint.comparison.columns import among, coupled, owners, parted
from tripoint.comparison.occasions import Occasions
from tripoint.comparison.rarewords import SMALL
from tripoint.events.judgements import LEVELS, TOGETHER

RARE = 20
"""A quotation in more documents than this makes no companions (ten thousand copies, or a proverb)."""


class Bearings:
    """How the documents of claims stand to each other.

    `texts` are the documents of claims, by number, `quoting` the pairs of these that quote the same statement, and
    `again` tells which documents come from rows that the last build kept.
    """

    def __init__(self, texts: np.ndarray, quoting: np.ndarray, occasions: Occasions, again: np.ndarray) -> None:
        self._texts, self._occasions = texts, occasions
        self._together = np.sort(coupled(*quoting.T))
        # Of a document that was read anew it is not known where it was.
        self._moved = np.where(again, occasions.moved, np.inf)

    def know(self, one: np.ndarray, two: np.ndarray) -> None:
        """Have at hand how like the documents of the two claims of each pair are, for those who ask pair by pair."""
        self._occasions.know(self._texts[one], self._texts[two])

    def of(self, one: np.ndarray, two: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return how the documents of the two claims of each pair stand to each other, but for their rare words.

        Then comes how far likenesses are from where they would stand otherwise.
        """
        a, b = self._texts[one], self._texts[two]
        pairs, back = np.unique(coupled(a, b), return_inverse=True)
        a, b = parted(pairs)
        like = self._occasions.likenesses(a, b)
        found = 4 * (like[:, None] >= LEVELS).sum(axis=1) + np.where(among(pairs, self._together), TOGETHER, 0)
        room = np.abs(like[:, None] - LEVELS).min(axis=1) - SMALL
        found[a == b], room[a == b] = 0, np.inf
        return found[back].astype(np.uint8), room[back]

    def again(
        self, one: np.ndarray, two: np.ndarray, codes: np.ndarray, room: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the same of pairs of which it is known what they came to then, and how much `room` there was."""
        a, b = self._texts[one], self._texts[two]
        room = room - (self._moved[a] + self._moved[b])
        together = among(coupled(a, b), self._together)
        found = codes & np.uint8(3 * 4) | np.where(together, np.uint8(TOGETHER), np.uint8(0))
        anew = np.flatnonzero(~(room > 0))
        found[anew], room[anew] = self.of(one[anew], two[anew])
        return found, room


def companions(tellers: Sequence[str], runs: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Return the pairs of documents, by number, that quote the same statement, one of the `runs` of each."""
    owner = owners(np.diff(ends, prepend=0))
    order = np.argsort(runs, kind="stable")
    told, by = runs[order], owner[order]
    edges = np.flatnonzero(told[1:] != told[:-1]) + 1
    starts, stops = np.concatenate(([0], edges)), np.concatenate((edges, [len(told)]))
    pairs: set[tuple[int, int]] = set()
    for at in np.flatnonzero((stops - starts >= 2) & (stops - starts <= RARE)).tolist():
        held = by[starts[at] : stops[at]].tolist()
        pairs.update((one, two) for i, one in enumerate(held) for two in held[i + 1 :] if tellers[one] != tellers[two])
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
