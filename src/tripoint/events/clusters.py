"""Clusters: the heaviest bond is joined first, bonds add up, and what must stay apart stays apart.

Greedy additive edge contraction for correlation clustering (Keuper et al., ICCV 2015), with must-links, must-not-links
and guards on what one happening can hold; doubts inside one text do not add up. n log n in the number of links.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from tripoint.events.bonds import Bond
from tripoint.events.bounding import bounds
from tripoint.events.bounds import Bounds
from tripoint.events.edges import Edges
from tripoint.events.graph import Graph
from tripoint.events.trails import Standing, Trail
from tripoint.model import Claim, Document, Link, Verdict


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
    return sorted(sorted(ids[i] for i in group) for group in found.groups)


class Contracted(NamedTuple):
    """Clusters of claims, by their places, and the trail by which they came about.

    Beside clusters that stand: `reaching` tells of each whether it would join one of them, and `reached` which ones
    would be joined.
    """

    groups: list[list[int]]
    trail: Trail
    reaching: list[bool]
    reached: set[int]


def contracted(
    singles: Sequence[Single],
    one: np.ndarray,
    two: np.ndarray,
    weights: np.ndarray,
    houses: np.ndarray | None = None,
    trail: Trail | None = None,
) -> Contracted:
    """Return the clusters of claims by their places. Of several bonds between two the last one holds.

    `one`, `two` and `weights` are bonds in columns, between claims by their places. Where some claims are in clusters
    that stand (`houses` tells which, -1 of the others) these come together by their `trail`, and are left out.
    """
    order = sorted(range(len(singles)), key=lambda at: singles[at].order)
    known: dict[str, int] = {}
    texts = np.array([known.setdefault(singles[at].text, len(known)) for at in order], dtype=np.int64)
    edges = Edges.between(order, texts, one, two, weights)
    listed = np.array(order, dtype=np.int64)
    number = np.empty(len(order), dtype=np.int64)
    number[listed] = np.arange(len(order))
    standing = None
    if houses is not None and trail is not None:
        standing = Standing(houses[listed], trail.named(number).of(listed), edges.bound(len(order)))
    graph = Graph(edges, [singles[at].limits for at in order], texts.tolist(), standing)
    graph.obey()
    # What one text tells comes together before texts do: see accounts.
    graph.contract(within_texts=True)
    graph.doubt()
    graph.contract(within_texts=False)
    groups, reaching = graph.made()
    columns = (np.array(graph.into, dtype=np.int64), np.array(graph.tied), np.array(graph.steps, dtype=np.uint32))
    made = Trail(*columns).named(listed).of(number)
    return Contracted([[order[i] for i in group] for group in groups], made, reaching, graph.reached)
