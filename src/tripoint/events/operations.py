"""Operations: events are given the acts that are parts of them; those of the last build stand where nothing changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

import numpy as np

from tripoint.comparison.joined import Joined, Ordered
from tripoint.events.made import Made, MadeBefore
from tripoint.events.parts import IS_WHOLE, wholes
from tripoint.model import Claim, Event


def with_parts(
    made: Made,
    records: Joined[Event],
    places: np.ndarray,
    claims: Mapping[str, Claim],
    ids: Sequence[str],
    rejected: AbstractSet[str],
    texts: np.ndarray,
    before: MadeBefore | None,
) -> Made:
    """Return the events with their parts, and which these are.

    The events lie among the `records`, each at its place of `places`; `ids` and `texts` are the ids and the documents
    of the claims. What a person `rejected` is a part of nothing.
    """
    stood, homes, now = made.stood, made.homes, np.full(len(made.ids), -1, dtype=np.int64)
    todo = stood < 0
    if before is not None:
        to = np.full(len(before.ids) + 1, -1, dtype=np.int64)
        to[stood[stood >= 0]] = np.flatnonzero(stood >= 0)
        now[stood >= 0] = to[before.wholes[stood[stood >= 0]]]
        # Acts of texts whose operations came or went are looked at again.
        came = todo[homes] & (made.sorts[homes] == IS_WHOLE)
        went = (before.homes >= 0) & (to[before.homes] < 0) & (before.sorts[before.homes] == IS_WHOLE)
        touched = np.zeros(int(texts.max(initial=-1)) + 1, dtype=bool)
        touched[texts[came | went]] = True
        todo[homes[touched[texts]]] = True
    found = wholes(made.events, claims, ids, made.sorts, homes, texts, now, todo, rejected=rejected)
    others: dict[int, list[str]] = defaultdict(list)
    for at in np.flatnonzero(found >= 0).tolist():
        others[int(found[at])].append(made.ids[at])
    patched, again, lie = list[Event](), stood.copy(), places.tolist()
    changed = set(others) if before is None else _changed(found, now, stood, before)
    first = len(records)
    for at in sorted(changed):
        lie[at] = first + len(patched)
        patched.append(replace(made.events[at], parts=tuple(others.get(at, ()))))
        again[at] = -1
    records.add(patched)
    return made._replace(events=Ordered(records, lie), wholes=found, again=again)


def _changed(found: np.ndarray, now: np.ndarray, stood: np.ndarray, before: MadeBefore) -> set[int]:
    """Return the events that have other parts than they were kept with."""
    new = stood < 0
    came = found[(found >= 0) & ((found != now) | new)]  # parts that are new, or were none of this one
    went = now[(now >= 0) & (found != now)]
    stays = np.zeros(len(before.ids), dtype=bool)
    stays[stood[~new]] = True
    lost = before.wholes[~stays]
    to = np.full(len(before.ids) + 1, -1, dtype=np.int64)
    to[stood[~new]] = np.flatnonzero(~new)
    gone = to[lost]
    return {
        at for some in (came, went, gone[gone >= 0], found[found >= 0][new[found[found >= 0]]]) for at in some.tolist()
    }
