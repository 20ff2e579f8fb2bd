"""Pairs of claims in arrays: a million claims have tens of millions of them."""

from __future__ import annotations

import numpy as np

from tripoint.comparison.columns import ROOM, order_of, paired

_KINDS = (np.uint32, np.uint32, np.uint32, np.float64, np.uint8)


class Pairs:
    """Pairs of claims by number, each with the place of its link, and with what that says."""

    def __init__(self, *before: tuple[np.ndarray, ...]) -> None:
        self._portions: list[tuple[np.ndarray, ...]] = [tuple(np.zeros(0, dtype=kind) for kind in _KINDS)]
        for pairs in before:
            self.extend(*pairs)

    def extend(self, one: np.ndarray, two: np.ndarray, *others: np.ndarray) -> None:
        """Add pairs; of what is not told of them nothing is."""
        told = (one, two, *others, *(np.zeros(len(one)) for _ in range(3 - len(others))))
        self._portions.append(tuple(values.astype(kind) for values, kind in zip(told, _KINDS, strict=True)))

    def columns(self) -> tuple[np.ndarray, ...]:
        """Return the pairs: one claim, the other, the place of the link, its score, its mark."""
        if len(self._portions) > 1:
            self._portions = [tuple(map(np.concatenate, zip(*self._portions, strict=True)))]
        return self._portions[0]

    def among(self, roots: np.ndarray) -> tuple[np.ndarray, ...]:
        """Return the pairs of which both have the same root."""
        one, two, *others = self.columns()
        kept = roots[one] == roots[two]
        return tuple(column[kept] for column in (one, two, *others))

    def order(self, rank: np.ndarray) -> tuple[np.ndarray, tuple[np.ndarray, ...]]:
        """Return the pairs of the ranks of claims, as `paired` tells them, and the pairs, both in the order of these.

        Of one pair the link that came last stands.
        """
        one, two, *_ = self.columns()
        codes = np.empty(len(one), dtype=np.uint64)
        for begin in range(0, len(one), ROOM):
            some = slice(begin, begin + ROOM)
            codes[some] = rank[one[some]] * len(rank) + rank[two[some]]  # smaller numbers are sorted faster
        order = order_of(codes)
        one, two = np.divmod(codes[order], max(1, len(rank)))
        codes = paired(one, two)
        last = np.ones(len(order), dtype=bool)
        np.not_equal(codes[1:], codes[:-1], out=last[:-1])
        if not last.all():
            codes, order = codes[last], order[last]
        return codes, tuple(column[order] for column in self.columns())
