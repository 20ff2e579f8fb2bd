"""Whether a word for people or bodies heads a phrase of its own."""

from __future__ import annotations

from tripoint.mentions.composition import BACKED
from tripoint.resources.words import group_heads
from tripoint.syntax import Sentence, Token

_OUTLETS = frozenset({"News", "Agency", "Network", "Media", "TV", "Radio"})
"""Last words of outlets' names, which may hold a word for a body (*Northern Front News*)."""


_SHIPS = frozenset({"carrier", "ship", "vessel", "boat", "factory", "depot", "plant", "workshop", "launcher"})
_GENERAL = frozenset({"prosecutor", "attorney", "director", "inspector", "auditor", "consul"})
"""Offices whose *general* is no officer."""


def heads(tok: Token) -> bool:
    """Say whether the word is the head of its phrase: a noun that no further noun follows, no outlet's name."""
    if tok.text[:1].isupper() and tok.head.i > tok.i and tok.head.text in _OUTLETS:
        return False
    if tok.dep == "compound" and tok.head.i == tok.i + 1 and tok.head.lemma in _SHIPS:
        return False  # *a US aircraft carrier, a drone factory*
    if tok.lower == "general" and any(kid.lower in _GENERAL and kid.i == tok.i - 1 for kid in tok.kids):
        return False  # *the prosecutor general*
    return tok.pos in ("NOUN", "PROPN") or (tok.pos == "ADJ" and tok.text[:1].isupper() and tok.lower in group_heads())


def taken_for_verb(sentence: Sentence, tok: Token) -> bool:
    """Say whether the parser takes a head for a verb that forces nobody (*the government forces progress in ...*)."""
    after = sentence.tokens[tok.i + 1] if tok.i + 1 < len(sentence.tokens) else None
    plain = after is None or after.tag in ("NN", "IN", "VBD", "VBN", "RB", "MD", "VBP")
    return (
        tok.tag == "VBZ"
        and plain
        and any(other.tag in ("VBZ", "VBD", "MD") for other in sentence.tokens if other is not tok)
    )


def tied_word(sentence: Sentence, tok: Token) -> bool:
    """Say whether a word of fighters stands behind *X-backed* and describes a noun (*an X-backed militant push*)."""
    if tok.pos != "ADJ" or tok.i < 3:
        return False
    return sentence.tokens[tok.i - 2].text == "-" and sentence.tokens[tok.i - 1].lower in BACKED
