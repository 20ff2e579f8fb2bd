"""Assess a case: origins, contradictions, credibility and control, from its events and claims alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from tripoint.assess.across import across
from tripoint.assess.contradictions import within
from tripoint.assess.control import spans
from tripoint.assess.credibility import Standing, credibility
from tripoint.assess.holding import Sightings
from tripoint.assess.ledger import Bench
from tripoint.assess.profiles import profiles
from tripoint.assess.rivals import between
from tripoint.assess.sources import Membership, adverse, membership
from tripoint.comparison.origins import origins
from tripoint.comparison.shelves import Shelves, in_memory
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

    assessments: Sequence[Assessment]
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
    shelves: Shelves = in_memory,
) -> Assessed:
    """Return the assessment of each event, the contradictions, the spans, the copies, and the profile of each source.

    The order of the input changes nothing. Claims of comments never count, nor do those that a person `rejected`.
    `voices`: those of the case, when known. `shelves` makes the lists in which records wait, and the assessments.
    """
    listed = events if _in_order(events) else sorted(events, key=lambda event: event.event_id)
    standing: Mapping[str, Claim] = Remaining(claims, rejected) if rejected else claims
    if voices is None:
        voices = heard(standing.values(), documents)
    members = membership(standing.values())
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
    groups = shelves(tuple[Origin, ...])
    contradictions: list[Contradiction] = []
    number = 0
    for event in _counted(listed, rejected):
        known = voices.behind.get(event.event_id)
        found = origins(bench.load(event.claims), voices) if known is None else known
        groups.append(found)
        for origin in found:
            support.update(dict.fromkeys(origin.claims, number))
            number += 1
        event_of.update(dict.fromkeys(event.claims, event.event_id))
        contradictions.extend(within(event, bench))
    seen = Sightings(map(standing.__getitem__, event_of), bench)
    contradictions.extend(between(seen, event_of, bench))
    contradictions.extend(across(event_of, bench))
    contradictions = _once(contradictions, standing)
    against: dict[str, list[Contradiction]] = defaultdict(list)
    for entry in contradictions:
        for event_id in {entry.event_id, *(event_of[c] for side in entry.sides for c in side.claims)}:
            against[event_id].append(entry)
    del event_of
    assessments = shelves(Assessment)
    origins_of: dict[str, int] = {}
    for at, event in enumerate(_counted(listed, rejected)):
        aside = sum(claim_id in rejected for claim_id in listed[at].claims) if rejected else 0
        behind = groups[at]
        origins_of[event.event_id] = len(behind)
        assessments.append(_assessment(event, behind, against.get(event.event_id, []), bench, members, aside))
    return Assessed(
        assessments=assessments,
        contradictions=tuple(
            sorted(contradictions, key=lambda c: (c.explained is not None, c.event_id, c.field, c.contradiction_id))
        ),
        control=spans(seen, bench, members),
        copies=voices.copies,
        sources=profiles(_counted(listed, rejected), origins_of, contradictions, voices.copies, standing, documents),
    )


class Remaining(Mapping[str, Claim]):
    """Claims without those that people rejected."""

    def __init__(self, claims: Mapping[str, Claim], rejected: AbstractSet[str]) -> None:
        self._claims = claims
        self._rejected = rejected

    def __getitem__(self, claim_id: str) -> Claim:
        if claim_id in self._rejected:
            raise KeyError(claim_id)
        return self._claims[claim_id]

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
    for at in range(len(events)):
        event = events[at]
        if rejected and not rejected.isdisjoint(event.claims):
            event = replace(event, claims=tuple(c for c in event.claims if c not in rejected))
        yield event


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
