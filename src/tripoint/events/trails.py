"""Trails: how the claims of clusters came together, kept so that a later build follows it where nothing has changed."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

OBEYED, WITHIN, ACROSS = range(3)
"""Phases of clustering: what people say, what one text tells, what texts tell together."""
UNTOLD = (1 << 32) - 1
"""The step of claims of which it is not known how they came together."""
_PHASE = 29


def step(phase: int, count: int) -> int:
    """Return the number of a step; those of a later phase are higher, and those after more others."""
    return phase << _PHASE | count


class Trail(NamedTuple):
    """Columns of claims. A cluster is called by its lowest claim; the others were each the name of one it took in.

    `into` is the name of the cluster that took it in, -1 of the lowest claim; `tied` the bond between the two then, and
    `steps` tell in which order it came to pass (`step`), from nothing on.
    """

    into: np.ndarray
    tied: np.ndarray
    steps: np.ndarray

    @staticmethod
    def blank(size: int, step: int = 0) -> Trail:
        """Return the columns of claims that are by themselves."""
        return Trail(np.full(size, -1, dtype=np.int64), np.zeros(size), np.full(size, step, dtype=np.uint32))

    def put(self, claims: np.ndarray, other: Trail) -> None:
        """Take in what is known of some claims."""
        for column, told in zip(self, other, strict=True):
            column[claims] = told

    def of(self, claims: np.ndarray) -> Trail:
        """Return the columns of some claims."""
        return Trail(*(column[claims] for column in self))

    def named(self, numbers: np.ndarray) -> Trail:
        """Return the columns with the names that claims have elsewhere: `numbers` tells that of each."""
        taken = np.flatnonzero(self.into >= 0)
        into = np.full(len(self.into), -1, dtype=np.int64)
        into[taken] = numbers[self.into[taken]]
        return self._replace(into=into)

    def phases(self) -> np.ndarray:
        """Return the phase of each step."""
        found: np.ndarray = self.steps >> _PHASE
        return found


class Standing:
    """Clusters that stand, beside claims that are clustered: they come together as they did.

    `houses` tells for each claim the cluster that it is in, -1 of those that are clustered. `told` are for each phase
    the steps of all of these clusters, those of one after the other: the bond, turned; the names; -1, and the place.
    """

    def __init__(self, houses: np.ndarray, trail: Trail) -> None:
        self.houses: list[int] = houses.tolist()
        phases = trail.phases()
        self.told: list[list[tuple[float, int, int, int, int]]] = []
        for phase in (OBEYED, WITHIN, ACROSS):
            taken = np.flatnonzero((houses >= 0) & (trail.into >= 0) & (phases == phase))
            taken = taken[np.lexsort((trail.steps[taken], houses[taken]))]
            columns = (column.tolist() for column in (-trail.tied[taken], trail.into[taken], taken))
            self.told.append([(*one, -1, at) for at, one in enumerate(zip(*columns, strict=True))])

    def heads(self, phase: int) -> list[tuple[float, int, int, int, int]]:
        """Return the first step of each cluster in a phase."""
        told = self.told[phase]
        return [one for at, one in enumerate(told) if not at or self._house(told[at - 1]) != self._house(one)]

    def after(self, phase: int, place: int) -> tuple[float, int, int, int, int] | None:
        """Return the step of the same cluster that follows in the same phase."""
        told = self.told[phase]
        if place + 1 == len(told) or self._house(told[place]) != self._house(told[place + 1]):
            return None
        return told[place + 1]

    def _house(self, one: tuple[float, int, int, int, int]) -> int:
        return self.houses[one[1]]
