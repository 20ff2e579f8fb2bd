"""What a crew finds of some of the events: what stands behind each and inside it, and what that comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from tripoint.assess.before import OPEN, Asked, AssessedBefore, Weighed, opposition, still
from tripoint.assess.contradictions import within
from tripoint.assess.credibility import Standing, credibility
from tripoint.assess.ledger import Bench
from tripoint.assess.remaining import left_of
from tripoint.assess.sources import Membership, adverse
from tripoint.comparison.origins import origins
from tripoint.comparison.shelves import Shelf
from tripoint.model import Assessment, Contradiction, Event, Origin, Reason


def weigh_inside(
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
        event = left_of(events[at], rejected)
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


def assess_some(
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
            made.append(_assessment(left_of(whole, rejected), behind, opposed, bench, asked, aside))
            weighed = weighed._replace(asked={**weighed.asked, **asked.noted}, opposed=told, origins=len(behind))
        noted.append(weighed)
        places.append(-1 if met is None else met[0])
        counted.append((whole.event_id, weighed.origins))
    return counted, places


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
