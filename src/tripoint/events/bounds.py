"""Bounds: what one happening can hold, so that a chain of likenesses never makes one event of two."""

from __future__ import annotations

from msgspec import Struct

from tripoint.comparison import times
from tripoint.comparison.figures import of_both
from tripoint.comparison.hostility import camps
from tripoint.comparison.places import key, leeway
from tripoint.events.conflicts import beyond, of_another_order
from tripoint.events.newsdays import News, stale
from tripoint.events.setting import SLACK
from tripoint.model import PlaceValue

WAY = 200
"""Kilometres of such a way."""


class Bounds(Struct, array_like=True):
    """What a cluster may still take in: its families, days, finest place, whether it is of plans.

    `modes` holds `plan`, `fact` or, of an agreement, both: it is a fact, and its content a plan.
    `place` is the finest of what does not move, `way` that of what marches from place to place; `tolls` are the lowest
    and the highest number of people killed; `agents` are the known sides that act, `voices` the people who act by
    speaking. `told_by`: the earliest day by which what has no day of its own was told as done; `news`: the end of the
    earliest and the begin of the latest time at which acts were told without a day, but for those done once in a place;
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
    news: News | None = None
    partial: str | None = None
    voices: frozenset[str] = frozenset()
    way: PlaceValue | None = None

    def refuses(self, other: Bounds) -> bool:
        """Return whether the two cannot be one happening, whatever bonds there are between their claims."""
        if self.modes.isdisjoint(other.modes) or self.families.isdisjoint(other.families):
            return True
        if self._elsewhere(other):
            return True
        both = of_both(self.tolls, other.tolls)
        if both is not None and (of_another_order(*both) or self._of_other_hands(other)):
            return True
        if self.voices and other.voices and self.voices.isdisjoint(other.voices):
            return True  # two people each say it: the words of one are not the other's act
        if self.state and other.state:
            return False
        if self._before(other) or other._before(self) or self._other_news(other):
            return True
        if self._never_on(other) or other._never_on(self):
            return True
        return self.days is not None and other.days is not None and times.gap(self.days, other.days) > SLACK

    def _elsewhere(self, other: Bounds) -> bool:
        """Return whether the two are too far apart: further where one goes from place to place."""
        if self.place is not None and other.place is not None:
            return beyond(self.place, other.place)
        one, two = self.place or self.way, other.place or other.way
        return one is not None and two is not None and beyond(one, two, more=WAY)

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
        """Return whether acts were told so far apart that each text means those of its own days.

        A chain of texts, each some days after the last, would otherwise lead from one war into the next.
        """
        return stale(self.news, other.news, self.days, other.days) > 0

    def _of_other_hands(self, other: Bounds) -> bool:
        """Return whether two known sides are each told to have killed, at no common place."""
        if not self.agents or not other.agents:
            return False
        one_place = self.place is not None and other.place is not None and key(self.place) == key(other.place)
        return not one_place and _camps(self.agents).isdisjoint(_camps(other.agents))

    def joined(self, other: Bounds) -> Bounds:
        """Return the bounds of both together: shared families; the days they share, else the days between them."""
        days = self.days or other.days
        if self.days is not None and other.days is not None and self.days != other.days:
            days = times.meet(self.days, other.days) or times.hull(self.days, other.days)
        told_by = self.told_by if other.told_by is None else other.told_by
        return Bounds(
            families=(self.families & other.families) or (self.families | other.families),
            days=days,
            modes=self.modes & other.modes or self.modes,
            state=self.state and other.state,
            place=_finer(self.place, other.place),
            way=_finer(self.way, other.way),
            tolls=of_both(self.tolls, other.tolls) or self.tolls or other.tolls,
            agents=self.agents | other.agents,
            voices=self.voices | other.voices,
            partial=self.partial or other.partial,
            told_by=told_by if self.told_by is None or told_by is None else min(told_by, self.told_by),
            news=of_both(self.news, other.news) or self.news or other.news,
        )


def _camps(sides: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*map(camps, sides))


def _finer(one: PlaceValue | None, two: PlaceValue | None) -> PlaceValue | None:
    """Return the finest of two places, of equals the first; most are told by one alone, or are the same."""
    if one is None or two is None:
        return one or two
    return one if one == two else finest(one, two)


def finest(*places: PlaceValue | None) -> PlaceValue | None:
    """Return the finest of several places, None where none is told."""
    return min((place for place in places if place is not None), key=_fineness, default=None)


def _fineness(place: PlaceValue) -> tuple[float, str]:
    return leeway(place), key(place)
