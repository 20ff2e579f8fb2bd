"""Components: claims that chains of links bring together. What two of them hold has no bearing on each other."""

from __future__ import annotations

import numpy as np

from tripoint.comparison.columns import order_of, stretches
from tripoint.comparison.groups import lowest
from tripoint.events.bonds import Bonds


class Components:
    """The claims of each component and the places of the bonds among them, in the order of the claims' numbers.

    Only bonds above nothing bring claims together: where no chain of them leads from one claim to another, no
    clustering can, however many doubts lie between them.
    """

    def __init__(self, size: int, bonds: Bonds) -> None:
        joins = bonds.joins()
        roots = lowest(size, bonds.one[joins], bonds.two[joins])
        home = roots[bonds.one]
        inside = np.flatnonzero(home == roots[bonds.two])
        home = home[inside]
        order = order_of(home)
        self._places = inside[order]
        self._members = order_of(roots)
        self._starts = np.flatnonzero(np.diff(roots[self._members], prepend=np.int64(-1)))
        self._roots, self._firsts = roots, roots[self._members[self._starts]]
        self._begins, self._ends = (
            np.searchsorted(home[order], self._firsts, side="left"),
            np.searchsorted(home[order], self._firsts, side="right"),
        )

    def __len__(self) -> int:
        return len(self._starts)

    def holding(self, claims: np.ndarray) -> np.ndarray:
        """Return of each component how many of the claims of these numbers it holds."""
        return np.bincount(np.searchsorted(self._firsts, self._roots[claims]), minlength=len(self))

    def members(self, at: int) -> np.ndarray:
        """Return the numbers of the claims of a component."""
        end = self._starts[at + 1] if at + 1 < len(self) else len(self._members)
        found: np.ndarray = self._members[self._starts[at] : end]
        return found

    def sizes(self, some: np.ndarray) -> np.ndarray:
        """Return how many claims several components have."""
        found: np.ndarray = (np.append(self._starts[1:], len(self._members)) - self._starts)[some]
        return found

    def all_members(self, some: np.ndarray) -> np.ndarray:
        """Return the numbers of the claims of several components."""
        found: np.ndarray = self._members[stretches(self._starts[some], self.sizes(some))]
        return found

    def between(self, at: int) -> np.ndarray:
        """Return the places of the bonds of a component."""
        found: np.ndarray = self._places[self._begins[at] : self._ends[at]]
        return found
