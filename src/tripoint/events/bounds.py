"""Bounds: what one happening can hold, so that a chain of likenesses never makes one event of two."""

from __future__ import annotations

from dataclasses import dataclass

from tripoint.comparison import parties, times
from tripoint.comparison.hindsight import looks_back
from tripoint.comparison.hostility import camps
from tripoint.comparison.parties import NAMELESS
from tripoint.comparison.places import WIDE, key, leeway, main_slots
from tripoint.events.conflicts import beyond, of_another_order
from tripoint.events.families import ACCORDS, MOVING, STATES, wide_families
from tripoint.events.profile import PROSPECTIVE
from tripoint.events.setting import REPEATED, SLACK
from tripoint.model import Claim, ClaimKind, Document, Modality, PlaceValue

STALE = 30
"""Days after which news of an act that a war repeats tell of another one."""


@dataclass(slots=True)
class Bounds:
    """What a cluster may still take in: its families, days, finest place, whether it is of plans.

    `modes` holds `plan`, `fact` or, of an agreement, both: it is a fact, and its content a plan.
    `place` is None for acts that move and for what is told of no precise place; `tolls` are the lowest and the
    highest number of people killed; `agents` are the known sides that act. `told_by`: the earliest day by which what
    has no day of its own was told as done; `news`: the days on which acts that a war repeats were told without a day;
    `partial`: a day whose year is not told.
    """

    families: frozenset[str]
    days: times.Days | None
    modes: frozenset[str]
    state: bool
    place: PlaceValue | None
    tolls: tuple[float, float] | None
    agents: frozenset[str]
    told_by: int | None = None
    news: times.Days | None = None
    partial: str | None = None

    def refuses(self, other: Bounds) -> bool:
        """Return whether the two cannot be one happening, whatever bonds there are between their claims."""
        if not self.modes & other.modes or not self.families & other.families:
            return True
        if self.place is not None and other.place is not None and beyond(self.place, other.place):
            return True
        both = self._tolls_of_both(other)
        if both is not None and of_another_order(*both):
            return True
        if both is not None and self._of_other_hands(other):
            return True
        if self.state and other.state:
            return False
        if self._before(other) or other._before(self) or self._other_news(other):
            return True
        if self._never_on(other) or other._never_on(self):
            return True
        return self.days is not None and other.days is not None and times.gap(self.days, other.days) > SLACK

    def _before(self, other: Bounds) -> bool:
        """Return whether one was told as done before the other happened."""
        if self.told_by is None or other.days is None or other.days[0] is None:
            return False
        return other.days[0] > self.told_by + 1

    def _never_on(self, other: Bounds) -> bool:
        """Return whether one has a day of an unknown year that none of the days of the other can be."""
        return (
            self.partial is not None
            and other.days is not None
            and times.never_in(self.partial, other.days, slack=SLACK)
        )

    def _other_news(self, other: Bounds) -> bool:
        """Return whether acts that a war repeats were told so far apart that each text means those of its own days."""
        if self.news is None and other.news is None:
            return False
        one, two = self.news or self.days, other.news or other.days
        return one is not None and two is not None and times.gap(one, two) > STALE

    def _of_other_hands(self, other: Bounds) -> bool:
        """Return whether two known sides are each told to have killed, at no common place."""
        if not self.agents or not other.agents:
            return False
        one_place = self.place is not None and other.place is not None and key(self.place) == key(other.place)
        return not one_place and _camps(self.agents).isdisjoint(_camps(other.agents))

    def _tolls_of_both(self, other: Bounds) -> tuple[float, float] | None:
        if self.tolls is None or other.tolls is None:
            return None
        return min(self.tolls[0], other.tolls[0]), max(self.tolls[1], other.tolls[1])

    def joined(self, other: Bounds) -> Bounds:
        """Return the bounds of both together: shared families; the days they share, else the days between them."""
        if self.days is None or other.days is None:
            days = self.days or other.days
        else:
            days = times.meet(self.days, other.days) or times.hull(self.days, other.days)
        return Bounds(
            families=(self.families & other.families) or (self.families | other.families),
            days=days,
            modes=self.modes & other.modes or self.modes,
            state=self.state and other.state,
            place=min((p for p in (self.place, other.place) if p is not None), key=_fineness, default=None),
            tolls=self._tolls_of_both(other) or self.tolls or other.tolls,
            agents=self.agents | other.agents,
            partial=self.partial or other.partial,
            told_by=min((day for day in (self.told_by, other.told_by) if day is not None), default=None),
            news=self.news
            if other.news is None
            else other.news
            if self.news is None
            else times.hull(self.news, other.news),
        )


def _camps(sides: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*map(camps, sides))


def bounds(claim: Claim, doc: Document | None = None) -> Bounds:
    """Return the bounds of one claim, told in a document where that is known."""
    told = _told(claim, doc)
    state = claim.kind is ClaimKind.STATE or claim.type in STATES
    amounts = (slot.amount for slot in claim.amounts if slot.amount.what == "killed")
    killed = [number for amount in amounts if (number := amount.low or amount.high)]
    return Bounds(
        families=frozenset(wide_families(claim.type, prospective=claim.modality in PROSPECTIVE)),
        days=times.days(claim.time),
        modes=_modes(claim),
        state=state,
        place=min(_sites(claim), key=_fineness, default=None),
        tolls=(min(killed), max(killed)) if killed else None,
        agents=frozenset(k for k in parties.keys(claim.agents) if not k.startswith(NAMELESS)),
        partial=claim.time.partial if claim.time is not None else None,
        told_by=told[1] if told is not None else None,
        news=told if claim.type in REPEATED and not _looks_back(claim) else None,
    )


def _told(claim: Claim, doc: Document | None) -> times.Days | None:
    """Return when a claim that tells an act as done, without its day, was told; None for all others."""
    if claim.modality is not Modality.HAPPENED or claim.kind is ClaimKind.STATE or claim.type in STATES:
        return None
    if times.days(claim.time) is not None:
        return None
    told = times.days(claim.said) or times.days(doc.published if doc is not None else None)
    return told if times.narrow(told) else None


def _looks_back(claim: Claim) -> bool:
    return any(looks_back(evidence.text) for evidence in claim.evidence)


def _modes(claim: Claim) -> frozenset[str]:
    if claim.modality in PROSPECTIVE:
        return frozenset({"plan"})
    return frozenset({"fact", "plan"}) if claim.type in ACCORDS else frozenset({"fact"})


def _sites(claim: Claim) -> list[PlaceValue]:
    if claim.type in MOVING:
        return []
    slots = main_slots(claim)
    return [slot.place for slot in slots if slot.place.lat is not None and slot.place.precision not in WIDE]


def _fineness(place: PlaceValue) -> tuple[float, str]:
    return leeway(place), key(place)
