"""Assess a case: origins, contradictions, credibility and control, from its events and claims alone."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial

from tripoint.assess.across import across
from tripoint.assess.before import OPEN, Asked, AssessedBefore, Weighed, opposition, still
from tripoint.assess.contradictions import within
from tripoint.assess.control import spans
from tripoint.assess.credibility import Standing, credibility
from tripoint.assess.holding import TELLING, Sightings
from tripoint.assess.ledger import Bench
from tripoint.assess.profiles import profiles
from tripoint.assess.rivals import between
from tripoint.assess.sources import Membership, adverse, membership
from tripoint.comparison.crews import Crew, alone
from tripoint.comparison.origins import origins
from tripoint.comparison.shelves import Joined, Ordered, Shelf
from tripoint.comparison.sorts import Sorted, of_types
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
    Reason,
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
    work = partial(_inside, listed, bench, rejected, before)
    kinds = (tuple[Origin, ...], Contradiction, Weighed)
    for some, _, (behind, found, noted) in crew(work, len(listed), *kinds, least=EVENTS):
        groups.add(behind)
        inside.add(noted)
        contradictions.extend(found[at] for at in range(len(found)))
        for at in some:
            event = _standing(listed[at], rejected)
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
    last = partial(_assessed, listed, groups, against, bench, rejected, before, inside)
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
        sources=profiles(_counted(listed, rejected), origins_of, contradictions, voices.copies, standing, documents),
    )


def _inside(
    events: Sequence[Event],
    bench: Bench,
    rejected: AbstractSet[str],
    before: AssessedBefore | None,
    some: range,
    groups: Shelf,
    found: Shelf,
    noted: Shelf,
) -> None:
    """Put what stands behind each of some events on one shelf, and the contradictions inside it on the next.

    On the last goes what is found of each, its contradictions with others left open where it is new.
    """
    for at in some:
        event = _standing(events[at], rejected)
        known = bench.voices.behind.get(event.event_id)
        groups.append(origins(bench.load(event.claims), bench.voices) if known is None else known)
        key = before.key(event.event_id) if before is not None else b""
        met = before.weighed(key) if before is not None else None
        if met is not None and still(met[1].asked, bench.members):
            weighed = met[1]
        else:
            asked = Asked(bench.members)
            weighed = Weighed(key, asked.noted, tuple(within(event, replace(bench, members=asked))), OPEN)
        noted.append(weighed)
        for one in weighed.inside:
            found.append(one)


def _assessed(
    events: Sequence[Event],
    groups: Sequence[tuple[Origin, ...]],
    against: Mapping[str, list[Contradiction]],
    bench: Bench,
    rejected: AbstractSet[str],
    before: AssessedBefore | None,
    inside: Sequence[Weighed],
    some: range,
    made: Shelf,
    noted: Shelf,
) -> tuple[list[tuple[str, int]], list[int]]:
    """Put the assessments of some events on the shelf, and on the other what was found of each.

    Return for each event how many origins stand behind it, and the place of its assessment in the last build, -1 where
    it is made now.
    """
    counted, places = [], []
    for at in some:
        whole, weighed = events[at], inside[at]
        opposed = against.get(whole.event_id, [])
        told = opposition(opposed)
        met = before.weighed(weighed.key) if before is not None and weighed.opposed == told else None
        if met is None:
            aside = sum(claim_id in rejected for claim_id in whole.claims) if rejected else 0
            behind = groups[at]
            asked = Asked(bench.members)
            made.append(_assessment(_standing(whole, rejected), behind, opposed, bench, asked, aside))
            weighed = weighed._replace(asked={**weighed.asked, **asked.noted}, opposed=told, origins=len(behind))
        noted.append(weighed)
        places.append(-1 if met is None else met[0])
        counted.append((whole.event_id, weighed.origins))
    return counted, places


class Remaining(Mapping[str, Claim]):
    """Claims without those that people rejected."""

    def __init__(self, claims: Mapping[str, Claim], rejected: AbstractSet[str]) -> None:
        self._claims = claims
        self._rejected = rejected

    def __getitem__(self, claim_id: str) -> Claim:
        if claim_id in self._rejected:
            raise KeyError(claim_id)
        return self._claims[claim_id]

    def labelled(self, labels: AbstractSet[str]) -> Iterator[str]:
        """Yield the ids of the claims of these types."""
        if isinstance(self._claims, Sorted):
            return (claim_id for claim_id in self._claims.labelled(labels) if claim_id not in self._rejected)
        return (claim.claim_id for claim in self.values() if claim.type in labels)

    def __iter__(self) -> Iterator[str]:
        return (claim_id for claim_id in self._claims if claim_id not in self._rejected)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _in_order(events: Sequence[Event]) -> bool:
    last = ""
    for at in range(len(events)):
        event_id = events[at].event_id
        if event_id < last:
            return False
        last = event_id
    return True


def _counted(events: Sequence[Event], rejected: AbstractSet[str]) -> Iterator[Event]:
    """Yield the events, each with the claims that nobody rejected."""
    return (_standing(events[at], rejected) for at in range(len(events)))


def _standing(event: Event, rejected: AbstractSet[str]) -> Event:
    """Return an event with the claims that nobody rejected."""
    if rejected and not rejected.isdisjoint(event.claims):
        return replace(event, claims=tuple(c for c in event.claims if c not in rejected))
    return event


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


def _assessment(
    event: Event,
    found: tuple[Origin, ...],
    contradictions: list[Contradiction],
    bench: Bench,
    members: Membership,
    aside: int,
) -> Assessment:
    told = [claim for claim_id in event.claims if (claim := bench.claims[claim_id]).comment_id is None]
    against = [adverse(origin, bench.claims, bench.documents, members) for origin in found]
    grade, reasons = credibility(
        Standing(event=event, claims=told, origins=found, adverse=against, contradictions=contradictions)
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
