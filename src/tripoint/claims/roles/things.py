"""Things without a name that are struck, destroyed or found, by their own words."""

from __future__ import annotations

from tripoint.claims.predicates.nouns import noun_type
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.roles.described import described
from tripoint.claims.scene import Scene
from tripoint.claims.tree import joined
from tripoint.model import MentionKind, Party
from tripoint.resources.claims import words
from tripoint.syntax import Token

OF_THINGS = frozenset({"destroy", "find"})
"""Types whose target may be a thing without a name, told by its own words."""
STRUCK = frozenset("ambush shell bomb bombard pound attack storm raid hit strike target".split())
"""Verbs of arms whose object is what is struck, and not what it is struck with (*fired rockets*)."""


def things(scene: Scene, at: int, pred: Predicate, tok: Token) -> list[Party]:
    """The things that an act is done to, joined ones included (*a bridge and a depot*), where its target may be one."""
    if pred.type not in OF_THINGS and not (pred.tok.lemma in STRUCK and _plain_thing(scene, at, tok)):
        return []
    found = [counted(one) for one in joined(tok)]
    return [
        described(scene, one)
        for one in found
        if one.tag != "CD" and one.lemma not in words()["counting_nouns"] and _unnamed_thing(scene, at, one)
    ]


def _unnamed_thing(scene: Scene, at: int, tok: Token) -> bool:
    """A thing, or a building or bridge without a name: a named one is a place."""
    if scene.kind_of(at, tok) == "place":
        return scene.headed(at, tok, MentionKind.PLACE) is None
    return scene.kind_of(at, tok) == "thing"


def _plain_thing(scene: Scene, at: int, tok: Token) -> bool:
    """A building or a thing of its own (*a hospital*), and no part of a place (*the gate of X, the village*)."""
    lexicon = words()
    unplaced = tok.lemma not in lexicon["place_nouns"] | lexicon["shells"] | lexicon["weapon_nouns"] | {
        "market",
        "street",
        "target",
    }
    return tok.tag in {"NN", "NNS"} and scene.kind_of(at, tok) == "thing" and unplaced and noun_type(tok) is None


def counted(tok: Token) -> Token:
    """What is counted: *lines* of *three kilometres of lines, most of the lines*."""
    lexicon = words()
    while tok.tag == "CD" or tok.lemma in lexicon["counting_nouns"] or tok.lower in {"most", "all", "dozens"}:
        below = [pobj for prep in tok.children("prep") if prep.lower == "of" for pobj in prep.children("pobj")]
        if not below:
            break
        tok = below[0]
    return tok
