"""What is told of a name may tell that it is a place: towns are shelled, retaken, entered, and called towns; people
seldom are."""

from __future__ import annotations

from functools import lru_cache

from tripoint.resources.claims import triggers
from tripoint.resources.words import place_types
from tripoint.syntax import Token

_SURELY = 0.9
_MAYBE = 0.5

_ACTS = frozenset("capture besiege shelling airstrike bombing control attack sweep open close transfer clash".split())
"""Types whose event noun has a place behind *of* (*the fall of X, the shelling of X*)."""


_HELD = frozenset({"capture", "control", "besiege"})
_UNDER = frozenset({"control", "siege", "fire", "rule"})
_OUT = frozenset({"out", "outside", "inside", "outskirts", "suburbs", "centre", "center", "mayor", "port"})
_TRAVEL = frozenset({"visit", "tour", "leave", "reach", "enter", "flee", "cross"})
_LYING = frozenset({"lie", "locate", "situate", "border", "straddle"})
"""Verbs behind a name that say where it is (*X, which lies north of Y*)."""


@lru_cache(maxsize=1)
def _verbs() -> dict[str, float]:
    """Verbs whose object is a place, by how surely: some are done to people too."""
    found = dict.fromkeys(_TRAVEL, _MAYBE)
    for lemma, senses in triggers().verbs.items():
        kinds = {kind for sense in senses for kind in sense.obj}
        if "place" in kinds:
            found[lemma] = _MAYBE if kinds & {"people", "civil", "force"} else _SURELY
        elif senses[0].type in _HELD:
            found[lemma] = _MAYBE
    return found


def acted_on(tok: Token) -> float:
    """How much the act told of the name headed by `tok` speaks for a place, 0 where none is told."""
    if _called(tok):
        return _SURELY
    head = tok.head
    below = [kid.lemma for kid in tok.children("relcl", "acl")]
    if _LYING.intersection(below):
        return _SURELY
    if any(sense.type == "control" for lemma in below for sense in triggers().verbs.get(lemma, ())):
        return _SURELY
    if tok.dep in {"dobj", "obj", "nsubjpass"} and head.lemma in _verbs():
        return _verbs()[head.lemma]
    if tok.dep == "pobj" and head.lower == "of" and triggers().nouns.get(head.head.lemma) in _ACTS:
        return _SURELY
    if tok.dep == "pobj" and head.lower == "of" and head.head.lower in _OUT:
        return _SURELY
    return _SURELY if tok.dep in {"nsubj", "nsubjpass"} and _under(head) else 0.0


def _called(tok: Token) -> bool:
    """*X, the capital of the province*, *X, a village on the river*: what it is called behind a comma."""
    return any(kid.lower == "capital" or kid.lower in place_types() for kid in tok.children("appos"))


def _under(verb: Token) -> bool:
    """*X remained under siege*."""
    under = [kid for kid in verb.children("prep") if kid.lower == "under"]
    return any(pobj.lemma in _UNDER for kid in under for pobj in kid.children("pobj"))
