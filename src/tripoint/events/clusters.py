"""Clusters: the heaviest bond is joined first, bonds add up, and what must stay apart stays apart.

Greedy additive edge contraction for correlation clustering (Keuper et al., ICCV 2015), with must-links, must-not-links
and guards on what one happening can hold; doubts inside one text do not add up. n log n in the number of links.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from tripoint.events.bonds import Bond
from tripoint.events.bounding import bounds
from tripoint.events.bounds import Bounds
from tripoint.events.edges import Edges, Entry
from tripoint.model import Claim, Document, Link, Verdict

_LAST: Entry = (math.inf, 0, 0, 0, 0)
"""Stands behind the bonds that wait in a list."""


def weight(link: Link | Bond) -> float:
    """Return the bond of a link: log-odds of its score, without end for a person's and for a conflict."""
    if link.by.startswith("person:"):
        return math.inf if link.verdict is Verdict.SAME else -math.inf
    return odds(link.score)


def odds(score: float) -> float:
    """Return the bond of a rule's link with that score."""
    return -math.inf if score <= 0.0 else math.log(score / max(1e-4, 1 - score))


class Single(NamedTuple):
    """What clustering needs of a claim: its place among those with equal bonds, its bounds, its text."""

    order: tuple[str, int, str]
    limits: Bounds
    text: str

    @staticmethod
    def of(claim: Claim, document: Document | None) -> Single:
        """Return that of a claim, told in a document where that is known.

        Equal bonds are taken in the order of the words, so that a page makes the same events wherever it lies.
        """
        order = (claim.evidence[0].text if claim.evidence else "", claim.trigger_start, claim.claim_id)
        return Single(order, bounds(claim, document), claim.document_id)


def clusters(
    claims: Iterable[Claim], links: Iterable[Link | Bond], documents: Mapping[str, Document] = MappingProxyType({})
) -> list[list[str]]:
    """Return the claim ids of each cluster, every claim in exactly one; `documents` tell when each was told."""
    known = {claim.claim_id: Single.of(claim, documents.get(claim.document_id)) for claim in claims}
    ids = list(known)
    number = {claim_id: i for i, claim_id in enumerate(ids)}
    # A person's link comes last and replaces the rule's.
    listed = [
        (number[link.claim_a], number[link.claim_b], weight(link))
        for link in sorted(links, key=lambda one: (one.by.startswith("person:"), one.claim_a, one.claim_b, one.by))
        if link.claim_a in number and link.claim_b in number
    ]
    one, two, weights = np.array(listed, dtype=np.float64).reshape(-1, 3).T
    found = contracted(list(known.values()), one.astype(np.int64), two.astype(np.int64), weights)
    return sorted(sorted(ids[i] for i in group) for group in found)


def contracted(singles: Sequence[Single], one: np.ndarray, two: np.ndarray, weights: np.ndarray) -> Iterable[list[int]]:
    """Return the clusters of claims by their places. Of several bonds between two the last one holds.

    `one`, `two` and `weights` are bonds in columns, between claims by their places.
    """
    order = sorted(range(len(singles)), key=lambda at: singles[at].order)
    known: dict[str, int] = {}
    texts = np.array([known.setdefault(singles[at].text, len(known)) for at in order], dtype=np.int64)
    edges = Edges.between(order, texts, one, two, weights)
    graph = _Graph(edges, [singles[at].limits for at in order], texts.tolist())
    graph.obey()
    # What one text tells comes together before texts do: see accounts.
    graph.contract(within_texts=True)
    graph.doubt()
    graph.contract(within_texts=False)
    return ([order[i] for i in group] for group in graph.members.values())


class _Graph:
    """Clusters with the bonds between them. What becomes of some does not depend on those that they do not join.

    Each cluster is called by its lowest claim, wherever its members are kept: the order in which equal bonds are taken,
    the bounds and the text of a cluster follow from its own claims.
    """

    def __init__(self, edges: Edges, limits: list[Bounds], texts: list[int]) -> None:
        self._edges = edges
        self._bonds = edges.held(len(texts))
        self._limits = limits
        self._texts = texts
        self._first = list(range(len(texts)))
        self._owner = list(range(len(texts)))
        self.members: dict[int, list[int]] = {i: [i] for i in range(len(texts))}

    def obey(self) -> None:
        """Join what people say is the same."""
        for one, two in self._edges.musts:
            a, b = self._root(one), self._root(two)
            if a != b and self._bonds[a].get(b) != -math.inf:
                self._merge(a, b)

    def contract(self, *, within_texts: bool) -> None:
        """Join the heaviest bonds first; `within_texts`, those between clusters of one text.

        Bonds between single claims wait in a list, in their order, those of clusters in a heap.
        """
        bonds, first, owner, texts, limits = self._bonds, self._first, self._owner, self._texts, self._limits

        def entries(a: int, others: Iterable[int]) -> Iterator[Entry]:
            mine, near = first[a], bonds[a]
            for b in others:
                bond, its = near[b], first[b]
                if bond > 0 and (not within_texts or texts[mine] == texts[its]):
                    yield (-bond, mine, its, a, b) if mine < its else (-bond, its, mine, b, a)

        heap = [new for a, group in self.members.items() if len(group) > 1 for new in entries(a, bonds[a])]
        heapq.heapify(heap)
        waiting = self._edges.joining(within_texts=within_texts)
        ahead = next(waiting, _LAST)
        while True:
            if heap and heap[0] < ahead:
                negative, lower, higher, a, b = heapq.heappop(heap)
            elif ahead is _LAST:
                return
            else:
                negative, lower, higher, a, b = ahead
                ahead = next(waiting, _LAST)
            if owner[a] != a or owner[b] != b or bonds[a].get(b) != -negative:
                continue
            if first[a] != lower or first[b] != higher:
                continue  # it waits under the name that the cluster has now
            if limits[a].refuses(limits[b]):
                bonds[a][b] = bonds[b][a] = -math.inf
                continue
            kept, changed = self._merge(a, b)
            for new in entries(kept, changed):
                heapq.heappush(heap, new)

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

    def _root(self, one: int) -> int:
        owner = self._owner
        while owner[one] != one:
            owner[one] = owner[owner[one]]
            one = owner[one]
        return one

    def _merge(self, a: int, b: int) -> tuple[int, list[int]]:
        """Join two clusters, adding up their bonds; return where they are kept, and the others whose bond is new."""
        bonds, first = self._bonds, self._first
        lower, higher = (a, b) if first[a] < first[b] else (b, a)
        limits, name = self._limits[lower].joined(self._limits[higher]), first[lower]
        if len(bonds[b]) > len(bonds[a]):
            a, b = b, a
        self._owner[b] = a
        self.members[a].extend(self.members.pop(b))
        self._limits[a] = limits
        bonds[a].pop(b, None)
        bonds[b].pop(a, None)
        changed = list(bonds[b]) if first[a] == name else [*bonds[a], *(c for c in bonds[b] if c not in bonds[a])]
        first[a] = name
        for other, bond in bonds[b].items():
            bonds[other].pop(b, None)
            bonds[a][other] = bonds[other][a] = bonds[a].get(other, 0.0) + bond
        bonds[b] = {}
        return a, changed
