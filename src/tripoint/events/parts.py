"""Parts: the acts that a text tells in the course of an operation belong under it, as events of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

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
    ids: Sequence[str],
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
    person `rejected` tells of none. `sorts` are those of the events; `ids`, `homes` and `texts` are the ids, events and
    documents of the claims. Only events that are `todo` are gone through; of the others it is `known`.
    """
    found = known.copy()
    acts = todo & (sorts == IS_ACT)
    found[todo] = -1
    # Claims of one document alone meet: of the others none is read.
    told = np.flatnonzero((sorts[homes] == IS_WHOLE) & _of_texts(texts, acts[homes]))
    near: dict[int, list[_Told]] = defaultdict(list)
    for one in _told(told, claims, ids, homes, texts, rejected):
        near[one.text].append(one)
    nearest: dict[int, tuple[int, int]] = {}
    told = np.flatnonzero(acts[homes] & _of_texts(texts, np.isin(texts, list(near))))
    for act in _told(told, claims, ids, homes, texts, rejected):
        for whole in near[act.text]:
            way = (act.start - whole.start, whole.event)
            nearer = way[0] >= 0 and way < nearest.get(act.event, _FAR)
            if nearer and _agree(act, whole) and _in_time(events[act.event], events[whole.event]):
                nearest[act.event] = way
    for number, (_, event) in nearest.items():
        found[number] = event
    return found


class _Told(NamedTuple):
    """What is asked of a claim: its text, its event, where it stands, whether it is of a plan, and who acts."""

    text: int
    event: int
    start: int
    planned: bool
    agents: frozenset[str]


_FAR = (2 * NEARBY + 1, 0)


def _of_texts(texts: np.ndarray, some: np.ndarray) -> np.ndarray:
    """Return of each claim whether its document holds one of some claims."""
    held = np.zeros(int(texts.max(initial=-1)) + 1, dtype=bool)
    held[texts[some]] = True
    found: np.ndarray = held[texts]
    return found


def _told(
    some: np.ndarray,
    claims: Mapping[str, Claim],
    ids: Sequence[str],
    homes: np.ndarray,
    texts: np.ndarray,
    rejected: AbstractSet[str],
) -> Iterator[_Told]:
    """Yield what articles affirm of some claims."""
    for at, event, text in zip(some.tolist(), homes[some].tolist(), texts[some].tolist(), strict=True):
        if ids[at] in rejected:
            continue
        claim = claims[ids[at]]
        if claim.comment_id is None and claim.polarity is Polarity.AFFIRMED:
            yield _Told(text, event, claim.trigger_start, claim.modality in PROSPECTIVE, parties.keys(claim.agents))


def _agree(act: _Told, whole: _Told) -> bool:
    return act.planned == whole.planned and parties.within(act.agents, whole.agents)


def _in_time(act: Event, whole: Event) -> bool:
    one, two = times.days(act.time), times.days(whole.time)
    return one is None or two is None or times.gap(one, two) <= SPAN
