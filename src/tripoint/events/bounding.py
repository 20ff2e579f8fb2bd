"""From a claim to its bounds: what it tells of its days, its place and its people that two happenings never share."""

from __future__ import annotations

from tripoint.comparison import parties, times
from tripoint.comparison.hindsight import looks_back
from tripoint.comparison.parties import NAMELESS
from tripoint.comparison.places import WIDE, main_slots
from tripoint.events.bounds import Bounds, finest
from tripoint.events.families import ACCORDS, MOVING, SPEECH, STATES, wide_families
from tripoint.events.profile import PROSPECTIVE
from tripoint.events.setting import ONCE
from tripoint.model import Claim, ClaimKind, Document, Modality, PlaceValue
from tripoint.text import fold

MARCHING = frozenset({"advance", "sweep", "withdraw", "reach"})
"""Acts that pass through places on one way."""


def bounds(claim: Claim, doc: Document | None = None) -> Bounds:
    """Return the bounds of one claim, told in a document where that is known."""
    told = _told(claim, doc)
    state = claim.kind is ClaimKind.STATE or claim.type in STATES
    amounts = (slot.amount for slot in claim.amounts if slot.amount.what == "killed")
    killed = [number for amount in amounts if (number := amount.low or amount.high)]
    return Bounds(
        families=frozenset(wide_families(claim.type, prospective=claim.modality in PROSPECTIVE)),
        days=_days(claim, doc),
        modes=_modes(claim),
        state=state,
        place=None if claim.type in MOVING else finest(*_sites(claim)),
        way=finest(*_sites(claim)) if claim.type in MARCHING else None,
        tolls=(min(killed), max(killed)) if killed else None,
        agents=frozenset(k for k in parties.keys(claim.agents) if not k.startswith(NAMELESS)),
        voices=_voices(claim),
        partial=claim.time.partial if claim.time is not None else None,
        told_by=told[1] if told is not None and claim.modality is Modality.HAPPENED else None,
        news=(told[1], told[0]) if told is not None and _is_news(claim) else None,
    )


def _days(claim: Claim, doc: Document | None) -> times.Days | None:
    """Return the days of a claim; what has gone on *since June* goes on until it is told, and nobody knows how long."""
    days = times.days(claim.time)
    if days is None or days[0] is None or days[1] is not None or claim.modality in PROSPECTIVE:
        return days
    told = _told_on(claim, doc)
    return (days[0], told[1]) if told is not None and days[0] <= told[1] else days


def _told(claim: Claim, doc: Document | None) -> tuple[int, int] | None:
    """Return when a claim that tells an act without its day was told; None for all others."""
    if claim.kind is ClaimKind.STATE or claim.type in STATES or times.days(claim.time) is not None:
        return None
    return _told_on(claim, doc)


def _told_on(claim: Claim, doc: Document | None) -> tuple[int, int] | None:
    """Return when a claim was told, where that is known well enough."""
    told = times.days(claim.said) or times.days(doc.published if doc is not None else None)
    if told is None or told[0] is None or told[1] is None or not times.narrow(told):
        return None
    return told[0], told[1]


def _voices(claim: Claim) -> frozenset[str]:
    """Return the last names of the people who do by speaking what a claim tells, where nobody else does it."""
    if claim.type not in SPEECH or any(party.kind != "person" for party in claim.agents):
        return frozenset()
    return frozenset(fold(party.name).rsplit(" ", 1)[-1] for party in claim.agents)


def _is_news(claim: Claim) -> bool:
    """Return whether a claim without a day tells of the days of its text: nothing else says which of such acts it is.

    A place is seldom taken, left or opened twice: what was, a text may tell years later.
    """
    if claim.type in ONCE and claim.modality not in PROSPECTIVE and main_slots(claim):
        return False
    return not any(looks_back(evidence.text) for evidence in claim.evidence)


def _modes(claim: Claim) -> frozenset[str]:
    if claim.modality in PROSPECTIVE:
        return frozenset({"plan"})
    return frozenset({"fact", "plan"}) if claim.type in ACCORDS else frozenset({"fact"})


def _sites(claim: Claim) -> list[PlaceValue]:
    slots = main_slots(claim)
    return [slot.place for slot in slots if slot.place.lat is not None and slot.place.precision not in WIDE]
