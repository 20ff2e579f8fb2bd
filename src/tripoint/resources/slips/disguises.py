"""Slips over those who look like others: what stands behind *dressed as* tells how they look, and does nothing."""

from __future__ import annotations

from tripoint.resources.slips.tree import hang, rise
from tripoint.syntax import Token

DRESSED = frozenset("dressed disguised clad camouflaged posing masquerading".split())
"""Participles of those who look like somebody else."""
_SUBJECTS = ("nsubj", "nsubjpass", "npadvmod")


def dressed_as(tok: Token, tokens: list[Token]) -> None:
    """*Gunmen dressed as police abducted a judge*, parsed as *dressed, as police abducted a judge*: the gunmen did."""
    mark = tokens[tok.i + 1] if tok.i + 1 < len(tokens) else tok
    verb = mark.head
    looks = [kid for kid in verb.children("nsubj", "nsubjpass") if mark.i < kid.i < verb.i]
    if mark.lower != "as" or mark.dep not in {"mark", "advmod"} or not looks or verb.i < tok.i:
        return
    if tok.children("aux", "auxpass"):
        return  # *were dressed as police*
    noun = tok.head if tok.dep == "acl" else next((kid for kid in tok.children(*_SUBJECTS) if kid.i < tok.i), None)
    if noun is None or noun.i > tok.i:
        return
    if noun.head is not verb:
        _lift(verb, noun, noun if tok.dep == "acl" else tok)
        hang(noun, verb, "nsubjpass" if verb.children("auxpass") else "nsubj")
    hang(tok, noun, "acl")
    tok.tag = "VBG" if tok.lower.endswith("ing") else "VBN"
    hang(mark, tok, "prep")
    for one in looks:
        hang(one, mark, "pobj")


def _lift(verb: Token, noun: Token, top: Token) -> None:
    """Put `verb` where the tree has `top`, with all that stands behind it."""
    prep = noun.head
    if top is noun and noun.dep == "pobj" and prep.i < noun.i:  # *on Tuesday gunmen*, parsed as *on [Tuesday gunmen]*
        for kid in [one for one in noun.kids if one.dep in {"compound", "nmod"} and one.i == prep.i + 1]:
            hang(kid, prep, "pobj")
        top = prep
    above = top.head
    rise(verb, top)
    if above is not top and verb.dep not in {"ccomp", "parataxis", "conj", "advcl", "relcl"}:
        verb.dep = "ccomp"
    for kid in [one for one in (*top.kids, *noun.kids) if one.i > verb.i]:
        hang(kid, verb, "advcl" if kid.dep == "acl" else kid.dep)
