"""Pairs of claims in arrays: a million claims have tens of millions of them."""

from __future__ import annotations

import numpy as np

from tripoint.comparison.columns import paired

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

    def order(self, rank: np.ndarray) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, ...]]:
        """Return the ranks of the claims of pairs, and the pairs, in the order of these ranks.

        Of one pair the link that came last stands.
        """
        one, two, *_ = self.columns()
        first, second = rank[one], rank[two]
        code = paired(first, second)
        order = np.argsort(code, kind="stable")
        last = np.ones(len(order), dtype=bool)
        last[:-1] = code[order][1:] != code[order][:-1]
        chosen = order[last]
        return (first[chosen], second[chosen]), tuple(column[chosen] for column in self.columns())
