"""Clusters: the heaviest bond is joined first, bonds add up, and what must stay apart stays apart.

Greedy additive edge contraction for correlation clustering (Keuper et al., ICCV 2015), with must-links, must-not-links
and guards on what one happening can hold. n log n in the number of links.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from tripoint.events.bonds import Bond
from tripoint.events.bounds import Bounds, bounds
from tripoint.model import Claim, Document, Link, Verdict


def weight(link: Link | Bond) -> float:
    """Return the bond of a link: log-odds of its score, without end for a person's and for a conflict."""
    if link.by.startswith("person:"):
        return math.inf if link.verdict is Verdict.SAME else -math.inf
    if link.score <= 0.0:
        return -math.inf
    return math.log(link.score / max(1e-4, 1 - link.score))


def clusters(
    claims: Iterable[Claim], links: Iterable[Link | Bond], documents: Mapping[str, Document] = MappingProxyType({})
) -> list[list[str]]:
    """Return the claim ids of each cluster, every claim in exactly one; `documents` tell when each was told."""
    known = {
        claim.claim_id: (_order(claim), bounds(claim, documents.get(claim.document_id)), claim.document_id)
        for claim in claims
    }
    ids = sorted(known, key=lambda claim_id: known[claim_id][0])
    number = {claim_id: i for i, claim_id in enumerate(ids)}
    limits = {i: known[claim_id][1] for i, claim_id in enumerate(ids)}
    bonds: list[dict[int, float]] = [{} for _ in ids]
    musts: list[tuple[int, int]] = []
    for link in sorted(links, key=lambda one: (one.by.startswith("person:"), one.claim_a, one.claim_b, one.by)):
        if link.claim_a not in number or link.claim_b not in number or link.claim_a == link.claim_b:
            continue
        one, two = number[link.claim_a], number[link.claim_b]
        bond = weight(link)
        if bond == math.inf:
            musts.append((one, two))
        # A person's link comes last and replaces the rule's.
        bonds[one][two] = bonds[two][one] = 0.0 if bond == math.inf else bond
    members: dict[int, list[int]] = {i: [i] for i in range(len(ids))}
    owner = list(range(len(ids)))
    texts = [known[claim_id][2] for claim_id in ids]
    _obey(musts, bonds, members, owner, limits)
    # What one text tells comes together before texts do: see accounts.
    _contract(bonds, members, owner, limits, texts)
    _contract(bonds, members, owner, limits, [""] * len(ids))
    return sorted(sorted(ids[i] for i in group) for group in members.values())


def clusters_of_standing(
    ids: Sequence[str],
    links: Sequence[Link | Bond],
    claims: Mapping[str, Claim],
    rejected: AbstractSet[str],
    documents: Mapping[str, Document] = MappingProxyType({}),
) -> list[list[str]]:
    """Return the clusters of the claims of these ids; what a person `rejected` brings no others together.

    A rejected claim goes where it would have gone: to the cluster that holds most of those it would have been with, or
    with others that were rejected.
    """
    told = (claims[claim_id] for claim_id in ids)
    if rejected.isdisjoint(ids):
        return clusters(told, links, documents)
    standing = [link for link in links if link.claim_a not in rejected and link.claim_b not in rejected]
    found = clusters((claim for claim in told if claim.claim_id not in rejected), standing, documents)
    home = {claim_id: at for at, group in enumerate(found) for claim_id in group}
    for group in clusters((claims[claim_id] for claim_id in ids), links, documents):
        aside = [claim_id for claim_id in group if claim_id in rejected]
        homes = Counter(home[claim_id] for claim_id in group if claim_id not in rejected)
        if aside and homes:
            found[min(homes, key=lambda at: (-homes[at], found[at]))].extend(aside)
        elif aside:
            found.append(aside)
    return sorted(sorted(group) for group in found)


def _order(claim: Claim) -> tuple[str, int, str]:
    """Equal bonds are taken in the order of the words, so that a page makes the same events wherever it lies."""
    return (claim.evidence[0].text if claim.evidence else "", claim.trigger_start, claim.claim_id)


def _find(owner: list[int], one: int) -> int:
    while owner[one] != one:
        owner[one] = owner[owner[one]]
        one = owner[one]
    return one


def _obey(
    musts: list[tuple[int, int]],
    bonds: list[dict[int, float]],
    members: dict[int, list[int]],
    owner: list[int],
    limits: dict[int, Bounds],
) -> None:
    for one, two in musts:
        a, b = _find(owner, one), _find(owner, two)
        if a != b and bonds[a].get(b) != -math.inf:
            _merge(min(a, b), max(a, b), bonds, members, owner, limits)


def _contract(
    bonds: list[dict[int, float]],
    members: dict[int, list[int]],
    owner: list[int],
    held: dict[int, Bounds],
    texts: list[str],
) -> None:
    """Join the heaviest bonds first, those between clusters of one text; a cluster is of the text of its root."""
    heap = [
        (-bond, a, b)
        for a in range(len(bonds))
        for b, bond in bonds[a].items()
        if a < b and bond > 0 and texts[a] == texts[b]
    ]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if owner[a] != a or owner[b] != b or bonds[a].get(b) != -negative:
            continue
        if held[a].refuses(held[b]):
            bonds[a][b] = bonds[b][a] = -math.inf
            continue
        kept, changed = _merge(a, b, bonds, members, owner, held)
        for other in changed:
            bond = bonds[kept][other]
            if bond > 0 and texts[kept] == texts[other]:
                heapq.heappush(heap, (-bond, min(kept, other), max(kept, other)))


def _merge(
    a: int,
    b: int,
    bonds: list[dict[int, float]],
    members: dict[int, list[int]],
    owner: list[int],
    limits: dict[int, Bounds],
) -> tuple[int, list[int]]:
    """Join two clusters into the one with more bonds (the lower number when equal), adding up their bonds."""
    if len(bonds[b]) > len(bonds[a]):
        a, b = b, a
    owner[b] = a
    members[a].extend(members.pop(b))
    limits[a] = limits[a].joined(limits[b])
    bonds[a].pop(b, None)
    bonds[b].pop(a, None)
    changed = []
    for other, bond in bonds[b].items():
        bonds[other].pop(b, None)
        total = bonds[a].get(other, 0.0) + bond
        bonds[a][other] = bonds[other][a] = total
        changed.append(other)
    bonds[b] = {}
    return a, sorted(changed)
