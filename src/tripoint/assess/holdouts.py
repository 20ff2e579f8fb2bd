"""Places that one side is told to have taken while another is said to hold out in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tripoint.assess.ledger import Bench, EventOf, opposed, told_as_fact
from tripoint.comparison import parties
from tripoint.comparison.places import HELD_ROLES, WIDE, key
from tripoint.model import Claim, Contradiction, Modality, Polarity


def to_holdouts(claim: Claim, bench: Bench) -> Iterator[tuple[str, str]]:
    """Yield the places that a text tells to be taken, or to be held by a side that may hold out in them."""
    if not claim.agents:
        return
    if claim.type == "capture" and told_as_fact(claim) and claim.aspect.value == "completed":
        side = "taken"
    elif claim.type == "control" and claim.modality is Modality.UNCONFIRMED and _affirmed(claim):
        side = "doubtful"
    else:
        return
    for place in {key(s.place) for s in claim.places if s.role in HELD_ROLES and s.place.precision not in WIDE}:
        yield f"{claim.document_id} {place}", side


def holdouts(place: str, told: Mapping[str, Sequence[str]], event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """One text tells that a side took a place, and of another that it is said to hold it, without being sure."""
    taken = bench.load(told.get("taken", ()))
    rivals = [d for d in bench.load(told.get("doubtful", ())) if all(_other_side(d, one) for one in taken)]
    if taken and rivals:
        yield opposed(
            event_of,
            "holder",
            (f"{parties.names(rivals[0].agents)} said to hold out", rivals),
            (f"taken by {parties.names(taken[0].agents)}", taken),
            "one side is told to have taken the place, another is said to hold out there",
            "those who hold out may have a part of it",
        )


def _affirmed(claim: Claim) -> bool:
    return claim.comment_id is None and claim.polarity is Polarity.AFFIRMED


def _other_side(a: Claim, b: Claim) -> bool:
    if parties.within(parties.keys(a.agents), parties.keys(b.agents)):
        return False
    return parties.countries(a.agents).isdisjoint(parties.countries(b.agents))
