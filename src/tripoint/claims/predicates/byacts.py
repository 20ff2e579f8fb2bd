"""Passives that an event noun tells of: *was hit by waves of Israeli strikes*."""

from __future__ import annotations

from dataclasses import replace

from tripoint.claims.predicates.nouns import STRIKING, noun_type
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.predicates.spans import SPANS
from tripoint.claims.tree import is_passive
from tripoint.syntax import Token

STRIKES = frozenset({"attack", "airstrike", "shelling", "bombing"})
"""Types of acts that hit somebody or something."""


def act_behind(tok: Token) -> Token:
    """*Waves of strikes*: the strikes."""
    if tok.lemma in SPANS:
        of = [pobj for kid in tok.children("prep") if kid.lower == "of" for pobj in kid.children("pobj")]
        return of[0] if of and noun_type(of[0]) in STRIKES else tok
    return tok


def hit_by_acts(found: list[Predicate]) -> list[Predicate]:
    """*Was hit by waves of Israeli strikes*: one act, of the type that the noun behind *by* tells."""
    acts = {p.tok.i: p for p in found if p.form == "noun" and p.light is None and p.type in STRIKES}
    told: list[Predicate] = []
    dropped: set[int] = set()
    for one in found:
        by = [kid for kid in one.tok.children("agent", "prep") if kid.lower == "by"] if one.form == "verb" else []
        nouns = [act_behind(pobj) for kid in by for pobj in kid.children("pobj")]
        act = acts.get(nouns[0].i) if nouns and one.tok.lemma in STRIKING and is_passive(one.tok) else None
        alone = act is not None and not act.tok.children("acl", "relcl")  # *a raid claimed by X* tells more
        if act is not None and alone and one.type in STRIKES:
            dropped.add(act.tok.i)
            one = replace(one, type=act.type)
        told.append(one)
    return [p for p in told if p.tok.i not in dropped or p.form != "noun"]
