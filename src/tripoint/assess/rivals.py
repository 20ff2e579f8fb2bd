"""Contradictions between events about one place: two holders at one time, or open and closed at one time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tripoint.assess.holding import Sighting
from tripoint.assess.ledger import Bench, apparent, entry
from tripoint.comparison import parties, times
from tripoint.comparison.places import WIDE
from tripoint.model import Contradiction

CLOSE = 3
"""Days within which two states of one place are told of one time."""


def between(found: Mapping[str, list[Sighting]], event_of: Mapping[str, str], bench: Bench) -> Iterator[Contradiction]:
    """Yield one entry for each pair of holders, and of states, that one place is told to have at one time."""
    for place in sorted(found):
        seen = found[place]
        if seen[0].place.precision in WIDE:
            continue  # an area may have several holders, each of a part
        # A nameless group (*rebels*) may be part of anybody: only known holders are rivals.
        known = [one for one in seen if one.act == "holds" and all(p.actor_id for p in one.claim.agents)]
        yield from _clash("holder", known, event_of, bench)
        yield from _clash("status", [one for one in seen if one.act == "status"], event_of, bench)


def _clash(field: str, seen: Sequence[Sighting], event_of: Mapping[str, str], bench: Bench) -> Iterator[Contradiction]:
    sides: dict[str, list[Sighting]] = {}
    for one in seen:
        value = one.status or _shared_name(one, sides)
        sides.setdefault(value, []).append(one)
    values = sorted(sides)
    for i, value in enumerate(values):
        for other in values[i + 1 :]:
            if {value, other} & {"besieged", "damaged"} or _allied(sides[value], sides[other]):
                continue
            facing = [(a, b) for a in sides[value] for b in sides[other] if _at_one_time(a, b)]
            if not facing:
                continue
            left = sorted({a.claim.claim_id for a, _ in facing})
            right = sorted({b.claim.claim_id for _, b in facing})
            first = min((x for pair in facing for x in pair), key=lambda s: (s.told or 10**7, s.claim.claim_id))
            name = first.place.name
            why = f"{name}: {value} and {other} at one time" if field == "status" else f"{value} and {other} each hold"
            yield entry(
                event_of[first.claim.claim_id],
                field,
                {value: left, other: right},
                why if field == "status" else f"{why} {name} at one time",
                apparent([a.claim for a, _ in facing], [b.claim for _, b in facing], bench) or _change(facing),
            )


def _shared_name(one: Sighting, sides: Mapping[str, Sequence[Sighting]]) -> str:
    """Return the name under which a holder already stands, so that one side has one name."""
    for name, others in sides.items():
        if any(parties.within(one.holder, other.holder) for other in others):
            return name
    return one.name


def _allied(one: Sequence[Sighting], two: Sequence[Sighting]) -> bool:
    """Return whether the holders act for one country."""
    home = [parties.countries(p for s in side for p in s.claim.agents) for side in (one, two)]
    return bool(home[0] & home[1])


def _at_one_time(a: Sighting, b: Sighting) -> bool:
    """Return whether two states are told of one time: days that meet, or, undated, one text."""
    if a.day is not None and b.day is not None:
        return times.gap(a.day, b.day) <= CLOSE
    return a.claim.document_id == b.claim.document_id and a.day is None and b.day is None and _now(a) and _now(b)


def _now(one: Sighting) -> bool:
    return one.claim.aspect.value == "ongoing"


def _change(facing: Sequence[tuple[Sighting, Sighting]]) -> str | None:
    if all(a.day != b.day and a.day is not None and b.day is not None for a, b in facing):
        return "may be a change over time: the days told are not the same"
    return None
