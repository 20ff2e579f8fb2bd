"""Parts: the acts that a text tells in the course of an operation belong under it, as events of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from tripoint.comparison import parties, times
from tripoint.events.families import COURSE, WHOLE
from tripoint.events.profile import PROSPECTIVE
from tripoint.events.setting import NEARBY
from tripoint.model import Claim, Event, Polarity

ACTS = (COURSE | {"repel", "clash", "kill", "destroy", "find", "besiege", "arrest", "displace"}) - WHOLE - {"control"}
"""Acts that may fall in the course of an operation."""
SPAN = 14
"""Days around an operation in which its acts fall."""


def with_parts(
    events: Sequence[Event],
    claims: Mapping[str, Claim],
    *,
    rejected: AbstractSet[str] = frozenset(),
    types: Sequence[str] | None = None,
) -> Iterator[Event]:
    """Yield the events with `parts` filled in: an act goes under the operation told nearest before it.

    Text, side and time must agree: one document, close together, an acting side in common, days that may meet. An act
    is a part of one operation at most, and operations are parts of nothing. What a person `rejected` tells of none.
    `types`: those of the events, where they are known.
    """
    types = [event.type for event in events] if types is None else types
    wholes: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for number in range(len(events)):
        if types[number] in WHOLE:
            event = events[number]
            for claim in _told(event, claims, rejected):
                wholes[claim.document_id].append((claim.trigger_start, number, claim.claim_id))
    for listed in wholes.values():
        listed.sort()
    found: dict[str, list[str]] = defaultdict(list)
    for number in range(len(events) if wholes else 0):
        if types[number] not in ACTS:
            continue
        event = events[number]
        if any(document_id in wholes for document_id in event.documents):
            chosen = _whole(event, wholes, events, claims, rejected)
            if chosen is not None:
                found[chosen].append(event.event_id)
    for number in range(len(events)):
        event = events[number]
        if event.event_id in found:
            event = replace(event, parts=tuple(sorted(found[event.event_id])))
        yield event


def _whole(
    event: Event,
    wholes: Mapping[str, Sequence[tuple[int, int, str]]],
    events: Sequence[Event],
    claims: Mapping[str, Claim],
    rejected: AbstractSet[str],
) -> str | None:
    near: list[tuple[int, str]] = []
    for claim in _told(event, claims, rejected):
        for start, number, told in wholes.get(claim.document_id, ()):
            behind = claim.trigger_start - start
            if 0 <= behind <= 2 * NEARBY and _agree(claim, claims[told]) and _in_time(event, events[number]):
                near.append((behind, events[number].event_id))
    return min(near)[1] if near else None


def _told(event: Event, claims: Mapping[str, Claim], rejected: AbstractSet[str]) -> list[Claim]:
    return [
        claim
        for claim_id in event.claims
        if claim_id not in rejected
        and (claim := claims[claim_id]).comment_id is None
        and claim.polarity is Polarity.AFFIRMED
    ]


def _agree(act: Claim, whole: Claim) -> bool:
    if (act.modality in PROSPECTIVE) != (whole.modality in PROSPECTIVE) or not act.agents or not whole.agents:
        return False
    return parties.within(parties.keys(act.agents), parties.keys(whole.agents))


def _in_time(act: Event, whole: Event) -> bool:
    one, two = times.days(act.time), times.days(whole.time)
    return one is None or two is None or times.gap(one, two) <= SPAN
