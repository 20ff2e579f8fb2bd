"""Roles of a compound state: the holder before the hyphen, the backed side after it."""

from __future__ import annotations

from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.roles.capitals import state_of_capital
from tripoint.claims.roles.filled import Roles
from tripoint.claims.roles.nationals import of_state
from tripoint.claims.roles.parties import Cast
from tripoint.claims.scene import Scene
from tripoint.model import (
    MentionKind,
    Party,
)
from tripoint.resources.countries import nationality


def bind_held(scene: Scene, at: int, pred: Predicate, cast: Cast, found: Roles) -> None:
    """Bind the holder, and for *X-backed* the backed side."""
    holder = pred.holder
    if holder is None:
        return
    named = scene.on(at, holder, MentionKind.ACTOR, MentionKind.PERSON, MentionKind.PLACE)
    if (
        named is not None
        and not (named.mention.generic and named.mention.start < holder.start)
        and named.mention.end <= pred.tok.end
        and pred.about is not None
    ):
        found.agents = cast.of(at, named.head) or []
    elif holder.i > pred.tok.i or holder.dep == "poss":  # *a stronghold of X, the group's stronghold*
        found.agents = cast.of(at, holder)
    if not found.agents and (pred.type != "backs" or holder.lower not in {"foreign", "state", "externally"}):
        text = scene.doc.text[holder.start : holder.end] if holder is not pred.tok else holder.text.rsplit("-", 1)[0]
        start = holder.start
        nation = nationality(text) or state_of_capital(text)
        made = Party(name=_expand(text), actor_id=None, text=text, start=start, end=start + len(text))
        found.agents = [made if nation is None else of_state(made, nation)]
    if pred.type == "backs" and pred.about is not None:
        found.recipients = _backed(scene, at, pred, cast)


def _expand(text: str) -> str:
    return {"us": "United States", "u.s.": "United States", "uk": "United Kingdom"}.get(text.lower(), text)


def _backed(scene: Scene, at: int, pred: Predicate, cast: Cast) -> list[Party]:
    """The backed side without the backer's words: *militants* of *X-backed militants*."""
    noun = pred.about
    assert noun is not None
    if scene.kind_of(at, noun) != "people":
        return []
    tokens = [t for t in scene.sentences[at].tokens if pred.tok.i < t.i <= noun.i]
    if not tokens:
        return []
    start, end = tokens[0].start, tokens[-1].end
    text = scene.doc.text[start:end]
    return [Party(name=text, actor_id=None, text=text, start=start, end=end)]
