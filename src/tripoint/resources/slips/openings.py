"""Slips over the first word of a sentence, whose capital tells nothing: a name, an act, an inverted *had*."""

from __future__ import annotations

from tripoint.resources.slips import headlines, trailing
from tripoint.resources.slips.attachments import ARTICLES
from tripoint.syntax import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
_WHERE = frozenset("here there elsewhere nowhere anywhere everywhere somewhere only almost nearly about".split())


def opened(tok: Token, tokens: list[Token]) -> None:
    """Put right the first word of a sentence."""
    if tok.tag in {"NNP", "NNPS"}:
        if tok.lower not in ARTICLES:
            headlines.opening(tok, tokens)
    elif tok.dep in _SUBJECTS and not tok.kids and _names(tok):
        tok.tag, tok.pos, tok.lemma = "NNP", "PROPN", tok.text  # *Soledar was captured*
    elif tok.lower == "nor" and tok.head is not tok:
        tok.dep = "neg"  # *Nor had X lost ten tanks*
    elif tok.lower == "had":
        trailing.inverted(tok)


def _names(tok: Token) -> bool:
    """Return whether the word, a subject, is a name that the parser took for another word."""
    if tok.tag == "RB":
        return tok.lower not in _WHERE and tok.head.tag in {"VBN", "VBD", "VBZ"}
    return tok.tag in {"NN", "VB", "VBP", "UH", "FW", "JJ"} and tok.ent in _NAMES
