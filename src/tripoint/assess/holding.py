"""What claims say of who holds a place and in what state it is: one sighting per claim, place and side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tripoint.assess.ledger import PROSPECTIVE, Bench
from tripoint.comparison import parties, times
from tripoint.comparison.places import key
from tripoint.model import Claim, Modality, Party, PlaceSlot, PlaceValue, Polarity

AT = frozenset({"at", "in", "in_area", "along"})
"""Roles under which the place itself is held; `north_of` a town says nothing of the town."""
TELLING = frozenset({"control", "capture", "withdraw", "transfer", "status", "open", "close", "besiege"})
"""Types that tell who holds a place or in what state it is."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One claim on one place. `act`: holds, takes, leaves, denied, or status. `day`: when it is true; None: unknown.

    `told`: the day it was told; `known`: the day by which it had surely been. `loser`: the sides that lose by it.
    """

    claim: Claim
    place: PlaceValue
    act: str
    holder: frozenset[str]
    name: str
    status: str | None
    day: times.Days | None
    told: int | None
    known: int | None
    loser: frozenset[str]


def places_told(claim: Claim, bench: Bench) -> list[str]:
    """Return the places of which a claim tells the holder or the state; plans and comments tell nothing."""
    if claim.type not in TELLING or claim.comment_id is not None or not _vouched(claim):
        return []
    told = [(key(slot.place), slot) for slot in _held(claim)]
    return list(dict.fromkeys(place for place, slot in told if _any(_read(claim, slot.place, bench))))


def sightings(place: str, claims: Iterable[Claim], bench: Bench) -> list[Sighting]:
    """Return what claims tell of the holders and the state of a place."""
    return [
        sighting
        for claim in claims
        for slot in _held(claim)
        if key(slot.place) == place
        for sighting in _read(claim, slot.place, bench)
    ]


def _vouched(claim: Claim) -> bool:
    return claim.modality not in PROSPECTIVE and claim.modality is not Modality.UNCONFIRMED


def _held(claim: Claim) -> list[PlaceSlot]:
    left = claim.type in ("withdraw", "transfer")
    return [slot for slot in claim.places if slot.role in AT or (left and slot.role == "from")]


def _any(found: Iterator[Sighting]) -> bool:
    return next(found, None) is not None


def standing(claim: Claim) -> str | None:
    """Return the state of a passage that a claim tells, None when it tells none."""
    denied = claim.polarity is Polarity.DENIED
    if claim.type == "status":
        return None if denied else claim.status
    if claim.type in ("open", "close"):
        return "open" if (claim.type == "open") != denied else "closed"
    if claim.type == "besiege" and not denied:
        return "besieged"
    return None


def _read(claim: Claim, place: PlaceValue, bench: Bench) -> Iterator[Sighting]:
    told = times.days(claim.said)
    said = told[0] if told is not None and (times.width(told) or 99) <= 7 else bench.published(claim)
    day = times.days(claim.time)
    if day is None and claim.type in ("control", "status") and said is not None and claim.aspect.value != "completed":
        day = (said, said)  # a state told without a time holds when it is told, unless it is told as over
    elif day is not None and day[1] is None and said is not None and day[0] is not None and day[0] <= said:
        day = (day[0], said)  # *since*: until the day it was told
    denied = claim.polarity is Polarity.DENIED
    known = bench.known(claim)

    def seen(act: str, who: tuple[Party, ...], loser: frozenset[str] = frozenset()) -> Sighting:
        return Sighting(
            claim=claim,
            place=place,
            act=act,
            holder=parties.keys(who),
            name=parties.names(who),
            status=None,
            day=day,
            told=said,
            known=known,
            loser=loser,
        )

    state = standing(claim)
    if state is not None:
        yield Sighting(
            claim=claim,
            place=place,
            act="status",
            holder=frozenset(),
            name="",
            status=state,
            day=day,
            told=said,
            known=known,
            loser=frozenset(),
        )
    if claim.type == "control" and claim.agents:
        yield seen("denied" if denied else "holds", claim.agents)
    elif claim.type == "capture" and claim.agents and not denied and claim.aspect.value == "completed":
        yield seen("takes", claim.agents, parties.keys(claim.targets))
        if claim.targets:
            yield seen("leaves", claim.targets)
    elif claim.type == "withdraw" and claim.agents and not denied:
        yield seen("leaves", claim.agents, parties.keys(claim.agents))
    elif claim.type == "transfer" and not denied:
        if claim.agents:
            yield seen("leaves", claim.agents, parties.keys(claim.agents))
        if claim.recipients:
            yield seen("takes", claim.recipients, parties.keys(claim.agents))
