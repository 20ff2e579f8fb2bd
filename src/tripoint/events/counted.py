"""Which numbers of an event count one thing: *26 tanks* and *30 tanks* do, *26 tanks* and *two aircraft* do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tripoint.model import AmountSlot, Claim

LOOSE = frozenset({"killed", "wounded", "captured", "displaced", "missing", "troops", "towns"})
"""What goes by many nouns: whom one calls *people* another calls *soldiers*, and both may mean the same ones."""

Number = tuple[str, AmountSlot]
"""A number with the id of the claim that tells it."""


def rivals(claims: Sequence[Claim]) -> list[tuple[str, list[Number]]]:
    """Return the numbers that count one thing together, with what it is, in order of what and of the thing's name.

    Things are told apart by the noun that is counted. People, and towns, are one thing, save where one claim itself
    counts two kinds (*eleven civilians, two of them women*): then the kind of the smaller number is counted apart.
    """
    told: dict[str, list[Number]] = defaultdict(list)
    for claim in claims:
        for slot in claim.amounts:
            told[slot.amount.what].append((claim.claim_id, slot))
    found: list[tuple[str, list[Number]]] = []
    for what in sorted(told):
        apart = _lesser(told[what]) if what in LOOSE else None
        things: dict[str, list[Number]] = defaultdict(list)
        for claim_id, slot in told[what]:
            noun = thing(slot)
            things[noun if apart is None or noun in apart else ""].append((claim_id, slot))
        found += [(what, things[noun]) for noun in sorted(things)]
    return found


def thing(slot: AmountSlot) -> str:
    """Return the noun that is counted, without what stands before it: `tank` of *Russian tanks*."""
    words = slot.amount.unit.lower().split()
    return words[-1].removesuffix("s") if words else ""


def _lesser(told: Sequence[Number]) -> frozenset[str]:
    """Return the nouns of which a claim counts fewer than of another noun, and that none counts most of."""
    sizes: Mapping[str, dict[str, float]] = defaultdict(dict)
    for claim_id, slot in told:
        noun = thing(slot)
        sizes[claim_id][noun] = max(size(slot), sizes[claim_id].get(noun, 0.0))
    most = {max(nouns, key=lambda noun: (nouns[noun], noun)) for nouns in sizes.values()}
    return frozenset(noun for nouns in sizes.values() if len(nouns) > 1 for noun in nouns) - most


def size(slot: AmountSlot) -> float:
    """Return how many it is at the most that is told of it."""
    low, high = slot.amount.low, slot.amount.high
    return high if high is not None else low if low is not None else 0.0
