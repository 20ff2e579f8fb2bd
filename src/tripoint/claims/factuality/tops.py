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
