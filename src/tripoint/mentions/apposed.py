"""What stands beside a name and means it: *Ann Cole, deputy commander of the KDF, said*, *the Karen movement KNU*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.producers import REGISTER
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind
from tripoint.resources.words import GroupHead, group_heads

_GAPS = frozenset({", ", ", the ", ", a ", ", an "})


_DESCRIBED = frozenset({"fighters", "group", "party", "coalition", "media", "body", "unit", "observers"})
"""Roles of heads that describe the body whose name follows at once (*the jihadist group X*)."""

_INDEFINITE = frozenset({", a ", ", an "})


def described(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a group without a name of its own as the body whose name follows it at once, or stands before ", a "."""
    named = [one for one in drafts if one.kind is MentionKind.ACTOR and _has_name(one)]
    starts = {one.start: one for one in named}
    ends = {one.end: one for one in named}
    for draft in drafts:
        if draft.kind is not MentionKind.ACTOR or draft.producer == REGISTER or draft.chosen is None:
            continue
        head = group_heads().get(draft.head.lower) or group_heads().get(draft.chosen.name.rpartition(" ")[2].lower())
        if head is None or head.role not in _DESCRIBED or draft.head.tag in ("NNS", "NNPS"):
            continue
        behind = starts.get(draft.end + 1) if scene.text[draft.end : draft.end + 1] == " " else None
        gap = next((gap for gap in _INDEFINITE if scene.text[: draft.start].endswith(gap)), None)
        before = ends.get(draft.start - len(gap)) if gap is not None and draft.chosen.candidate_id is None else None
        name = behind or before
        if name is None or name.chosen is None or name.sentence != draft.sentence:
            continue
        if name is before and not (
            scene.text[draft.end : draft.end + 1] in ("", ",", ".", ";", "\n") and _alike(head, name)
        ):
            continue
        if name is behind and not _alike(head, name):
            continue
        why = because("apposition", 0.8, f"it describes {scene.text[name.start : name.end]!r} beside it")
        made = replace(
            name.chosen,
            score=round(0.9 * name.chosen.score, 3),
            reasons=(why,),
            framing=draft.chosen.framing,
            antecedent_start=name.start,
            antecedent_end=name.end,
        )
        yield replace(draft, weight=draft.weight + 1.0, generic=False, readings=[made])


_FIGHTING = frozenset({"armed_group", "militia", "umbrella", "party", "army"})
_TELLING = frozenset({"agency", "monitor"})


def _alike(head: GroupHead, name: Draft) -> bool:
    """Say whether the name is of the kind that the head noun means: a group fights, an agency tells."""
    kind = name.chosen.actor_kind if name.chosen is not None else None
    if head.role in ("media", "body", "observers"):
        return kind in _TELLING | {"aid"}
    if head.role == "coalition":
        return kind in ("coalition", "umbrella", "armed_group")
    return kind in _FIGHTING or (head.words == "group" and kind in _TELLING)


def _has_name(draft: Draft) -> bool:
    return draft.producer == REGISTER and not draft.generic and draft.chosen is not None


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
