"""What a crew finds of some of the events: what stands behind each and inside it, and what that comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import overload

from tripoint.assess.before import OPEN, Asked, AssessedBefore, Found, Weighed, opposition
from tripoint.assess.contradictions import within
from tripoint.assess.credibility import Standing, credibility
from tripoint.assess.ledger import Bench
from tripoint.assess.noted import notes
from tripoint.assess.remaining import left_of
from tripoint.assess.shares import sources_of
from tripoint.assess.sources import Membership, adverse
from tripoint.comparison.origins import origins
from tripoint.comparison.shelves import Shelf
from tripoint.model import Assessment, Claim, Contradiction, Event, Origin, Polarity, Reason


def weigh_inside(
    events: Sequence[Event],
    ids: Sequence[str],
    bench: Bench,
    rejected: AbstractSet[str],
    before: AssessedBefore | None,
    some: range,
    noted: Shelf,
    weighed: Shelf,
) -> list[Found]:
    """Put the notes on each of some events that are new on one shelf, and what is found inside it on the next.

    Return what stands from the last build; the contradictions of an event with others are left open where it is new.
    """
    found = []
    for at in some:
        key = before.keys[ids[at]] if before is not None else b""
        then = before.found(key, bench.members) if before is not None else None
        if then is not None:
            found.append(then)
            continue
        event = left_of(events[at], rejected)
        asked = Asked(bench.members)
        noted.append(notes(bench.load(event.claims), bench))
        inside = tuple(within(event, replace(bench, members=asked)))
        origins_ = behind(event, bench)
        against = _adverse(event, origins_, bench, asked)
        sources = sources_of(inside, bench.claims, bench.imprints)
        weighed.append(Weighed(key, asked.noted, inside, sources, against, OPEN, len(origins_)))
        found.append(Found(-1, OPEN, len(origins_), bool(inside)))
    return found


def behind(event: Event, bench: Bench) -> tuple[Origin, ...]:
    """Return the independent origins of an event, as they were found when it was made, or now."""
    known = bench.voices.behind.get(event.event_id)
    return origins(bench.load(event.claims), bench.voices) if known is None else known


def assess_some(
    events: Sequence[Event],
    ids: Sequence[str],
    against: Mapping[str, list[Contradiction]],
    bench: Bench,
    rejected: AbstractSet[str],
    before: AssessedBefore | None,
    inside: Sequence[Weighed],
    found: Sequence[Found],
    some: range,
    made: Shelf,
    weighed: Shelf,
) -> list[int]:
    """Put the assessments of some events that are made now on the shelf, and on the other what was found of each.

    Return for each event the place of its assessment in the last build, -1 where it is made now.
    """
    places = []
    for at in some:
        opposed = against.get(ids[at], [])
        told = opposition(opposed)
        if before is not None and found[at].place >= 0 and found[at].opposed == told:
            places.append(found[at].place)
            continue
        whole = events[at]
        aside = sum(claim_id in rejected for claim_id in whole.claims) if rejected else 0
        event = left_of(whole, rejected)
        one = inside[at]
        made.append(_assessment(event, behind(event, bench), one.adverse, opposed, bench, aside))
        weighed.append(one._replace(opposed=told))
        places.append(-1)
    return places


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
