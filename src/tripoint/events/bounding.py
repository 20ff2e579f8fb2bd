"""From a claim to its bounds: what it tells of its days, its place and its people that two happenings never share."""

from __future__ import annotations

from tripoint.comparison import parties, times
from tripoint.comparison.parties import NAMELESS
from tripoint.comparison.places import WIDE, main_slots
from tripoint.events import newsdays
from tripoint.events.bounds import Bounds, finest
from tripoint.events.families import ACCORDS, MOVING, SPEECH, wide_families
from tripoint.events.profile import PROSPECTIVE
from tripoint.model import Claim, Document, Modality, PlaceValue
from tripoint.text import fold

MARCHING = frozenset({"advance", "sweep", "withdraw", "reach"})
"""Acts that pass through places on one way."""


def bounds(claim: Claim, doc: Document | None = None) -> Bounds:
    """Return the bounds of one claim, told in a document where that is known."""
    told = newsdays.told_on(claim, doc)
    amounts = (slot.amount for slot in claim.amounts if slot.amount.what == "killed")
    killed = [number for amount in amounts if (number := amount.low or amount.high)]
    return Bounds(
        families=frozenset(wide_families(claim.type, prospective=claim.modality in PROSPECTIVE)),
        days=newsdays.lasting(times.days(claim.time), told, prospective=claim.modality in PROSPECTIVE),
        modes=_modes(claim),
        state=newsdays.lasts(claim),
        place=None if claim.type in MOVING else finest(*_sites(claim)),
        way=finest(*_sites(claim)) if claim.type in MARCHING else None,
        tolls=(min(killed), max(killed)) if killed else None,
        agents=frozenset(k for k in parties.keys(claim.agents) if not k.startswith(NAMELESS)),
        voices=_voices(claim),
        partial=claim.time.partial if claim.time is not None else None,
        told_by=told[1] if told is not None and times.narrow(told) and _done(claim) else None,
        news=newsdays.news(claim, told),
    )


def _done(claim: Claim) -> bool:
    """Return whether a claim tells an act as done, without its day."""
    return claim.modality is Modality.HAPPENED and newsdays.undated(claim)


def _voices(claim: Claim) -> frozenset[str]:
    """Return the last names of the people who do by speaking what a claim tells, where nobody else does it."""
    if claim.type not in SPEECH or any(party.kind != "person" for party in claim.agents):
        return frozenset()
    return frozenset(fold(party.name).rsplit(" ", 1)[-1] for party in claim.agents)


def _modes(claim: Claim) -> frozenset[str]:
    if claim.modality in PROSPECTIVE:
        return frozenset({"plan"})
    return frozenset({"fact", "plan"}) if claim.type in ACCORDS else frozenset({"fact"})


def _sites(claim: Claim) -> list[PlaceValue]:
    slots = main_slots(claim)
    return [slot.place for slot in slots if slot.place.lat is not None and slot.place.precision not in WIDE]
