"""The place that a text has just named, for the words that point back to it."""

from __future__ import annotations

from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import is_verb
from tripoint.model import MentionKind

WIDE = frozenset({"country", "line", "region"})
"""Precisions too wide for *there* or *the area* to point at."""
WIDTH = {"site": 0, "unlocated": 1, "town": 1, "district": 2, "province": 3, "area": 4, "region": 4, "country": 5}


def last_named(scene: Scene, at: int, before: int, *, town: bool = False) -> Named | None:
    """The one place that the text has just named: in this sentence, else in the one before it; None where two fit."""
    for back in range(3):
        here = at - back
        if here < 0 or scene.sentences[here].role != scene.sentences[at].role:
            return None
        fit = [n for n in scene.named(here, MentionKind.PLACE) if n.mention.end <= before and narrow(n)]
        fit = [n for n in _main(scene, here, fit) if not town or width(n) == 1]
        if len({n.name for n in fit}) == 1:
            return fit[-1]
        if fit:
            return None
    return None


def _main(scene: Scene, at: int, fit: list[Named]) -> list[Named]:
    """Of the places of a sentence those that it is about: without wider ones around them, without those of names."""
    actors = scene.named(at, MentionKind.ACTOR, MentionKind.PERSON)
    free = [
        n
        for n in fit
        if not any(
            a.mention.start <= n.mention.start and n.mention.end <= a.mention.end and not a.mention.generic
            for a in actors
        )
    ]
    low = min((width(n) for n in free), default=0)
    kept = [n for n in free if width(n) <= max(low, 1)]
    if len({n.name for n in kept}) > 1:
        main = [n for n in kept if _of_main_clause(n)]
        return main or kept
    return kept


def _of_main_clause(named: Named) -> bool:
    """Whether the place hangs on the main verb itself, as what it is done to or where it happens."""
    tok = named.head
    while tok.head is not tok and not is_verb(tok):
        if tok.dep == "prep" and tok.lower not in {"of", "in", "at", "on", "inside"}:
            return False
        tok = tok.head
    return tok.dep in {"ROOT", "conj", "ccomp"}


def narrow(named: Named) -> bool:
    """Whether the place is narrow enough for *there* to point at."""
    place = named.place
    return place is not None and place.precision not in WIDE


def width(named: Named) -> int:
    """How wide the place is, from a site to a country; 9 for a refused one."""
    place = named.place
    return WIDTH.get(place.precision, 4) if place is not None else 9
