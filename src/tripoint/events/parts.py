"""Parts: the acts that a text tells in the course of an operation belong under it, as events of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from tripoint.comparison import parties, times
from tripoint.events.families import COURSE, WHOLE
from tripoint.events.profile import PROSPECTIVE
from tripoint.events.setting import NEARBY
from tripoint.model import Claim, Event, Polarity

ACTS = (COURSE | {"repel", "clash", "kill", "destroy", "find", "besiege", "arrest", "displace"}) - WHOLE - {"control"}
"""Acts that may fall in the course of an operation."""
SPAN = 14
"""Days around an operation in which its acts fall."""


IS_WHOLE, IS_ACT = 1, 2


def sort(type_: str) -> int:
    """Return whether events of a type may have parts, or be one: 0 for neither."""
    return IS_WHOLE if type_ in WHOLE else IS_ACT if type_ in ACTS else 0


def wholes(
    events: Sequence[Event],
    claims: Mapping[str, Claim],
    sorts: np.ndarray,
    homes: np.ndarray,
    texts: np.ndarray,
    known: np.ndarray,
    todo: np.ndarray,
    *,
    rejected: AbstractSet[str] = frozenset(),
) -> np.ndarray:
    """Return for each event the one that it is a part of, -1 for none: an act goes under the operation told before it.

    Text, side and time must agree: one document, close together, an acting side in common, days that may meet; the
    nearest before it counts. An act is a part of one operation at most, and operations are parts of nothing. What a
    person `rejected` tells of none. `sorts` are those of the events; `homes` and `texts` are the events and documents
    of the claims. Only events that are `todo` are gone through; of the others it is `known`.
    """
    found = known.copy()
    acts = todo & (sorts == IS_ACT)
    found[todo] = -1
    read = np.zeros(int(texts.max(initial=-1)) + 1, dtype=bool)
    read[texts[acts[homes]]] = True
    near: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for number in np.unique(homes[read[texts] & (sorts[homes] == IS_WHOLE)]).tolist():
        for claim in _told(events[number], claims, rejected):
            near[claim.document_id].append((claim.trigger_start, number, claim.claim_id))
    if near:
        for number in np.flatnonzero(acts).tolist():
            found[number] = _whole(events[number], near, events, claims, rejected)
    return found


def _whole(
    event: Event,
    near: Mapping[str, Sequence[tuple[int, int, str]]],
    events: Sequence[Event],
    claims: Mapping[str, Claim],
    rejected: AbstractSet[str],
) -> int:
    if not any(document_id in near for document_id in event.documents):
        return -1
    found: list[tuple[int, int]] = []
    for claim in _told(event, claims, rejected):
        for start, number, told in near.get(claim.document_id, ()):
            behind = claim.trigger_start - start
            if 0 <= behind <= 2 * NEARBY and _agree(claim, claims[told]) and _in_time(event, events[number]):
                found.append((behind, number))
    return min(found)[1] if found else -1


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
