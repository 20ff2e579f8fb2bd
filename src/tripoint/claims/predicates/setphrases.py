"""Acts that a set phrase tells: *with the help of X*, *at the request of X*, *received weapons from X*."""

from __future__ import annotations

from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.tree import is_verb
from tripoint.resources.claims import words
from tripoint.syntax import Token

HELPED = "helped"
ASKED = "asked"


RECEIVING = frozenset({"receive", "get", "obtain", "draw"})
_GIVEN = frozenset(
    "weapon arm ammunition funding fund money training equipment drone missile rocket tank howitzer intelligence fuel "
    "supply shell".split()
)
"""What one side gets from another that supports it."""


def beside(tok: Token) -> Predicate | None:
    """The support or demand that the phrase of `tok` tells beside the verb it hangs on."""
    prep = tok.head
    if tok.dep == "dobj" and prep.lemma in RECEIVING and (tok.lemma in words()["helping_nouns"] | _GIVEN):
        given = any(kid.lower == "from" and kid.i > tok.i for kid in (*tok.children("prep"), *prep.children("prep")))
        return Predicate(tok=tok, type="support", form=HELPED, light=prep) if given else None
    if tok.dep != "pobj" or prep.dep != "prep" or not any(kid.lower in {"of", "from"} for kid in tok.children("prep")):
        return None
    set_off = prep.head.dep == "nsubj" and any(kid.text == "," and kid.i < prep.i for kid in prep.head.subtree())
    if prep.lower == "with" and tok.lemma in words()["helping_nouns"] and (is_verb(prep.head) or set_off):
        return Predicate(tok=tok, type="support", form=HELPED)
    ordered = prep.lower in {"on", "under"} and tok.lemma in {"order", "instruction"} and is_verb(prep.head)
    if ordered or (prep.lower == "at" and tok.lemma in words()["asking_nouns"]):
        return Predicate(tok=tok, type="demand", form=ASKED)
    return None
