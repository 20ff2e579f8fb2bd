"""What a reporting verb vouches for: its clause complement, the clause it interrupts, or its quotation."""

from __future__ import annotations

from tripoint.claims.arguments import direct_object
from tripoint.claims.tree import is_verb
from tripoint.resources.claims import words
from tripoint.syntax import Token

SAYING_OBJECTS = {"report", "announce", "confirm", "deny", "claim", "allege", "acknowledge", "admit", "describe"}
"""Reporting verbs whose plain object is reported too: *denied the attack, announced a withdrawal*."""
WISHING = {"vow", "pledge", "promise", "threaten", "hope", "expect"}


def said_scope(verb: Token) -> frozenset[int]:
    """The tokens that a reporting verb vouches for: its clause complement, the clause it interrupts, its quotation."""
    held: set[int] = set()
    for kid in verb.kids:
        if kid.dep in {"ccomp", "parataxis"} or (kid.dep == "xcomp" and verb.lemma not in WISHING):
            held.update(one.i for one in kid.subtree())
        if kid.dep == "prep" and kid.lower == "as":
            held.update(one.i for one in kid.subtree())
        if kid.dep == "prep" and kid.lower in {"of", "about"} and verb.lemma in {"warn", "speak", "accuse", "complain"}:
            held.update(one.i for one in kid.subtree())
        if kid.dep == "advcl" and kid.lemma in words()["reporting"] and kid.tag == "VBG":
            continue
    if (
        not held
        and verb.dep in {"parataxis", "advcl"}
        and is_verb(verb.head)
        and verb.children("nsubj")
        and not any(kid.dep in {"mark", "advmod"} and kid.tag in {"IN", "WRB"} for kid in verb.kids)
    ):
        held.update(one.i for one in verb.head.subtree())
    if not held and verb.lemma in SAYING_OBJECTS:
        found = direct_object(verb)
        if found is not None and found.how == "object":
            held.update(one.i for one in found.tok.subtree())
    return frozenset(held - _own(verb))


def _own(verb: Token) -> set[int]:
    """Tokens of the reporting clause itself: verb, subject, auxiliaries, time."""
    own = {verb.i}
    for kid in verb.kids:
        if kid.dep in {"nsubj", "nsubjpass", "aux", "auxpass", "npadvmod", "agent"}:
            own.update(one.i for one in kid.subtree())
    return own
