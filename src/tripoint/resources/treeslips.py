"""Slips of the parser that cost a claim its side: each a small pattern of the tree, and what it stands for."""

from __future__ import annotations

from functools import lru_cache

from tripoint.resources.claims import triggers
from tripoint.syntax import Token


def mend(tokens: list[Token]) -> None:
    """Put right, in place, the slips of one sentence's tree."""
    for tok in tokens:
        if tok.text == "IS" and tok.tag == "VBZ":
            _abbreviation(tok, tokens)
        elif tok.lower == "head" and tok.tag in {"VBP", "VB"} and tok.dep == "ccomp":
            _title(tok)
        elif tok.tag == "VBG" and tok.dep == "acl" and not tok.kids and tok.lower in _happenings():
            _happening(tok, tokens)


@lru_cache(maxsize=1)
def _happenings() -> frozenset[str]:
    """Event nouns that look like participles (*shelling, bombing*)."""
    return frozenset(noun for noun in triggers().nouns if noun.endswith("ing"))


def _abbreviation(tok: Token, tokens: list[Token]) -> None:
    """*IS said, IS militants took*: in running text no auxiliary is written in capitals."""
    behind = tokens[tok.i + 1] if tok.i + 1 < len(tokens) else None
    if behind is not None and tok.head is tok and behind.dep == "nsubj" and behind.head.dep == "ccomp":
        _crown(behind.head, tok)
    if behind is None or tok.kids or not any(one.text.islower() and len(one.text) > 2 for one in tokens):
        return
    if behind.tag in {"NNS", "NN"} and behind.head is tok.head:
        _hang(tok, behind, "compound")
    elif tok.dep in {"aux", "auxpass"} and tok.head.i > tok.i and not tok.head.children("nsubj", "nsubjpass"):
        tok.dep = "nsubj"
    else:
        return
    tok.tag, tok.pos, tok.lemma = "NNP", "PROPN", "is"


def _happening(tok: Token, tokens: list[Token]) -> None:
    """*Army shelling kills ten*: the happening is the subject, not what the army was doing."""
    noun = tok.head
    verb = noun.head
    if noun.dep != "nsubj" or noun.i != tok.i - 1 or verb.i != tok.i + 1 or verb.tag not in {"VBZ", "VBD"}:
        return
    if any(kid is not tok and kid.i > noun.i for kid in noun.kids):
        return
    tok.tag, tok.pos, tok.lemma = "NN", "NOUN", tok.lower
    _hang(tok, verb, "nsubj")
    _hang(noun, tok, "compound")


def _title(tok: Token) -> None:
    """*Said the monitors head N. N.*: the head of the monitor, who says it, and no verb."""
    verb = tok.head
    owners, names = tok.children("nsubj"), [kid for kid in tok.children("dobj") if kid.tag == "NNP"]
    if len(owners) != 1 or len(names) != 1 or verb.i > owners[0].i or verb.children("nsubj") or names[0].i < tok.i:
        return
    name = names[0]
    for kid in [one for one in tok.kids if one is not name]:
        _hang(kid, name, "poss" if kid is owners[0] else kid.dep)
    _hang(name, verb, "nsubj")
    tok.tag, tok.pos = "NN", "NOUN"
    _hang(tok, name, "compound")


def _crown(verb: Token, tok: Token) -> None:
    """Make `verb`, which hangs on the root `tok`, the root, and hang all else on it."""
    if verb.head is not tok:
        return
    for kid in [one for one in tok.kids if one is not verb]:
        _hang(kid, verb, kid.dep)
    tok.kids.remove(verb)
    verb.head, verb.dep = verb, "ROOT"
    tok.head = verb
    verb.kids.append(tok)
    verb.kids.sort(key=lambda one: one.i)


def _hang(tok: Token, above: Token, dep: str) -> None:
    tok.head.kids.remove(tok)
    tok.head, tok.dep = above, dep
    above.kids.append(tok)
    above.kids.sort(key=lambda one: one.i)
