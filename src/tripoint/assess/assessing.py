"""Assess a case: origins, contradictions, credibility and control, from its events and claims alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import partial
from operator import gt
from typing import Protocol, runtime_checkable

import numpy as np

from tripoint.assess.before import AssessedBefore, Settled, Taken, Weighed, told_members
from tripoint.assess.control import in_order
from tripoint.assess.homes import Homes
from tripoint.assess.ledger import Bench, EventOf
from tripoint.assess.matters import Matters, settle
from tripoint.assess.noted import Notes
from tripoint.assess.profiles import profiles
from tripoint.assess.remaining import Remaining
from tripoint.assess.shares import Source, shares
from tripoint.assess.sources import membership
from tripoint.assess.sums import summed
from tripoint.assess.support import Support
from tripoint.assess.tallies import Tallies
from tripoint.assess.weighing import assess_each, weigh_inside
from tripoint.comparison.crews import Crew, alone
from tripoint.comparison.imprints import imprints
from tripoint.comparison.joined import Ordered
from tripoint.comparison.shelves import Listed
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
    SourceProfile,
)

SPOKEN = 2500
"""Claims that speak to matters that are worth a process of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """What the events of a case come to.

    `weighed` and `notes` are what was found of each event, `settled` what was found of `matters`, `tallies` what each
    source tells of all events (None where claims stand in no event), and `members` tells who was part of whom for it.
    An assessment was taken over where what was weighed was.
    """

    assessments: Sequence[Assessment]
    contradictions: tuple[Contradiction, ...]
    control: tuple[ControlSpan, ...]
    copies: tuple[Copy, ...]
    sources: tuple[SourceProfile, ...]
    weighed: Taken[Weighed]
    notes: Taken[Notes]
    settled: Taken[Settled]
    members: bytes
    matters: Matters = field(compare=False)
    tallies: Tallies | None = field(compare=False)


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
    ids = events.ids() if isinstance(events, Identified) else [event.event_id for event in events]
    listed = events
    if any(map(gt, ids, ids[1:])):
        order = sorted(range(len(ids)), key=ids.__getitem__)
        ids, listed = [ids[at] for at in order], Ordered(events, order)
    standing: Mapping[str, Claim] = Remaining(claims, rejected) if rejected else claims
    if voices is None:
        voices = heard(standing.values(), documents)
    members = membership(of_types(standing, {"part_of"}))
    support = Support(listed, ids, rejected)
    bench = Bench(
        claims=standing,
        documents=documents,
        imprints=imprints(documents),
        voices=voices,
        copied=voices.copied,
        support=support,
        members=members,
    )
    support.bench = bench
    found, inside, noted = weigh_inside(listed, ids, bench, rejected, before, crew)
    contradictions: list[Contradiction] = []
    said_by: dict[str, Source] = {}
    for at, by_itself in enumerate(found):
        if by_itself.inside:
            kept = inside.all[at]
            contradictions.extend(kept.inside)
            said_by.update(kept.sources)
    event_of = support.event_of = _homes(events, ids, claims, rejected, noted.all)
    matters, tallies = summed(found, noted.all, before)
    homeless = (
        [claim for one, claim in standing.items() if one not in event_of] if len(event_of) < len(standing) else []
    )
    tallies.take(shares(homeless, bench.imprints))
    settled = Taken[Settled](() if before is None else before.settled)
    open_ = [matter for matter in matters.all() if matters.open(matter)]
    judge = partial(settle, matters, open_, event_of, bench, before)
    loads = np.array([matters.load(matter) for matter in open_], dtype=np.int64)
    for _, places, (some_settled,) in crew(judge, len(open_), Settled, least=SPOKEN, loads=loads):
        settled.take(places, some_settled)
    spans: list[ControlSpan] = []
    for one in settled.all:
        contradictions.extend(one.contradictions)
        said_by.update(one.sources)
        spans.extend(one.spans)
    contradictions = _once(contradictions, standing)
    against: dict[str, list[Contradiction]] = defaultdict(list)
    for entry in contradictions:
        for event_id in {entry.event_id, *(event_of[c] for side in entry.sides for c in side.claims)}:
            against[event_id].append(entry)
    del event_of
    assessments, weighed = assess_each(listed, ids, against, bench, rejected, before, inside.all, found, crew)
    return Assessed(
        assessments=assessments.all,
        weighed=weighed,
        notes=noted,
        settled=settled,
        members=told_members(members),
        contradictions=tuple(
            sorted(contradictions, key=lambda c: (c.explained is not None, c.event_id, c.field, c.contradiction_id))
        ),
        control=in_order(spans),
        copies=voices.copies,
        sources=profiles(tallies, contradictions, said_by, voices.copies, voices.outlets),
        matters=matters,
        tallies=None if homeless else tallies,
    )


@runtime_checkable
class Identified(Protocol):
    """Events whose ids are known before they are read."""

    def ids(self) -> Sequence[str]:
        """Return the id of each."""

    def homes(self) -> Sequence[int] | None:
        """Return for each claim of the case, in their order, the place of its event; None where that is not known."""


def _homes(
    events: Sequence[Event],
    ids: Sequence[str],
    claims: Mapping[str, Claim],
    rejected: AbstractSet[str],
    notes: Listed[Notes],
) -> EventOf:
    """Return the event of each claim that stands."""
    if isinstance(events, Identified) and (homes := events.homes()) is not None:
        return Homes(claims, events.ids(), homes, rejected)
    return {claim_id: ids[at] for at, of_event in enumerate(notes) for claim_id in of_event.claims}


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
