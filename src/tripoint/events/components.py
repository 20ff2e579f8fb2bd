"""Components: claims that chains of links bring together. What two of them hold has no bearing on each other."""

from __future__ import annotations

import numpy as np

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
        inside = np.flatnonzero(roots[bonds.one] == roots[bonds.two])
        home = roots[bonds.one][inside]
        order = np.argsort(home, kind="stable")
        self._places = inside[order]
        self._members = np.argsort(roots, kind="stable")
        self._starts = np.flatnonzero(np.diff(roots[self._members], prepend=np.int64(-1)))
        firsts = roots[self._members[self._starts]]
        self._begins, self._ends = (np.searchsorted(home[order], firsts, side=side) for side in ("left", "right"))

    def __len__(self) -> int:
        return len(self._starts)

    def members(self, at: int) -> np.ndarray:
        """Return the numbers of the claims of a component."""
        end = self._starts[at + 1] if at + 1 < len(self) else len(self._members)
        found: np.ndarray = self._members[self._starts[at] : end]
        return found

    def between(self, at: int) -> np.ndarray:
        """Return the places of the bonds of a component."""
        found: np.ndarray = self._places[self._begins[at] : self._ends[at]]
        return found
