"""Slips over results behind a comma (*killing ten*): whose they are of the clauses before them."""

from __future__ import annotations

from tripoint.resources.claims import words
from tripoint.resources.slips.trailing import MEANWHILE, RESULTS, armed
from tripoint.resources.slips.tree import FINITE, hang
from tripoint.syntax import Token


def result(tok: Token) -> None:
    """*A shell hit X as deputies were debating a law, killing two*: the shell killed them, and not the deputies."""
    inner = tok.head
    if tok.lemma not in RESULTS or tok.dep != "advcl" or tok.i < inner.i:
        return
    told = [kid for kid in inner.children("ccomp") if kid.i < inner.i and kid.lemma in armed()]
    if told and inner.lemma in words()["reporting"]:  # *X hit Y, officials said, killing nine*
        hang(tok, told[-1], "advcl")
    if inner.dep in {"advcl", "relcl"} and any(kid.lower == "where" for kid in inner.children("advmod")):
        _beyond_where(tok, inner)
    if inner.lemma == "be":
        _of_the_blast(tok, inner)
    if inner.dep != "advcl" or tok.head is not inner:
        return
    over = inner.head
    meanwhile = any(kid.lower in MEANWHILE for kid in inner.children("mark", "advmod"))
    comma = any(kid.text == "," and kid.i == tok.i - 1 for kid in (*inner.kids, *over.kids, *tok.kids))
    shared = inner.tag == "VBG" and not inner.children("nsubj")  # *while chasing bandits, killing ten*
    if meanwhile and comma and inner.i > over.i and over.lemma in armed() and (shared or inner.lemma not in armed()):
        hang(tok, over, "advcl")


def _of_the_blast(tok: Token, inner: Token) -> None:
    """*Were behind the bomb that exploded in X, wounding six*: the bomb wounded them."""
    below = [one for one in inner.subtree() if inner.i < one.i < tok.i and one.dep == "relcl" and one.lemma in armed()]
    if below:
        hang(tok, below[-1], "advcl")


def _beyond_where(tok: Token, inner: Token) -> None:
    """*Jets hit a school where families were sheltering, killing ten*: the jets killed them."""
    over = next((one for one in inner.ancestors() if one.tag in FINITE), None)
    comma = any(kid.text == "," and kid.i == tok.i - 1 for kid in (*inner.kids, *inner.head.kids, *tok.kids))
    if comma and over is not None and over.i < inner.i and over.lemma in armed() and inner.lemma not in armed():
        hang(tok, over, "advcl")
