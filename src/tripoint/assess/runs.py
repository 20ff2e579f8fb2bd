"""Runs of sightings: those of one holder that no rival, no end and no long silence breaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tripoint.assess.holding import Sighting
from tripoint.comparison import parties

BRIDGE = 120
"""Days between two sightings of one holder that count as one span when nobody else is seen in between."""


def by_holder(held: Sequence[Sighting]) -> list[list[Sighting]]:
    """Return sightings by holder; sets of holders that share a side are one holder."""
    house = parties.houses(one.holder for one in held)
    groups: dict[int, list[Sighting]] = {}
    for one in held:
        groups.setdefault(house[one.holder], []).append(one)
    return [groups[number] for number in sorted(groups)]


def best_told(run: Sequence[Sighting]) -> Sighting:
    """Return the sighting of a run that tells most of its holder."""
    return min(run, key=lambda one: (-len(one.holder), one.claim.claim_id))


def runs(group: Sequence[Sighting], rivals: Sequence[Sighting], ends: Sequence[Sighting]) -> list[list[Sighting]]:
    """Return sightings of one holder in runs that no rival, no end and no long silence breaks; undated ones apart."""
    dated = sorted(
        (one for one in group if one.day is not None), key=lambda one: (first(one), last(one), one.claim.claim_id)
    )
    breaks = sorted(first(one) for one in (*rivals, *ends) if one.day is not None)
    found: list[list[Sighting]] = []
    until = 0
    for one in dated:
        broken = bisect_right(breaks, first(one)) > bisect_right(breaks, until)  # a break in (until, first]
        if found and not broken and first(one) - until <= BRIDGE:
            found[-1].append(one)
            until = max(until, last(one))
        else:
            found.append([one])
            until = last(one)
    undated = [one for one in group if one.day is None]
    return [*found, undated] if undated else found


def interval(run: Sequence[Sighting]) -> tuple[int | None, int | None]:
    """Return the first and the last day that evidence bears out; a capture counts from the last day it may be of."""
    starts = [one.day[0] for one in run if one.day is not None and one.day[0] is not None]
    ends = [last(one) for one in run if one.day is not None]
    open_end = any(one.day is not None and one.day[1] is None for one in run)
    return min(starts, default=None), None if open_end else max(ends, default=None)


def first(one: Sighting) -> int:
    """Return the first day of a sighting, or the only side that is known; 0 where none is."""
    if one.day is None:
        return 0
    return one.day[0] if one.day[0] is not None else one.day[1] or 0


def last(one: Sighting) -> int:
    """Return the last day of a sighting, or the only side that is known; 0 where none is."""
    if one.day is None:
        return 0
    return one.day[1] if one.day[1] is not None else one.day[0] or 0
