"""Clusters: the heaviest bond is joined first, bonds add up, and what must stay apart stays apart.

Greedy additive edge contraction for correlation clustering (Keuper et al., ICCV 2015), with must-links, must-not-links
and guards on what one happening can hold. n log n in the number of links.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass

from tripoint.comparison import parties, times
from tripoint.comparison.parties import NAMELESS
from tripoint.comparison.places import WIDE, key, leeway, main_slots
from tripoint.events.conflicts import MOVING, beyond, of_another_order
from tripoint.events.families import ACCORDS, STATES, wide_families
from tripoint.events.profile import PROSPECTIVE
from tripoint.events.setting import SLACK
from tripoint.model import Claim, ClaimKind, Link, PlaceValue, Verdict


@dataclass(slots=True)
class Bounds:
    """What a cluster may still take in: its families, days, finest place, whether it is of plans.

    `modes` holds `plan`, `fact` or, of an agreement, both: it is a fact, and its content a plan.
    `place` is None for acts that move and for what is told of no precise place; `tolls` are the lowest and the
    highest number of people killed; `agents` are the known sides that act.
    """

    families: frozenset[str]
    days: times.Days | None
    modes: frozenset[str]
    state: bool
    place: PlaceValue | None
    tolls: tuple[float, float] | None
    agents: frozenset[str]

    def refuses(self, other: Bounds) -> bool:
        """Return whether the two cannot be one happening, whatever bonds there are between their claims."""
        if not self.modes & other.modes or not self.families & other.families:
            return True
        if self.place is not None and other.place is not None and beyond(self.place, other.place):
            return True
        both = self._tolls_of_both(other)
        if both is not None and of_another_order(*both):
            return True
        if both is not None and self._of_other_hands(other):
            return True
        if self.days is None or other.days is None or (self.state and other.state):
            return False
        return times.gap(self.days, other.days) > SLACK

    def _of_other_hands(self, other: Bounds) -> bool:
        """Return whether two known sides are each told to have killed, at no common place."""
        if not self.agents or not other.agents:
            return False
        one_place = self.place is not None and other.place is not None and key(self.place) == key(other.place)
        return not one_place and not parties.within(self.agents, other.agents)

    def _tolls_of_both(self, other: Bounds) -> tuple[float, float] | None:
        if self.tolls is None or other.tolls is None:
            return None
        return min(self.tolls[0], other.tolls[0]), max(self.tolls[1], other.tolls[1])

    def joined(self, other: Bounds) -> Bounds:
        """Return the bounds of both together: shared families; the days they share, else the days between them."""
        if self.days is None or other.days is None:
            days = self.days or other.days
        else:
            days = times.meet(self.days, other.days) or times.hull(self.days, other.days)
        return Bounds(
            families=(self.families & other.families) or (self.families | other.families),
            days=days,
            modes=self.modes & other.modes or self.modes,
            state=self.state and other.state,
            place=min((p for p in (self.place, other.place) if p is not None), key=_fineness, default=None),
            tolls=self._tolls_of_both(other) or self.tolls or other.tolls,
            agents=self.agents | other.agents,
        )


def bounds(claim: Claim) -> Bounds:
    """Return the bounds of one claim."""
    state = claim.kind is ClaimKind.STATE or claim.type in STATES
    amounts = (slot.amount for slot in claim.amounts if slot.amount.what == "killed")
    killed = [number for amount in amounts if (number := amount.low or amount.high)]
    return Bounds(
        families=frozenset(wide_families(claim.type, prospective=claim.modality in PROSPECTIVE)),
        days=times.days(claim.time),
        modes=_modes(claim),
        state=state,
        place=min(_sites(claim), key=_fineness, default=None),
        tolls=(min(killed), max(killed)) if killed else None,
        agents=frozenset(k for k in parties.keys(claim.agents) if not k.startswith(NAMELESS)),
    )


def _modes(claim: Claim) -> frozenset[str]:
    if claim.modality in PROSPECTIVE:
        return frozenset({"plan"})
    return frozenset({"fact", "plan"}) if claim.type in ACCORDS else frozenset({"fact"})


def _sites(claim: Claim) -> list[PlaceValue]:
    if claim.type in MOVING:
        return []
    slots = main_slots(claim)
    return [slot.place for slot in slots if slot.place.lat is not None and slot.place.precision not in WIDE]


def _fineness(place: PlaceValue) -> tuple[float, str]:
    return leeway(place), key(place)


def weight(link: Link) -> float:
    """Return the bond of a link: log-odds of its score, without end for a person's and for a conflict."""
    if link.by.startswith("person:"):
        return math.inf if link.verdict is Verdict.SAME else -math.inf
    if link.score <= 0.0:
        return -math.inf
    return math.log(link.score / max(1e-4, 1 - link.score))


def clusters(claims: Sequence[Claim], links: Sequence[Link]) -> list[list[str]]:
    """Return the claim ids of each cluster, every claim in exactly one."""
    ids = sorted({claim.claim_id for claim in claims})
    number = {claim_id: i for i, claim_id in enumerate(ids)}
    known = {claim.claim_id: claim for claim in claims}
    limits = {i: bounds(known[claim_id]) for i, claim_id in enumerate(ids)}
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
    _obey(musts, bonds, members, owner, limits)
    _contract(bonds, members, owner, limits)
    return sorted(sorted(ids[i] for i in group) for group in members.values())


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
) -> None:
    heap = [(-bond, a, b) for a in range(len(bonds)) for b, bond in bonds[a].items() if a < b and bond > 0]
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
            if bond > 0:
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
