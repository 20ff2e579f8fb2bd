"""Trails: how the claims of clusters came together, kept so that a later build follows it where nothing has changed."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
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


Step = tuple[float, int, int, int, int]
"""A step of a cluster that stands, as an entry among bonds: the bond, turned; the names; -1, and the step's place."""


class Standing:
    """Clusters that stand, beside claims that are clustered: they come together as they did.

    `houses` tells for each claim the cluster that it is in, -1 of those that are clustered; `bound` whether it has a
    bond with one of those. A step that takes in what has none is quiet: nobody notices it but who asks what the cluster
    may still take in. Quiet steps are left until then, which is half of all steps, and most are never asked for.
    `_furthest` are the entries that stand behind all whose turn came after them, `_turns` the numbers of their turns.
    """

    def __init__(self, houses: np.ndarray, trail: Trail, bound: np.ndarray) -> None:
        self.houses: list[int] = houses.tolist()
        self._bound: list[bool] = bound.tolist()
        phases = trail.phases()
        self._phases: list[list[Step]] = []
        for phase in (OBEYED, WITHIN, ACROSS):
            taken = np.flatnonzero((houses >= 0) & (trail.into >= 0) & (phases == phase))
            taken = taken[np.lexsort((trail.steps[taken], houses[taken]))]
            columns = (column.tolist() for column in (-trail.tied[taken], trail.into[taken], taken))
            self._phases.append([(*one, -1, at) for at, one in enumerate(zip(*columns, strict=True))])
        self._left: dict[int, deque[tuple[Step, bool]]] = {}
        self._after: dict[int, Step] = {}
        self._turn = 0
        self._turns: list[int] = []
        self._furthest: list[Step] = []
        self._since: dict[int, int] = {}

    def obeyed(self) -> Iterator[tuple[int, int]]:
        """Yield the names of the steps that people asked for; none of these is quiet."""
        for _, into, taken, _, _ in self._phases[OBEYED]:
            self._bound[into] |= self._bound[taken]
            yield into, taken

    def begin(self, phase: int) -> list[Step]:
        """Return for each cluster its first step in a phase that is not quiet, as it waits among the bonds.

        None comes before one that it came after, whatever its bond is: it waits under the last of those.
        """
        self._left, self._after = {}, {}
        self._turns, self._furthest, self._since = [], [], {}
        houses, bound, heads, then, last = self.houses, self._bound, [], -1, _FIRST
        for step in self._phases[phase]:
            _, into, taken, _, place = step
            if (left := self._left.get(houses[into])) is None:
                left = self._left[houses[into]] = deque()
                then, last = -1, _FIRST
            left.append((step, not bound[taken]))
            last = max(last, step)
            if bound[taken]:
                bound[into] = True
                waits = (*last[:4], place)
                if then < 0:
                    heads.append(waits)
                else:
                    self._after[then] = waits
                then, last = place, _FIRST
        return heads

    def after(self, place: int) -> Step | None:
        """Return the step of the same cluster that follows the one at that place, of those that are not quiet."""
        return self._after.get(place)

    def up_to(self, claim: int, place: int) -> Iterator[tuple[int, int]]:
        """Yield the names of the steps that are left of the cluster of a claim, up to the one at that place."""
        left = self._left[self.houses[claim]]
        self._since[self.houses[claim]] = self._turn
        while True:
            (_, into, taken, _, at), _ = left.popleft()
            yield into, taken
            if at == place:
                return

    def turn(self, entry: Step) -> None:
        """Take note of an entry whose turn it is."""
        while self._furthest and self._furthest[-1] <= entry:
            self._furthest.pop()
            self._turns.pop()
        self._turn += 1
        self._furthest.append(entry)
        self._turns.append(self._turn)

    def before(self, claim: int) -> Iterator[tuple[int, int]]:
        """Yield the names of the quiet steps that are left of the cluster of a claim, as far as their turn has been.

        That is so where, since the last step of the cluster that was not quiet, the turn came to one that stands behind
        them. It need not be the last one: a bond that has grown comes after lighter ones.
        """
        house = self.houses[claim]
        left = self._left.get(house)
        if not left or not left[0][1]:
            return
        place = bisect_right(self._turns, self._since.get(house, 0))
        if place == len(self._turns):
            return
        furthest = self._furthest[place]
        while left and left[0][1] and left[0][0] < furthest:
            (_, into, taken, _, _), _ = left.popleft()
            yield into, taken

    def end(self) -> Iterator[tuple[int, int]]:
        """Yield the names of all quiet steps of the phase that are left."""
        for left in self._left.values():
            yield from ((into, taken) for (_, into, taken, _, _), _ in left)
        self._left = {}


_FIRST: Step = (-math.inf, 0, 0, -1, 0)
