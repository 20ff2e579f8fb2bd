"""Assess a case: origins, contradictions, credibility and control, from its events and claims alone."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial

from tripoint.assess.across import across
from tripoint.assess.before import AssessedBefore, Weighed
from tripoint.assess.control import spans
from tripoint.assess.holding import TELLING, Sightings
from tripoint.assess.ledger import Bench
from tripoint.assess.profiles import profiles
from tripoint.assess.remaining import Remaining, left_of, left_of_each
from tripoint.assess.rivals import between
from tripoint.assess.sources import membership
from tripoint.assess.weighing import assess_some, weigh_inside
from tripoint.comparison.crews import Crew, alone
from tripoint.comparison.shelves import Joined, Ordered
from tripoint.comparison.sorts import of_types
from tripoint.comparison.voices import Voices, heard
from tripoint.model import (
    Assessment,
    Claim,
    Contradiction,
    ControlSpan,
    Copy,
    Document,
    Event,
    Origin,
    SourceProfile,
)

EVENTS = 400
"""Events that are worth a process of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """What the events of a case come to.

    `weighed` is what was found of each event; `again` the place that the assessment of each had among those of the last
    build, -1 where it was made now.
    """

    assessments: Sequence[Assessment]
    contradictions: tuple[Contradiction, ...]
    control: tuple[ControlSpan, ...]
    copies: tuple[Copy, ...]
    sources: tuple[SourceProfile, ...] = ()
    weighed: Sequence[Weighed] = ()
    again: Sequence[int] = ()


def assess(
    events: Sequence[Event],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    *,
    rejected: AbstractSet[str] = frozenset(),
    voices: Voices | None = None,
    crew: Crew = alone,
    before: AssessedBefore | None = None,
) -> Assessed:
    """Return the assessment of each event, the contradictions, the spans, the copies, and the profile of each source.

    The order of the input changes nothing. Claims of comments never count, nor do those that a person `rejected`.
    `voices`: those of the case, when known. The `crew` does what can be done event by event and place by place. What an
    earlier build found of events that nothing has touched is taken from `before`.
    """
    listed = events if _in_order(events) else sorted(events, key=lambda event: event.event_id)
    standing: Mapping[str, Claim] = Remaining(claims, rejected) if rejected else claims
    if voices is None:
        voices = heard(standing.values(), documents)
    members = membership(of_types(standing, {"part_of"}))
    event_of: dict[str, str] = {}
    support: dict[str, int] = {}
    bench = Bench(
        claims=standing,
        documents=documents,
        voices=voices,
        copied=voices.copied,
        support=support,
        members=members,
    )
    groups: Joined[tuple[Origin, ...]] = Joined()
    contradictions: list[Contradiction] = []
    inside: Joined[Weighed] = Joined()
    number = 0
    work = partial(weigh_inside, listed, bench, rejected, before)
    kinds = (tuple[Origin, ...], Contradiction, Weighed)
    for some, _, (behind, found, noted) in crew(work, len(listed), *kinds, least=EVENTS):
        groups.add(behind)
        inside.add(noted)
        contradictions.extend(found[at] for at in range(len(found)))
        for at in some:
            event = left_of(listed[at], rejected)
            for origin in behind[at - some.start]:
                support.update(dict.fromkeys(origin.claims, number))
                number += 1
            event_of.update(dict.fromkeys(event.claims, event.event_id))
    seen = Sightings((claim for claim in of_types(standing, TELLING) if claim.claim_id in event_of), bench)
    contradictions.extend(between(seen, event_of, bench))
    contradictions.extend(across(event_of, bench))
    contradictions = _once(contradictions, standing)
    against: dict[str, list[Contradiction]] = defaultdict(list)
    for entry in contradictions:
        for event_id in {entry.event_id, *(event_of[c] for side in entry.sides for c in side.claims)}:
            against[event_id].append(entry)
    del event_of
    assessments: Joined[Assessment] = Joined()
    if before is not None:
        assessments.add(before.assessments)
    weighed: Joined[Weighed] = Joined()
    order, again = array("Q"), array("q")
    origins_of: dict[str, int] = {}
    last = partial(assess_some, listed, groups, against, bench, rejected, before, inside)
    for _, (counted, places), (made, noted) in crew(last, len(listed), Assessment, Weighed, least=EVENTS):
        at = assessments.add(made)
        weighed.add(noted)
        origins_of.update(counted)
        again.extend(places)
        new = iter(range(at, at + len(made)))
        order.extend(place if place >= 0 else next(new) for place in places)
    return Assessed(
        assessments=Ordered(assessments, order),
        weighed=weighed,
        again=again,
        contradictions=tuple(
            sorted(contradictions, key=lambda c: (c.explained is not None, c.event_id, c.field, c.contradiction_id))
        ),
        control=spans(seen, bench, members, crew=crew),
        copies=voices.copies,
        sources=profiles(
            left_of_each(listed, rejected), origins_of, contradictions, voices.copies, standing, documents
        ),
    )


def _in_order(events: Sequence[Event]) -> bool:
    last = ""
    for at in range(len(events)):
        event_id = events[at].event_id
        if event_id < last:
            return False
        last = event_id
    return True


def _once(found: Iterable[Contradiction], claims: Mapping[str, Claim]) -> list[Contradiction]:
    """Return each entry once: not again for another place of the same claims, or another claim of one statement."""
    kept: list[Contradiction] = []
    seen: set[tuple[str, ...]] = set()
    for one in sorted(found, key=lambda c: (c.event_id, c.field, c.contradiction_id)):
        if one.field == "speaker":
            documents = {claims[claim_id].document_id for side in one.sides for claim_id in side.claims}
            told = (*sorted(side.value for side in one.sides), *sorted(documents))
            if told in seen:
                continue
            seen.add(told)
        if (one.contradiction_id,) in seen:
            continue
        seen.add((one.contradiction_id,))
        kept.append(one)
    return kept
