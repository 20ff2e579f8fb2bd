"""Parts: the acts that a text tells in the course of an operation belong under it, as events of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
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


def with_parts(events: Sequence[Event], claims: Mapping[str, Claim]) -> list[Event]:
    """Return the events with `parts` filled in: an act goes under the operation told nearest before it.

    Text, side and time must agree: one document, close together, an acting side in common, days that may meet. An act
    is a part of one operation at most, and operations are parts of nothing.
    """
    wholes: dict[str, list[tuple[int, Event, Claim]]] = defaultdict(list)
    for event in events:
        if event.type in WHOLE:
            for claim in _told(event, claims):
                wholes[claim.document_id].append((claim.trigger_start, event, claim))
    for listed in wholes.values():
        listed.sort(key=lambda entry: (entry[0], entry[1].event_id))
    found: dict[str, list[str]] = defaultdict(list)
    for event in events:
        if event.type in ACTS:
            chosen = _whole(event, wholes, claims)
            if chosen is not None:
                found[chosen].append(event.event_id)
    return [
        replace(event, parts=tuple(sorted(found[event.event_id]))) if event.event_id in found else event
        for event in events
    ]


def _whole(
    event: Event, wholes: Mapping[str, Sequence[tuple[int, Event, Claim]]], claims: Mapping[str, Claim]
) -> str | None:
    near: list[tuple[int, str]] = []
    for claim in _told(event, claims):
        for start, whole, told in wholes.get(claim.document_id, ()):
            behind = claim.trigger_start - start
            if 0 <= behind <= 2 * NEARBY and _agree(claim, told) and _in_time(event, whole):
                near.append((behind, whole.event_id))
    return min(near)[1] if near else None


def _told(event: Event, claims: Mapping[str, Claim]) -> list[Claim]:
    return [
        claim
        for claim_id in event.claims
        if (claim := claims[claim_id]).comment_id is None and claim.polarity is Polarity.AFFIRMED
    ]


def _agree(act: Claim, whole: Claim) -> bool:
    if (act.modality in PROSPECTIVE) != (whole.modality in PROSPECTIVE) or not act.agents or not whole.agents:
        return False
    return parties.within(parties.keys(act.agents), parties.keys(whole.agents))


def _in_time(act: Event, whole: Event) -> bool:
    one, two = times.days(act.time), times.days(whole.time)
    return one is None or two is None or times.gap(one, two) <= SPAN
