"""Who fights whom, by what a case tells: sides whose voices do not speak for each other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tripoint.comparison import parties
from tripoint.comparison.parties import NAMELESS, STATE_KINDS
from tripoint.model import Claim, Modality, Polarity
from tripoint.resources.actors import register

HOSTILE = frozenset(
    {"attack", "airstrike", "shelling", "bombing", "clash", "repel", "capture", "besiege", "opposes", "accuse"}
)
"""Types by which one side is told to be against another."""

Hostility = frozenset[tuple[str, str]]
"""Pairs of camps, each way round."""


@lru_cache(maxsize=8192)
def camps(key: str) -> frozenset[str]:
    """Return what a party stands in: itself, the bodies above it, and its country where any of these is the state's."""
    found = set(parties.bodies(key))
    for one in list(found):
        entry = register().get(one)
        if entry is not None and entry.kind in STATE_KINDS and entry.country is not None:
            found.add(f"actor:{entry.country.lower()}")
    return frozenset(found)


def hostility(claims: Iterable[Claim]) -> Hostility:
    """Return the pairs of known camps of which one is told to fight or accuse the other; comments tell nothing."""
    return camps_of(against(claims))


def against(claims: Iterable[Claim]) -> set[tuple[str, str]]:
    """Return the pairs of known parties of which one is told to fight or accuse the other."""
    seen: set[tuple[str, str]] = set()
    for claim in claims:
        if claim.type not in HOSTILE or claim.polarity is not Polarity.AFFIRMED or claim.comment_id is not None:
            continue
        if claim.modality is not Modality.HAPPENED:
            continue
        others = parties.keys((*claim.targets, *claim.recipients))
        if claim.type == "clash":
            others |= parties.keys(claim.agents)
        for one in parties.keys(claim.agents):
            for two in others:
                if one != two and not one.startswith(NAMELESS) and not two.startswith(NAMELESS):
                    seen.add((one, two) if one < two else (two, one))
    return seen


def camps_of(pairs: Iterable[tuple[str, str]]) -> Hostility:
    """Return the pairs of camps, each way round, of which parties are against each other."""
    found: set[tuple[str, str]] = set()
    for one, two in pairs:
        left, right = camps(one), camps(two)
        for a in left - right:
            for b in right - left:
                found.update(((a, b), (b, a)))
    return frozenset(found)


def opposed(a: frozenset[str], b: frozenset[str], hostile: Hostility) -> bool:
    """Return whether two voices, each with its camps, stand on opposed sides; those that share a camp never do."""
    return a.isdisjoint(b) and any((one, two) in hostile for one in a for two in b)
