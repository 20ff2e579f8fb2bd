"""Edges: the bonds between the claims of a component, numbered in the order in which equal ones are taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

Entry = tuple[float, int, int, int, int]
"""A bond that may join two clusters: its weight, turned; the lowest claims of both; where both are kept."""
_AT_ONCE = 1 << 15
"""Bonds that are numbers of Python at a time."""


class Edges:
    """Bonds in columns, each pair of claims once, the lower first: `weights` of -inf keep apart.

    `musts` are the pairs that people say are the same, `doubts` what speaks against two claims of one text being one.
    """

    def __init__(self, lower: np.ndarray, higher: np.ndarray, weights: np.ndarray, inside: np.ndarray) -> None:
        must = weights == np.inf
        self.musts: list[tuple[int, int]] = list(zip(lower[must].tolist(), higher[must].tolist(), strict=True))
        self._lower, self._higher, self._inside = lower, higher, inside
        self._weights = np.where(must, 0.0, weights)
        doubted = inside & (weights < 0) & (weights > -np.inf)
        self.doubts: list[tuple[int, int, float]] = list(self._told(np.flatnonzero(doubted)))

    @staticmethod
    def between(
        order: Sequence[int], texts: np.ndarray, one: np.ndarray, two: np.ndarray, weights: np.ndarray
    ) -> Edges:
        """Return the edges of bonds between claims by their places; of several between two the last one holds.

        `order` tells which place comes first, and `texts` the texts of the claims in that order.
        """
        number = np.empty(len(order), dtype=np.int64)
        number[np.array(order, dtype=np.int64)] = np.arange(len(order))
        a, b = number[one], number[two]
        lower, higher = np.minimum(a, b), np.maximum(a, b)
        sorted_ = np.lexsort((higher, lower))
        lower, higher, weights = lower[sorted_], higher[sorted_], weights[sorted_]
        last = np.ones(len(lower), dtype=bool)
        last[:-1] = (lower[1:] != lower[:-1]) | (higher[1:] != higher[:-1])
        last &= lower != higher
        lower, higher = lower[last], higher[last]
        return Edges(lower, higher, weights[last], texts[lower] == texts[higher])

    def held(self, size: int) -> list[dict[int, float]]:
        """Return for each of so many claims what bonds it has with others."""
        found: list[dict[int, float]] = [{} for _ in range(size)]
        for one, two, bond in self._told(np.arange(len(self._lower))):
            found[one][two] = found[two][one] = bond
        return found

    def bound(self, size: int) -> np.ndarray:
        """Return for each of so many claims whether it has a bond."""
        found = np.zeros(size, dtype=bool)
        found[self._lower] = found[self._higher] = True
        return found

    def joining(self, *, within_texts: bool) -> Iterator[Entry]:
        """Yield the bonds above nothing, the heaviest first; `within_texts`, those between claims of one text."""
        here = np.flatnonzero((self._weights > 0) & self._inside if within_texts else self._weights > 0)
        here = here[np.argsort(-self._weights[here], kind="stable")]
        for one, two, bond in self._told(here):
            yield -bond, one, two, one, two

    def _told(self, places: np.ndarray) -> Iterator[tuple[int, int, float]]:
        """Yield the bonds at some places, so many at a time: as numbers of Python they take ten times the room."""
        for begin in range(0, len(places), _AT_ONCE):
            some = places[begin : begin + _AT_ONCE]
            columns = (column[some].tolist() for column in (self._lower, self._higher, self._weights))
            yield from zip(*columns, strict=True)
