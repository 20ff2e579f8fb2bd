"""The words whose places, times and numbers are those of one predicate."""

from __future__ import annotations

from tripoint.claims.circumstances.governing import led_to, phases, setting, taking_place
from tripoint.claims.elsewhere import forced
from tripoint.claims.predicates.byacts import STRIKES
from tripoint.claims.predicates.outrank import aims, attempted, struck_by
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.roles.filled import Roles
from tripoint.claims.roles.modifiers import DOING
from tripoint.model import ClaimKind
from tripoint.resources.claims import ClaimType, words


def clause_words(pred: Predicate, roles: Roles, type_: ClaimType, table: dict[int, Predicate]) -> frozenset[int]:
    """Return where in its sentence the words of a predicate stand: its own, those of its sides, and those beside it.

    `table` holds all predicates of the sentence: a word that tells an act of its own belongs to that.
    """
    others = {i for i, other in table.items() if other is not pred}
    own = frozenset({pred.tok.i, pred.anchor.i, *roles.tokens} - others)
    own |= phases(pred.anchor, table) | taking_place(pred.anchor) | struck_by(pred, table)
    if pred.form == "noun":  # *bombs dropped by X on Y*
        own |= frozenset(kid.i for kid in pred.tok.children("acl") if kid.lemma in DOING and kid.i not in table)
        own |= frozenset(kid.i for kid in aims(pred.tok) if kid.i not in table)
        own |= led_to(pred.tok, table) if pred.type in STRIKES else frozenset()
    if type_.kind is ClaimKind.EVENT and not type_.speech:
        own |= setting(pred.anchor, table, words()["reporting"])
    if pred.type == "displace" and pred.form == "verb" and forced(pred.tok) is not None:
        own |= {pred.tok.head.i} - others  # *forced thousands of residents to flee X*
    if pred.type == "repel" and pred.form == "verb":
        own |= frozenset(tok.i for tok in attempted(pred.tok))
    return own
