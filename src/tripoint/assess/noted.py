"""Notes: what the claims of one event tell that the whole case is to know, so that they need not be read again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tripoint.assess.across import spoken_to
from tripoint.assess.holding import places_told
from tripoint.assess.ledger import Bench
from tripoint.assess.shares import Share, shares
from tripoint.model import Claim


class Notes(NamedTuple):
    """What the claims of an event tell: of which places they tell the holder or the state, and to which matters,
    on which side, each of them speaks; and how much of it is whose word.
    """

    claims: list[str]
    places: dict[str, list[str]]
    matters: list[tuple[str, str, str, str]]
    shares: list[Share]


def notes(claims: Sequence[Claim], bench: Bench) -> Notes:
    """Return the notes on an event's claims."""
    places: dict[str, list[str]] = {}
    matters: list[tuple[str, str, str, str]] = []
    for claim in claims:
        for place in places_told(claim, bench):
            places.setdefault(place, []).append(claim.claim_id)
        spoken = sorted(set(spoken_to(claim, bench)))
        matters.extend((kind, name, side, claim.claim_id) for kind, name, side in spoken)
    return Notes([claim.claim_id for claim in claims], places, matters, shares(claims, bench.imprints))
