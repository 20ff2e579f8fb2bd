"""What a crew finds of some of the events: what stands behind each and inside it, and what that comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from typing import overload

from tripoint.assess.before import OPEN, Asked, AssessedBefore, Found, Taken, Weighed, opposition
from tripoint.assess.contradictions import within
from tripoint.assess.credibility import Standing, credibility
from tripoint.assess.ledger import Bench
from tripoint.assess.noted import Notes, notes
from tripoint.assess.remaining import left_of
from tripoint.assess.shares import sources_of
from tripoint.assess.sources import Membership, adverse
from tripoint.comparison.crews import Crew
from tripoint.comparison.joined import Joined
from tripoint.comparison.origins import origins
from tripoint.comparison.shelves import Shelf
from tripoint.model import Assessment, Claim, Contradiction, Event, Origin, Polarity, Reason

EVENTS = 400
"""Events whose claims are worth a process of their own to weigh."""
ASSESSED = 4000
"""Events that are, once that is done."""


def weigh_inside(
    events: Sequence[Event],
    ids: Sequence[str],
    bench: Bench,
    rejected: AbstractSet[str],
    before: AssessedBefore | None,
    crew: Crew,
) -> tuple[list[Found], Taken[Weighed], Taken[Notes]]:
    """Return what is known of each event by itself, taken over from the last build where nothing has touched it."""
    keys: Mapping[str, bytes] = {} if before is None else before.keys
    known = [None if before is None else before.found(keys[one], bench.members) for one in ids]
    anew = [at for at, one in enumerate(known) if one is None]
    told, notes_, weighed = list[Found](), Joined[Notes](), Joined[Weighed]()
    work = partial(_inside, events, ids, bench, rejected, keys, anew)
    for _, some, (some_notes, some_weighed) in crew(work, len(anew), Notes, Weighed, least=EVENTS):
        told += some
        notes_.add(some_notes)
        weighed.add(some_weighed)
    fresh = iter(told)
    found = [next(fresh) if one is None else one for one in known]
    inside = Taken[Weighed](() if before is None else before.weighed)
    noted = Taken[Notes](() if before is None else before.notes)
    inside.take((one.place for one in found), weighed)
    noted.take((one.place for one in found), notes_)
    return found, inside, noted


def assess_each(
    events: Sequence[Event],
    ids: Sequence[str],
    against: Mapping[str, Sequence[Contradiction]],
    bench: Bench,
    rejected: AbstractSet[str],
    before: AssessedBefore | None,
    inside: Sequence[Weighed],
    found: Sequence[Found],
    crew: Crew,
) -> tuple[Taken[Assessment], Taken[Weighed]]:
    """Return the assessment of each event, and what was found of it: again where it is in the same contradictions.

    `against` tells the contradictions that events are in, `inside` and `found` what is known of each by itself.
    """
    places = [
        one.place if one.opposed == opposition(against.get(event_id, ())) else -1
        for event_id, one in zip(ids, found, strict=True)
    ]
    anew = [at for at, place in enumerate(places) if place < 0]
    made, weighed = Joined[Assessment](), Joined[Weighed]()
    work = partial(_assess, events, ids, against, bench, rejected, inside, anew)
    for _, _, (some_made, some_weighed) in crew(work, len(anew), Assessment, Weighed, least=ASSESSED):
        made.add(some_made)
        weighed.add(some_weighed)
    assessments = Taken[Assessment](() if before is None else before.assessments)
    all_weighed = Taken[Weighed](() if before is None else before.weighed)
    assessments.take(places, made)
    all_weighed.take(places, weighed)
    return assessments, all_weighed


def _inside(
    events: Sequence[Event],
    ids: Sequence[str],
    bench: Bench,
    rejected: AbstractSet[str],
    keys: Mapping[str, bytes],
    anew: Sequence[int],
    some: range,
    noted: Shelf,
    weighed: Shelf,
) -> list[Found]:
    """Put the notes on some of the events that are `anew` on one shelf, and what is found inside each on the next.

    Return what is known of them; their contradictions with others are left open.
    """
    found = []
    for at in map(anew.__getitem__, some):
        event = left_of(events[at], rejected)
        asked = Asked(bench.members)
        noted.append(notes(bench.load(event.claims), bench))
        inside = tuple(within(event, replace(bench, members=asked)))
        origins_ = behind(event, bench)
        against = _adverse(event, origins_, bench, asked)
        sources = sources_of(inside, bench.claims, bench.imprints)
        weighed.append(Weighed(keys.get(ids[at], b""), asked.noted, inside, sources, against, OPEN, len(origins_)))
        found.append(Found(-1, OPEN, len(origins_), bool(inside)))
    return found


def behind(event: Event, bench: Bench) -> tuple[Origin, ...]:
    """Return the independent origins of an event, as they were found when it was made, or now."""
    known = bench.voices.behind.get(event.event_id)
    return origins(bench.load(event.claims), bench.voices) if known is None else known


def _assess(
    events: Sequence[Event],
    ids: Sequence[str],
    against: Mapping[str, Sequence[Contradiction]],
    bench: Bench,
    rejected: AbstractSet[str],
    inside: Sequence[Weighed],
    anew: Sequence[int],
    some: range,
    made: Shelf,
    weighed: Shelf,
) -> None:
    """Put the assessments of some of the events that are `anew` on one shelf, and on the other what was found of each.

    `against` tells the contradictions that events are in, `inside` what was found of each by itself.
    """
    for at in map(anew.__getitem__, some):
        opposed = list(against.get(ids[at], ()))
        whole = events[at]
        aside = sum(claim_id in rejected for claim_id in whole.claims) if rejected else 0
        event = left_of(whole, rejected)
        one = inside[at]
        made.append(_assessment(event, behind(event, bench), one.adverse, opposed, bench, aside))
        weighed.append(one._replace(opposed=opposition(opposed)))


class _Told(Sequence[Claim]):
    """The claims of an event that articles tell, read as far as they are asked for: one is often enough."""

    def __init__(self, event: Event, bench: Bench) -> None:
        self._event, self._bench = event, bench

    def __iter__(self) -> Iterator[Claim]:
        claims = map(self._bench.claims.__getitem__, self._event.claims)
        return (claim for claim in claims if claim.comment_id is None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, place: int) -> Claim: ...
    @overload
    def __getitem__(self, place: slice) -> list[Claim]: ...
    def __getitem__(self, place: int | slice) -> Claim | list[Claim]:
        return list(self)[place]


def _adverse(event: Event, found: tuple[Origin, ...], bench: Bench, members: Membership) -> tuple[str, ...]:
    """Return for each origin why it is adverse, empty where it is not."""
    denied = event.claims and all(claim.polarity is Polarity.DENIED for claim in _Told(event, bench))
    told = Polarity.DENIED if denied else Polarity.AFFIRMED
    return tuple(adverse(origin, bench.claims, bench.imprints, members, told=told) for origin in found)


def _assessment(
    event: Event,
    found: tuple[Origin, ...],
    against: Sequence[str],
    contradictions: list[Contradiction],
    bench: Bench,
    aside: int,
) -> Assessment:
    grade, reasons = credibility(
        Standing(event=event, claims=_Told(event, bench), origins=found, adverse=against, contradictions=contradictions)
    )
    if aside:
        sentence = "1 claim was rejected by a person" if aside == 1 else f"{aside} claims were rejected by people"
        reasons = (*reasons, Reason(name="rejected", score=0.0, sentence=sentence))
    return Assessment(
        event_id=event.event_id,
        origins=found,
        adverse_origins=sum(1 for sentence in against if sentence),
        contradictions=tuple(sorted({c.contradiction_id for c in contradictions})),
        credibility=grade,
        reasons=reasons,
    )
