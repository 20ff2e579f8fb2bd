"""Losses that a list counts behind a colon, without a verb (*Losses: 44 soldiers and two medics; 27 rebels*)."""

from __future__ import annotations

from tripoint.claims.predicates.predicate import Predicate
from tripoint.resources.claims import words
from tripoint.syntax import Token

_HEADINGS = frozenset("loss losses casualty casualties toll fatality fatalities dead killed".split())
"""What opens such a list."""


def counted_loss(tok: Token) -> Predicate | None:
    """The people that `tok` heads as the dead of a list; those joined to it are told with it."""
    if tok.dep != "appos" or tok.lemma not in words()["people_nouns"] or not tok.children("nummod"):
        return None
    top = tok
    while top.dep in {"appos", "conj"} and top.head is not top:
        top = top.head
    if top.dep != "ROOT" or top.lower not in _HEADINGS or top.children("nsubj", "nsubjpass", "aux", "auxpass"):
        return None
    if not any(kid.text == ":" and top.i < kid.i < tok.i for kid in top.kids):
        return None
    return Predicate(tok=tok, type="kill", form="noun")
