"""What is told of a name may tell that it is a place: towns are shelled, retaken, entered, and called towns; people
seldom are."""

from __future__ import annotations

from functools import lru_cache

from tripoint.resources.claims import Sense, triggers
from tripoint.resources.words import place_types
from tripoint.syntax import Token

_SURELY = 0.9
_MAYBE = 0.5

_ACTS = frozenset("capture besiege shelling airstrike bombing control attack sweep open close transfer clash".split())
"""Types whose event noun has a place behind *of* (*the fall of X, the shelling of X*)."""


_HELD = frozenset({"capture", "control", "besiege"})
_STRUCK = frozenset({"shelling", "airstrike", "bombing"})
"""Types of acts whose object is more often a place than people."""
_UNDER = frozenset({"control", "siege", "fire", "rule", "attack", "bombardment", "shelling", "curfew", "blockade"})
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
        elif senses[0].type in _HELD or any(
            sense == Sense(type=sense.type) for sense in senses if sense.type in _STRUCK
        ):
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
    if tok.dep not in {"nsubj", "nsubjpass"}:
        return 0.0
    return _SURELY if _under(head) else _fell(head)


def _fell(verb: Token) -> float:
    """*X fell to the rebels, X changed hands*: a place; *X fell* by itself may be told of people too."""
    if verb.lemma == "change":
        return _SURELY if any(kid.lower == "hands" for kid in verb.children("dobj")) else 0.0
    if verb.lemma != "fall" or verb.children("prt", "acomp", "dobj"):
        return 0.0
    to = [pobj for kid in verb.children("prep") if kid.lower == "to" for pobj in kid.children("pobj")]
    if any(pobj.tag in {"NNS", "NNP", "NNPS"} for pobj in to):
        return _SURELY
    return (
        _MAYBE if all(kid.lower in {"on", "in", "after", "during", "within"} for kid in verb.children("prep")) else 0.0
    )


def _called(tok: Token) -> bool:
    """*X, the capital of the province*, *X, a village on the river*: what it is called behind a comma."""
    return any(kid.lower == "capital" or kid.lower in place_types() for kid in tok.children("appos"))


def _under(verb: Token) -> bool:
    """*X remained under siege*."""
    under = [kid for kid in verb.children("prep") if kid.lower == "under"]
    return any(pobj.lemma in _UNDER for kid in under for pobj in kid.children("pobj"))
