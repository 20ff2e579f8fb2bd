"""Ways between two places or across a border: told to be in use, and to be cut or yet to be opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from tripoint.assess.holding import standing
from tripoint.assess.ledger import PROSPECTIVE, Bench, EventOf, change, opposed, told_as_fact
from tripoint.comparison.places import key
from tripoint.model import Claim, Contradiction, PlaceValue, Polarity
from tripoint.resources import borders

WAYS = frozenset({"status", "open", "close", "besiege", "reach", "build"})
"""Types that tell of a way: how it stands, who opens, cuts or builds it, which two link up over it."""
ENDS = frozenset({"between", "from", "to"})
"""Roles of the ends of a way."""
OVER = frozenset({"along", "at", "in_area"})
"""Roles of the border that a way crosses."""
CROSSED = frozenset({"status", "open", "close"})
"""Types that tell how a crossing stands."""
ON_BORDER_KM = 15.0
"""Kilometres from a border within which a crossing is one over it."""
BORDER = "border:"
_WAY = re.compile(
    r"\b(?:roads?|routes?|highways?|motorways?|railways?|railroads?|rail lines?|corridors?)\b", re.IGNORECASE
)


def to_ways(claim: Claim, bench: Bench) -> Iterator[tuple[str, str]]:
    """Yield the ways that a claim tells to be in use, to be cut, or to be opened one day.

    A way is known by its two ends, or by the border that it crosses.
    """
    side = _side(claim)
    if side is not None:
        for way in _ways(claim):
            yield way, side


def ways(way: str, told: Mapping[str, Sequence[str]], event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """One text tells that a way is in use, another that it is cut, or that it is yet to be opened."""
    used = bench.load(told.get("used", ()))
    for side, value in (("cut", "cut"), ("planned", "yet to be opened")):
        others = bench.load(told.get(side, ()))
        facing = [claim for claim in used if any(bench.text_of(claim) != bench.text_of(other) for other in others)]
        if facing and others:
            yield opposed(
                event_of,
                "status",
                ("in use", facing),
                (value, others),
                f"one text tells that the way is in use, another that it is {value}",
                change(facing, others),
            )


def _side(claim: Claim) -> str | None:
    if claim.modality in PROSPECTIVE and claim.polarity is Polarity.AFFIRMED:
        linking = claim.type == "reach" and claim.agents and claim.recipients
        return "planned" if claim.type == "open" or linking or _building(claim) else None
    if not told_as_fact(claim) or claim.type in ("reach", "build"):
        return None
    if claim.type == "besiege":
        return "cut"
    state = standing(claim)
    return "used" if state == "open" else "cut" if state == "closed" else None


def _crossed(place: PlaceValue) -> str | None:
    """Return the border that a crossing lies on."""
    if place.lat is None or place.lon is None or "crossing" not in place.name.lower():
        return None
    between = borders.border_at((place.lat, place.lon), ON_BORDER_KM)
    return None if between is None else BORDER + "-".join(between)


def _building(claim: Claim) -> bool:
    """Return whether a road or a railway is to be built."""
    return claim.type == "build" and any(_WAY.search(e.text) is not None for e in claim.evidence)


def _ways(claim: Claim) -> Iterator[str]:
    ends = {key(slot.place): slot.place for slot in claim.places if slot.role in ENDS}
    if len(ends) == 2 and "between" in {slot.role for slot in claim.places}:
        yield " ".join(sorted(ends))
        countries = {place.country for place in ends.values() if place.country is not None}
        if len(countries) == len(ends):
            yield BORDER + "-".join(sorted(countries))
    for slot in claim.places:
        if slot.role in OVER and (slot.place.place_id or "").startswith(BORDER):
            yield slot.place.place_id or ""
        crossed = _crossed(slot.place) if slot.role in OVER and claim.type in CROSSED else None
        if crossed is not None:
            yield crossed
    if _building(claim) and not ends:
        # What several countries build together runs through them.
        for one, two in combinations(sorted({party.country for party in claim.agents if party.country is not None}), 2):
            yield f"{BORDER}{one}-{two}"
