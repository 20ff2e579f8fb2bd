"""Places that one text says a side holds, and another that they were taken from that side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tripoint.assess.ledger import Bench, EventOf, opposed, told_as_fact
from tripoint.comparison import parties, times
from tripoint.comparison.places import HELD_ROLES, WIDE, key, leeway
from tripoint.model import Claim, Contradiction, PlaceValue

AROUND_KM = 60.0
"""Radius of the widest region that is still that of its town."""


def to_changes(claim: Claim, bench: Bench) -> Iterator[tuple[str, str]]:
    """Yield the places that a claim tells to be held, or taken from a side."""
    if not told_as_fact(claim) or not claim.agents:
        return
    if claim.type == "control" and claim.aspect.value == "ongoing":
        side = "held"
    elif claim.type == "capture" and claim.aspect.value == "completed" and claim.targets:
        side = "taken"
    else:
        return
    for place in {key(s.place) for s in claim.places if s.role in HELD_ROLES and _of_a_town(s.place)}:
        yield place, side


def changes(place: str, told: Mapping[str, Sequence[str]], event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """One text tells that a side holds a place, another that the place was taken from it: a change, or a dispute.

    It is a dispute where the hold is told of a day behind the taking.
    """
    losses: dict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim in bench.load(told.get("taken", ())):
        losses[parties.keys(claim.targets)].append(claim)
    held = bench.load(told.get("held", ()))
    for losers in sorted(losses, key=sorted):
        takes = losses[losers]
        texts = {bench.text_of(claim) for claim in takes}
        holds = [
            claim
            for claim in held
            if parties.within(parties.keys(claim.agents), losers) and bench.text_of(claim) not in texts
        ]
        if holds:
            name = next(s.place.name for s in holds[0].places if key(s.place) == place)
            loser = parties.names(holds[0].agents)
            yield opposed(
                event_of,
                "holder",
                (f"taken from {loser}", takes),
                (f"held by {loser}", holds),
                f"one text tells that {loser} holds {name}, another that it was taken from it",
                None if _after(holds, takes, bench) else "a change over time: the hold may be told of before it",
            )


def _of_a_town(place: PlaceValue) -> bool:
    """Return whether a place is a town or site, or the region around one and named after it."""
    around = place.precision == "area" and place.place_id is not None and leeway(place) <= AROUND_KM
    return around or place.precision not in WIDE


def _after(holds: Iterable[Claim], told: Iterable[Claim], bench: Bench) -> bool:
    """Return whether each hold is told of a day behind each taking, as far as all days are known."""
    ends = [days[1] for claim in told if (days := times.days(claim.time)) is not None and days[1] is not None]
    starts = [days[0] if (days := times.days(claim.time)) is not None else bench.telling(claim) for claim in holds]
    known = [day for day in starts if day is not None]
    return bool(ends) and len(known) == len(starts) and min(known) > max(ends)
