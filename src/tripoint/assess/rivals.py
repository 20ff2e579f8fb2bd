"""Contradictions between events about one place: two holders at one time, or open and closed at one time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tripoint.assess.holding import Sighting
from tripoint.assess.ledger import Bench, apparent, entry
from tripoint.comparison import parties, times
from tripoint.comparison.places import WIDE
from tripoint.model import Aspect, Contradiction

_PART = re.compile(
    r"\b(?:parts?|sections?|half|most|majority|largely|mostly|partly|divided|neighbou?rhoods?|districts?|quarters?"
    r"|sectors?)\b",
    re.IGNORECASE,
)
"""Words by which a hold is told of a part of the place."""
CLOSE = 3
"""Days within which two states of one place are told of one time."""


def between(seen: Sequence[Sighting], event_of: Mapping[str, str], bench: Bench) -> Iterator[Contradiction]:
    """Yield one entry for each pair of holders, and of states, that one place is told to have at one time."""
    if seen[0].place.precision in WIDE:
        return  # an area may have several holders, each of a part
    # A nameless group (*rebels*) may be part of anybody: only known holders are rivals.
    known = [one for one in seen if one.act == "holds" and all(p.actor_id for p in one.claim.agents) and not _over(one)]
    yield from _clash("holder", known, event_of, bench)
    yield from _clash("status", [one for one in seen if one.act == "status"], event_of, bench)


def _clash(field: str, seen: Sequence[Sighting], event_of: Mapping[str, str], bench: Bench) -> Iterator[Contradiction]:
    sides: dict[str, list[Sighting]] = {}
    house = parties.houses(one.holder for one in seen)
    names: dict[int, str] = {}
    for one in seen:
        sides.setdefault(one.status or names.setdefault(house[one.holder], one.name), []).append(one)
    values = sorted(sides)
    for i, value in enumerate(values):
        for other in values[i + 1 :]:
            if {value, other} & {"besieged", "damaged"} or _allied(sides[value], sides[other]):
                continue
            left, right = _facing(sides[value], sides[other]), _facing(sides[other], sides[value])
            if not left or not right:
                continue
            first = min((*left, *right), key=lambda s: (s.told or 10**7, s.claim.claim_id))
            name = first.place.name
            why = f"{name}: {value} and {other} at one time" if field == "status" else f"{value} and {other} each hold"
            yield entry(
                event_of[first.claim.claim_id],
                field,
                {value: [one.claim.claim_id for one in left], other: [one.claim.claim_id for one in right]},
                why if field == "status" else f"{why} {name} at one time",
                apparent([one.claim for one in left], [one.claim for one in right], bench)
                or _change(left, right)
                or (_parts((*left, *right)) if field == "holder" else None),
            )


def _allied(one: Sequence[Sighting], two: Sequence[Sighting]) -> bool:
    """Return whether the holders act for one country."""
    home = [parties.countries(p for s in side for p in s.claim.agents) for side in (one, two)]
    return bool(home[0] & home[1])


def _facing(one: Sequence[Sighting], two: Sequence[Sighting]) -> list[Sighting]:
    """Return the sightings of one side that the other side is told at the same time as.

    Dated ones face days that meet; undated ones face each other inside one text.
    """
    covered = _cover(two)
    starts = [start for start, _ in covered]
    texts = {s.claim.document_id for s in two if s.day is None and _now(s)}
    found = []
    for sighting in one:
        if sighting.day is None:
            if _now(sighting) and sighting.claim.document_id in texts:
                found.append(sighting)
            continue
        first, last = _sides(sighting.day)
        at = bisect_right(starts, last + CLOSE) - 1
        if at >= 0 and covered[at][1] + CLOSE >= first:
            found.append(sighting)
    return found


def _cover(seen: Sequence[Sighting]) -> list[tuple[int, int]]:
    """Return the days that sightings cover, as intervals that do not meet, in order."""
    covered: list[tuple[int, int]] = []
    for first, last in sorted(_sides(one.day) for one in seen if one.day is not None):
        if covered and first <= covered[-1][1]:
            covered[-1] = covered[-1][0], max(covered[-1][1], last)
        else:
            covered.append((first, last))
    return covered


def _sides(day: times.Days) -> tuple[int, int]:
    return day[0] if day[0] is not None else 0, day[1] if day[1] is not None else 10**7


def _now(one: Sighting) -> bool:
    return one.claim.aspect.value == "ongoing"


def _over(one: Sighting) -> bool:
    """Return whether a hold is told as past and not until when (*had held since March*): another may hold it now."""
    claim = one.claim
    return claim.aspect is Aspect.COMPLETED and claim.time is not None and claim.time.end is None


def _parts(told: Iterable[Sighting]) -> str | None:
    """Return that each may hold a part, where the words of one say so: *largely, the regime-held parts of the city*."""
    if any(_PART.search(e.text) is not None for one in told for e in one.claim.evidence):
        return "each may hold a part of it, as the words of one say"
    return None


def _change(left: Sequence[Sighting], right: Sequence[Sighting]) -> str | None:
    if {one.day for one in left}.isdisjoint({one.day for one in right}):
        return "may be a change over time: the days told are not the same"
    return None
