"""Components: claims that chains of links bring together. What two of them hold has no bearing on each other."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np

from tripoint.comparison.groups import NumberedGroups
from tripoint.events.clusters import weight
from tripoint.model import Link


class Components:
    """The claims of each component and the places of the links among them, in the order of the claims' `ids`.

    A link with a claim that is not among `ids` counts for nothing. Only bonds above nothing bring claims together:
    where no chain of them leads from one claim to another, no clustering can, however many doubts lie between them.
    """

    def __init__(self, ids: Sequence[str], links: Sequence[Link]) -> None:
        number = {claim_id: at for at, claim_id in enumerate(ids)}
        groups = NumberedGroups(len(ids))
        ends, others, places = array("I"), array("I"), array("I")
        for at in range(len(links)):
            link = links[at]
            one, two = number.get(link.claim_a), number.get(link.claim_b)
            if one is None or two is None or one == two:
                continue
            if weight(link) > 0:
                groups.join(one, two)
            ends.append(one)
            others.append(two)
            places.append(at)
        roots = groups.roots()
        linked, other, place = (np.frombuffer(column, dtype=np.uint32) for column in (ends, others, places))
        inside = roots[linked] == roots[other]
        home, place = roots[linked][inside], place[inside]
        order = np.argsort(home, kind="stable")
        self._ids = ids
        self._places = place[order]
        self._members = np.argsort(roots, kind="stable")
        self._starts = np.flatnonzero(np.diff(roots[self._members], prepend=np.int64(-1)))
        firsts = roots[self._members[self._starts]]
        self._begins, self._ends = (np.searchsorted(home[order], firsts, side=side) for side in ("left", "right"))

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, at: int) -> tuple[list[str], list[int]]:
        return [self._ids[one] for one in self.members(at).tolist()], self.between(at).tolist()

    def members(self, at: int) -> np.ndarray:
        """Return the numbers of the claims of a component."""
        end = self._starts[at + 1] if at + 1 < len(self) else len(self._members)
        found: np.ndarray = self._members[self._starts[at] : end]
        return found

    def between(self, at: int) -> np.ndarray:
        """Return the places of the links of a component."""
        found: np.ndarray = self._places[self._begins[at] : self._ends[at]]
        return found
