"""Holds of a whole area, against another side's hold of a place in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tripoint.assess.ledger import Bench, EventOf, change, opposed, told_as_fact
from tripoint.comparison import parties
from tripoint.comparison.places import HELD_ROLES, WIDE, cells, key, kilometres, leeway
from tripoint.model import Claim, Contradiction, PlaceSlot, PlaceValue

REACH_KM = 60.0
"""Radius of the widest area whose parts are looked at: a country is held by many."""

_WHOLE = re.compile(r"\b(?:entire(?:ty|ly)?|whole|all of|completely|full(?:y| control)|total(?:ly)?)\b", re.IGNORECASE)


def to_wholes(claim: Claim, bench: Bench) -> Iterator[tuple[str, str]]:
    """Yield the cells of the map with an area of which a side is told to have the whole, or a place that one holds."""
    for slot in claim.places:
        side = _side(claim, slot)
        if side is not None:
            for row, column in cells(slot.place, degrees=2.0):
                yield f"{row} {column}", side


def wholes(cell: str, told: Mapping[str, Sequence[str]], event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """One side is told to have taken or to hold the whole of an area, a rival to hold a place in it.

    Texts of other days may tell of a change; where the days are not known, they may too.
    """
    if "area" not in told or "inside" not in told:
        return
    areas, inside = (_placed(bench.load(told[side]), side, cell) for side in ("area", "inside"))
    for name in sorted(areas):
        area, takers = areas[name]
        for place in sorted(inside):
            spot, holders = inside[place]
            if (kilometres(area, spot) or 0.0) > leeway(area):
                continue
            rivals = [one for one in holders if all(_rival(one, taker) for taker in takers)]
            if rivals:
                yield opposed(
                    event_of,
                    "holder",
                    (f"{parties.names(takers[0].agents)}: the whole of {area.name}", takers),
                    (f"{parties.names(rivals[0].agents)}: {spot.name}", rivals),
                    f"{spot.name} lies in {area.name}, of which another side is told to have the whole",
                    change(takers, rivals, "it may have changed hands"),
                )


def _side(claim: Claim, slot: PlaceSlot) -> str | None:
    """Return whether a claim tells the whole of an `area` or a place that may lie `inside` one; None for all others."""
    if not told_as_fact(claim) or not claim.agents or any(party.actor_id is None for party in claim.agents):
        return None
    if slot.role not in HELD_ROLES or slot.place.lat is None:
        return None
    if slot.place.precision == "area" and leeway(slot.place) <= REACH_KM and _wholly(claim):
        return "area"
    return "inside" if claim.type == "control" and slot.place.precision not in WIDE else None


def _placed(claims: Iterable[Claim], side: str, cell: str) -> dict[str, tuple[PlaceValue, list[Claim]]]:
    """Return the places of the cell that claims on this side tell of, with these."""
    found: dict[str, tuple[PlaceValue, list[Claim]]] = {}
    for claim in claims:
        for slot in claim.places:
            if _side(claim, slot) == side and cell in {f"{r} {c}" for r, c in cells(slot.place, degrees=2.0)}:
                found.setdefault(key(slot.place), (slot.place, []))[1].append(claim)
    return found


def _wholly(claim: Claim) -> bool:
    return claim.type in ("capture", "control") and any(_WHOLE.search(e.text) is not None for e in claim.evidence)


def _rival(a: Claim, b: Claim) -> bool:
    if parties.within(parties.keys(a.agents), parties.keys(b.agents)):
        return False
    return parties.countries(a.agents).isdisjoint(parties.countries(b.agents))
