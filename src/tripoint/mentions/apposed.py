"""Offices behind a name: *Ann Cole, deputy commander of the KDF, said* names one person twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind
from tripoint.resources.words import group_heads

_GAPS = frozenset({", ", ", the ", ", a ", ", an "})


def apposed(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield an office that follows a person behind a comma, and that `of` or a comma closes, as that person."""
    ends = {one.end: one for one in drafts if one.kind is MentionKind.PERSON}
    for draft in drafts:
        head = group_heads().get(draft.head.lower)
        if draft.kind is not MentionKind.ACTOR or not draft.generic or head is None or head.role != "officials":
            continue
        if draft.head.lower.endswith("s") or draft.chosen is None or draft.chosen.candidate_id is not None:
            continue
        person = next((ends[draft.start - len(gap)] for gap in _GAPS if draft.start - len(gap) in ends), None)
        if person is None or person.chosen is None or person.sentence != draft.sentence:
            continue
        gap = scene.text[person.end : draft.start]
        if gap not in _GAPS or not scene.text[draft.end : draft.end + 4].startswith((" of ", " for", " in ", ",")):
            continue
        why = because("apposition", 0.8, f"the office stands behind {scene.text[person.start : person.end]!r}")
        made = reading(
            person.chosen.name,
            0.9 * person.chosen.score,
            [why],
            candidate_id=person.chosen.candidate_id,
            actor_kind="person",
            actor_country=person.chosen.actor_country,
            antecedent_start=person.start,
            antecedent_end=person.end,
        )
        yield replace(draft, weight=draft.weight + 1.0, generic=False, readings=[made])
