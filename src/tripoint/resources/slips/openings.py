"""Slips over the first word of a sentence, whose capital tells nothing: a name, an act, an inverted *had*."""

from __future__ import annotations

from tripoint.resources.claims import people
from tripoint.resources.slips import headlines, trailing
from tripoint.resources.slips.attachments import ARTICLES
from tripoint.resources.slips.tree import FINITE, hang
from tripoint.syntax import Token

_SUBJECTS = ("nsubj", "nsubjpass")
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
    elif tok.lower == "should" and tok.dep == "aux" and tok.head.tag == "NN" and tok.head.dep == "advcl":
        _should(tok.head, tokens)
    elif tok.dep == "prep" and tok.tag == "IN":
        _behind_place(tok, tokens)


def _names(tok: Token) -> bool:
    """Return whether the word, a subject, is a name that the parser took for another word."""
    if tok.tag == "RB":
        return tok.lower not in _WHERE and tok.head.tag in {"VBN", "VBD", "VBZ"}
    return tok.tag in {"NN", "VB", "VBP", "UH", "FW", "JJ"} and tok.ent in _NAMES


def _should(verb: Token, tokens: list[Token]) -> None:
    """*Should the talks in Doha fail, ...*: a verb, and what stands before it ends its own phrase."""
    verb.tag, verb.pos, verb.lemma = "VB", "VERB", verb.lower
    before = tokens[verb.i - 1]
    prep = tokens[before.i - 1] if before.i else before
    if before.head is verb and before.dep == "compound" and prep.dep == "prep" and not prep.kids:
        hang(before, prep, "pobj")


def _behind_place(prep: Token, tokens: list[Token]) -> None:
    """*On the outskirts of X, soldiers and militiamen held off Y*, parsed as a list: they held them off."""
    verb = prep.head
    if verb.i < prep.i or verb.tag not in FINITE | {"VBG", "VBN"} or verb.children(*_SUBJECTS, "expl", "csubj"):
        return
    for tok in prep.subtree():
        comma = tok.subtree()[0].i - 1
        if tok.dep != "conj" or tok.tag != "NNS" or tok.lemma not in people() or tokens[comma].text != ",":
            continue
        if tok.head.tag not in {"NNP", "NN"} or tok.head.lemma in people():
            continue
        if tok.subtree()[-1].i == min([verb.i, *(kid.i for kid in verb.children("aux", "auxpass"))]) - 1:
            hang(tok, verb, "nsubjpass" if verb.children("auxpass") else "nsubj")
            return
