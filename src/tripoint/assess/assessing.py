"""Assess a case: origins, contradictions, credibility and control, from its events and claims alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from tripoint.assess.across import across
from tripoint.assess.contradictions import within
from tripoint.assess.control import spans
from tripoint.assess.credibility import Standing, credibility
from tripoint.assess.holding import sightings
from tripoint.assess.ledger import Bench
from tripoint.assess.profiles import profiles
from tripoint.assess.rivals import between
from tripoint.assess.sources import Membership, adverse, membership
from tripoint.comparison.origins import origins
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """What the events of a case come to."""

    assessments: tuple[Assessment, ...]
    contradictions: tuple[Contradiction, ...]
    control: tuple[ControlSpan, ...]
    copies: tuple[Copy, ...]
    sources: tuple[SourceProfile, ...] = ()


def assess(
    events: Sequence[Event],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    *,
    rejected: AbstractSet[str] = frozenset(),
    voices: Voices | None = None,
) -> Assessed:
    """Return the assessment of each event, the contradictions, the spans, the copies, and the profile of each source.

    The order of the input changes nothing. Claims of comments never count, nor do those that a person `rejected`.
    `voices`: those of the case, when known.
    """
    aside = {event.event_id: sum(claim_id in rejected for claim_id in event.claims) for event in events}
    claims = {claim_id: claim for claim_id, claim in claims.items() if claim_id not in rejected}
    if voices is None:
        voices = heard(claims.values(), documents)
    copies, copied = voices.copies, voices.copied
    ordered = [
        replace(event, claims=tuple(c for c in event.claims if c in claims)) if aside[event.event_id] else event
        for event in sorted(events, key=lambda event: event.event_id)
    ]
    groups = {event.event_id: origins([claims[c] for c in event.claims], voices) for event in ordered}
    numbered = [(number, origin) for number, origin in enumerate(o for found in groups.values() for o in found)]
    members = membership(claims.values())
    bench = Bench(
        claims=claims,
        documents=documents,
        voices=voices,
        copied=copied,
        support={claim_id: number for number, origin in numbered for claim_id in origin.claims},
        members=members,
    )
    event_of = {claim_id: event.event_id for event in ordered for claim_id in event.claims}
    seen = sightings((claims[claim_id] for claim_id in event_of), bench)
    contradictions = [found for event in ordered for found in within(event, bench)]
    contradictions.extend(between(seen, event_of, bench))
    contradictions.extend(across(event_of, bench))
    contradictions = _once(contradictions, claims)
    against: dict[str, list[Contradiction]] = defaultdict(list)
    for found in contradictions:
        for event_id in {found.event_id, *(event_of[c] for side in found.sides for c in side.claims)}:
            against[event_id].append(found)
    assessments = tuple(
        _assessment(event, groups[event.event_id], against[event.event_id], bench, members, aside[event.event_id])
        for event in ordered
    )
    return Assessed(
        assessments=assessments,
        contradictions=tuple(
            sorted(contradictions, key=lambda c: (c.explained is not None, c.event_id, c.field, c.contradiction_id))
        ),
        control=spans(seen, bench, members),
        copies=copies,
        sources=profiles(ordered, assessments, contradictions, copies, claims, documents),
    )


def _once(found: list[Contradiction], claims: Mapping[str, Claim]) -> list[Contradiction]:
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
