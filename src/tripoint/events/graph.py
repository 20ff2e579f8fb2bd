"""The graph of the clusters of claims: the heaviest bond is joined first, bonds add up."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator
from itertools import chain

from tripoint.events.bounds import Bounds
from tripoint.events.edges import Edges, Entry
from tripoint.events.trails import ACROSS, OBEYED, WITHIN, Standing, step

Limits = Bounds | tuple["Limits", "Limits"]
"""What a cluster may still take in: of one that was joined of two it is found out when it is asked for."""

_LAST: Entry = (math.inf, 0, 0, 0, 0)
"""Stands behind the bonds that wait in a list."""


class Graph:
    """Clusters with the bonds between them. What becomes of some does not depend on those that they do not join.

    Each cluster is called by its lowest claim, wherever its members are kept: the order in which equal bonds are taken,
    the bounds and the text of a cluster follow from its own claims. `into`, `tied` and `steps` are the trail. Clusters
    that are `standing` come together as they did; where another would join one, `reached` holds the one that stands
    and `reaching` a claim of the other, and they are not joined.
    """

    def __init__(self, edges: Edges, limits: list[Bounds], texts: list[int], standing: Standing | None = None) -> None:
        self._edges = edges
        self._bonds = edges.held(len(texts))
        self._limits: list[Limits] = list(limits)
        self._texts = texts
        self._standing = standing
        self._first = list(range(len(texts)))
        self._owner = list(range(len(texts)))
        self._count = 0
        self.members: dict[int, list[int]] = {i: [i] for i in range(len(texts))}
        self.into = [-1] * len(texts)
        self.tied = [0.0] * len(texts)
        self.steps = [0] * len(texts)
        self.reached: set[int] = set()
        self.reaching: list[int] = []

    def obey(self) -> None:
        """Join what people say is the same."""
        for one, two in () if self._standing is None else self._standing.obeyed():
            self._merge(self._root(one), self._root(two), math.inf, OBEYED)
        for one, two in self._edges.musts:
            a, b = self._root(one), self._root(two)
            # Which of several comes first tells which may: what stands did not know of one with another.
            if a != b and not self._reaches(a, b) and self._bonds[a].get(b) != -math.inf:
                self._merge(a, b, math.inf, OBEYED)

    def contract(self, *, within_texts: bool) -> None:
        """Join the heaviest bonds first; `within_texts`, those between clusters of one text.

        Bonds between single claims wait in a list, in their order, those of clusters in a heap, and with them the next
        step of each cluster that stands, but for those that are quiet.
        """
        bonds, first, owner, texts = self._bonds, self._first, self._owner, self._texts
        standing, phase = self._standing, WITHIN if within_texts else ACROSS

        def entries(a: int, others: Iterable[int]) -> Iterator[Entry]:
            mine, near = first[a], bonds[a]
            for b in others:
                bond, its = near[b], first[b]
                if bond > 0 and (not within_texts or texts[mine] == texts[its]):
                    yield (-bond, mine, its, a, b) if mine < its else (-bond, its, mine, b, a)

        heap = [new for a, group in self.members.items() if len(group) > 1 for new in entries(a, bonds[a])]
        heap += [] if standing is None else standing.begin(phase)
        heapq.heapify(heap)
        waiting = self._edges.joining(within_texts=within_texts)
        ahead = next(waiting, _LAST)
        while True:
            if heap and heap[0] < ahead:
                negative, lower, higher, a, b = heapq.heappop(heap)
            elif ahead is _LAST:
                break
            else:
                negative, lower, higher, a, b = ahead
                ahead = next(waiting, _LAST)
            if standing is not None:
                standing.turn((negative, lower, higher, a, b))
            if a < 0 and standing is not None:
                after = standing.after(b)
                if after is not None:
                    heapq.heappush(heap, after)
                *quiet, (lower, higher) = standing.up_to(lower, b)
                self._quietly(quiet)
                a, b = self._root(lower), self._root(higher)
            elif owner[a] != a or owner[b] != b or bonds[a].get(b) != -negative:
                continue
            elif first[a] != lower or first[b] != higher:
                continue  # it waits under the name that the cluster has now
            elif self._refuses((negative, lower, higher, a, b)) or self._reaches(a, b):
                bonds[a][b] = bonds[b][a] = -math.inf
                continue
            kept, changed = self._merge(a, b, -negative, phase)
            for new in entries(kept, changed):
                heapq.heappush(heap, new)
        if standing is not None and within_texts:
            self._quietly(standing.end())

    def doubt(self) -> None:
        """Let two clusters of one text be as doubtful as their two claims that are the most so.

        That nothing ties what a text tells here to what it tells there is said once, not by each pair of clauses: added
        up it would outweigh all that other texts say.
        """
        most: dict[tuple[int, int], float] = {}
        for one, two, bond in self._edges.doubts:
            a, b = sorted((self._root(one), self._root(two)))
            most[a, b] = min(bond, most.get((a, b), 0.0))
        for (a, b), bond in most.items():
            held = self._bonds[a].get(b)
            if held is not None and -math.inf < held < bond:
                self._bonds[a][b] = self._bonds[b][a] = bond

    def made(self) -> tuple[list[list[int]], list[bool]]:
        """Return the clusters but those that stand, and of each whether it would join one of those."""
        reaching = set(map(self._root, self.reaching))
        houses = self._standing.houses if self._standing is not None else None
        found = [(a, group) for a, group in self.members.items() if houses is None or houses[a] < 0]
        return [group for _, group in found], [a in reaching for a, _ in found]

    def _root(self, one: int) -> int:
        owner = self._owner
        while owner[one] != one:
            owner[one] = owner[owner[one]]
            one = owner[one]
        return one

    def _reaches(self, a: int, b: int) -> bool:
        """Return whether one of two clusters stands, and note it."""
        if self._standing is None:
            return False
        one, two = (self._standing.houses[end] for end in (a, b))
        if one == two:
            return False
        self.reached |= {one, two} - {-1}
        self.reaching += [end for end, house in ((a, one), (b, two)) if house < 0]
        return True

    def _refuses(self, entry: Entry) -> bool:
        """Return whether two clusters cannot be one happening, as they are when it is the turn of their bond."""
        *_, a, b = entry
        if self._standing is not None:
            self._quietly(chain(self._standing.before(a), self._standing.before(b)))
        return self._bounds(a).refuses(self._bounds(b))

    def _quietly(self, steps: Iterable[tuple[int, int]]) -> None:
        """Join clusters that stand where one brings no bonds: bonds, names and where they are kept stay as they are."""
        for into, taken in steps:
            a, b = self._root(into), self._root(taken)
            self._owner[b] = a
            self._limits[a] = (self._limits[a], self._limits[b])

    def _bounds(self, a: int) -> Bounds:
        found = self._limits[a]
        if isinstance(found, tuple):
            found = self._limits[a] = _joined(found)
        return found

    def _merge(self, a: int, b: int, bond: float, phase: int) -> tuple[int, list[int]]:
        """Join two clusters, adding up their bonds; return where they are kept, and the others whose bond is new."""
        bonds, first = self._bonds, self._first
        lower, higher = (a, b) if first[a] < first[b] else (b, a)
        limits, name, taken = (self._limits[lower], self._limits[higher]), first[lower], first[higher]
        self.into[taken], self.tied[taken], self.steps[taken] = name, bond, step(phase, self._count)
        self._count += 1
        if len(bonds[b]) > len(bonds[a]):
            a, b = b, a
        self._owner[b] = a
        self.members[a].extend(self.members.pop(b))
        self._limits[a] = limits
        bonds[a].pop(b, None)
        bonds[b].pop(a, None)
        changed = list(bonds[b]) if first[a] == name else [*bonds[a], *(c for c in bonds[b] if c not in bonds[a])]
        first[a] = name
        for other, more in bonds[b].items():
            bonds[other].pop(b, None)
            bonds[a][other] = bonds[other][a] = bonds[a].get(other, 0.0) + more
        bonds[b] = {}
        return a, changed


def _joined(limits: Limits) -> Bounds:
    """Return the bounds of clusters that were joined, in that order; they may be told one in another many times."""
    waiting: list[tuple[Limits, bool]] = [(limits, False)]
    found: list[Bounds] = []
    while waiting:
        one, both = waiting.pop()
        if not isinstance(one, tuple):
            found.append(one)
        elif both:
            second = found.pop()
            found.append(found.pop().joined(second))
        else:
            waiting += [(one, True), (one[1], False), (one[0], False)]
    return found[0]
