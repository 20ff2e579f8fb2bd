"""Nouns for the dead of an act that another noun tells: *the killing of three in an ambush by X*."""

from __future__ import annotations

from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.tree import is_verb
from tripoint.syntax import Token


def killings(pred: Predicate) -> tuple[Token, ...]:
    """*The killing of three in an ambush by X*: the noun for those who died in the act of `pred`, another noun."""
    prep, noun = pred.tok.head, pred.tok
    if pred.form != "noun" or pred.type not in _KILLING or noun.dep != "pobj" or prep.lower not in _IN:
        return ()
    over = prep.head
    held = [over] if not is_verb(over) else [kid for kid in over.children("dobj") if kid.i < prep.i]
    return tuple(tok for tok in held if tok.lemma in _KILLINGS and _of_somebody(tok))


def _of_somebody(noun: Token) -> bool:
    return any(kid.lower == "of" for kid in noun.children("prep"))


_IN = frozenset({"in", "during"})
_KILLINGS = frozenset({"killing", "death", "murder", "slaying"})
_KILLING = frozenset({"attack", "airstrike", "shelling", "bombing", "clash"})


def fire_of(pred: Predicate) -> tuple[Token, ...]:
    """*Was hit by gunfire near X*: the fire by which the verb tells the act, and no fight beside it."""
    if pred.form != "verb" or pred.type not in _KILLING or pred.tok.lemma not in {"hit", "strike"}:
        return ()
    by = (pobj for kid in pred.tok.children("agent") for pobj in kid.children("pobj"))
    return tuple(tok for tok in by if tok.lemma in {"gunfire", "crossfire"})
