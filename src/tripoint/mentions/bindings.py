"""How a definite phrase is bound to what was named before it: how far back, and what becomes of it when two fit."""

from __future__ import annotations

from dataclasses import replace

from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.producers import CUES
from tripoint.mentions.scene import Scene

REACH = 2


"""How many paragraphs before its own an antecedent may stand in."""


DEFINITE = frozenset({"the", "this", "that"})


def definite(scene: Scene, draft: Draft) -> bool:
    """Say whether a determiner stands right before the mention."""
    before = scene.text[max(0, draft.start - 6) : draft.start].split()
    return bool(before) and before[-1].lower() in DEFINITE


def within(scene: Scene, one: Draft, other: Draft) -> bool:
    """Say whether `other` stands before `one`, at most REACH paragraphs away."""
    return other.end <= one.start and 0 <= scene.paragraph(one.start) - scene.paragraph(other.start) <= REACH


def nearest(named: dict[str, Draft]) -> dict[str, Draft]:
    """Keep the last one named: an army is called *the army* by the text that follows it at once."""
    if len(named) < 2:
        return named
    last = max(named, key=lambda key: named[key].start)
    return {last: named[last]}


def bound(draft: Draft, named: list[Draft], scene: Scene) -> Draft:
    """Return the mention as the one that was named, or open with all that it may stand for."""
    best = draft.chosen
    assert best is not None
    if len(named) == 1 and named[0].chosen is not None:
        meant = named[0].chosen
        words = scene.text[named[0].start : named[0].end]
        why = because("antecedent", 0.7, f"it stands for {words!r}, the only one of its kind named shortly before")
        made = reading(
            meant.name,
            0.75 * meant.score + 0.1,
            [why],
            candidate_id=meant.candidate_id,
            actor_kind=meant.actor_kind,
            actor_country=meant.actor_country,
            framing=best.framing,
            antecedent_start=named[0].start,
            antecedent_end=named[0].end,
        )
        return replace(draft, producer=CUES, weight=draft.weight + 1.0, generic=False, readings=[made])
    if not named:
        return draft
    names = sorted({other.chosen.name for other in named if other.chosen is not None})
    refused = [
        replace(
            other.chosen,
            chosen=False,
            score=0.3,
            antecedent_start=other.start,
            antecedent_end=other.end,
            reasons=(because("antecedent", -0.3, f"it may stand for any of {', '.join(names)}"),),
        )
        for other in named
        if other.chosen is not None
    ]
    return replace(draft, readings=[best, *refused])
