"""Small walks that the factuality rules share."""

from __future__ import annotations

from tripoint.claims.tree import is_verb
from tripoint.syntax import Token


def conj_top(tok: Token) -> Token:
    """The first of joined verbs."""
    while tok.dep == "conj" and is_verb(tok.head):
        tok = tok.head
    return tok


def infinitive(tok: Token) -> bool:
    """Whether the verb stands behind *to*."""
    return any(kid.tag == "TO" for kid in tok.kids)


def told_as_so(verb: Token) -> bool:
    """Whether a clause tells what is so already (*warned that rebels had taken X, that they were advancing on it*)."""
    helpers = verb.children("aux", "auxpass")
    so = verb.tag == "VBD" or any(kid.lower in _HELPING for kid in helpers)
    return so and all(kid.tag not in {"MD", "TO"} for kid in helpers)


_HELPING = frozenset("was were is are has have had been".split())
