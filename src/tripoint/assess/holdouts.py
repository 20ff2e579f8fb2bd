"""Places that one side is told to have taken while another is said to hold out in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tripoint.assess.ledger import Bench, EventOf, entry, told_as_fact
from tripoint.comparison import parties
from tripoint.comparison.places import HELD_ROLES, WIDE, key
from tripoint.model import Claim, Contradiction, Modality, Polarity


def holdouts(claims: Iterable[Claim], event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """One text tells that a side took a place, and of another that it is said to hold it, without being sure."""
    taken: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    doubtful: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not claim.agents:
            continue
        if claim.type == "capture" and told_as_fact(claim) and claim.aspect.value == "completed":
            table = taken
        elif claim.type == "control" and claim.modality is Modality.UNCONFIRMED and _affirmed(claim):
            table = doubtful
        else:
            continue
        places = {
            key(slot.place) for slot in claim.places if slot.role in HELD_ROLES and slot.place.precision not in WIDE
        }
        for place in places:
            table[claim.document_id, place].append(claim)
    for told in sorted(taken.keys() & doubtful.keys()):
        rivals = [d for d in doubtful[told] if all(_other_side(d, one) for one in taken[told])]
        if rivals:
            yield entry(
                event_of[rivals[0].claim_id],
                "holder",
                {
                    f"taken by {parties.names(taken[told][0].agents)}": [one.claim_id for one in taken[told]],
                    f"{parties.names(rivals[0].agents)} said to hold out": [one.claim_id for one in rivals],
                },
                "one side is told to have taken the place, another is said to hold out there",
                "those who hold out may have a part of it",
            )


def _affirmed(claim: Claim) -> bool:
    return claim.comment_id is None and claim.polarity is Polarity.AFFIRMED


def _other_side(a: Claim, b: Claim) -> bool:
    if parties.within(parties.keys(a.agents), parties.keys(b.agents)):
        return False
    return parties.countries(a.agents).isdisjoint(parties.countries(b.agents))
