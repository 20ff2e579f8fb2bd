"""When: the time of the happening, apart from the time of the statement."""

from __future__ import annotations

from tripoint.claims.circumstances.governing import governor
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_verb
from tripoint.model import (
    MentionKind,
    TimeValue,
)


def time_of(
    scene: Scene, at: int, pred: Predicate, own: frozenset[int], table: dict[int, Predicate], said: set[str]
) -> TimeValue | None:
    """The time of the happening: the expression on `pred`'s own clause, or the one that opens a shared clause.

    `said` holds mention ids that date a statement instead.
    """
    best: tuple[int, TimeValue] | None = None
    first = pred.anchor
    while first.dep == "conj" and is_verb(first.head):
        first = first.head
    for named in scene.named(at, MentionKind.TIME):
        if named.mention.mention_id in said or named.reading is None or named.reading.time is None:
            continue
        up = governor(named.head, table)
        if up is None:
            continue
        shared = up is first and named.mention.end <= first.start
        if up.i in own or shared:
            value = named.reading.time
            rank = (value.start is None and value.end is None) * 2 + (up.i not in own)
            if best is None or rank < best[0]:
                best = (rank, value)
    return best[1] if best is not None else None
