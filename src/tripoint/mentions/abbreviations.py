"""Abbreviations bind where they are introduced: *Northern Storm Movement (NSM)*, and *NSM* from there on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.producers import REGISTER
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind

_OPENED = re.compile(r"\s*\(\s*(?:also known as |known as |or )?(?:the )?[\"']?([A-Z][A-Za-z&.-]{1,9})[\"']?\s*\)")


def _stands_for(short: str, name: str) -> bool:
    """Say whether the letters of `short` begin words of `name`, in order."""
    initials = [word[0].upper() for word in re.findall(r"[^\W_]+", name)]
    at = 0
    for letter in (char for char in short.upper() if char.isalpha()):
        while at < len(initials) and initials[at] != letter:
            at += 1
        if at == len(initials):
            return False
        at += 1
    return True


def abbreviations(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield every use of an abbreviation that the document itself introduces behind a name in full."""
    known: dict[str, Draft] = {}
    for draft in sorted(drafts, key=lambda one: one.start):
        if draft.kind is not MentionKind.ACTOR or draft.generic or draft.chosen is None:
            continue
        match = _OPENED.match(scene.text, draft.end)
        if match is None or sum(char.isupper() for char in match[1]) < 2:
            continue
        if _stands_for(match[1], scene.text[draft.start : draft.end]):
            known.setdefault(match[1], draft)
    if not known:
        return
    for index, found in enumerate(scene.pieces):
        for piece in found:
            full = known.get(scene.text[piece.start : piece.end])
            if full is None or piece.start < full.end or full.chosen is None:
                continue
            best = full.chosen
            name = scene.text[full.start : full.end]
            why = because("abbreviation", 0.85, f"the document introduces it as {name}")
            made = reading(
                best.name,
                max(0.7, best.score),
                [why],
                candidate_id=best.candidate_id,
                actor_kind=best.actor_kind,
                actor_country=best.actor_country,
                antecedent_start=full.start,
                antecedent_end=full.end,
            )
            yield Draft(
                kind=MentionKind.ACTOR,
                start=piece.start,
                end=piece.end,
                head=piece.token,
                producer=REGISTER,
                weight=3.15 if best.candidate_id is not None else 3.4,
                sentence=index,
                readings=[made],
            )
