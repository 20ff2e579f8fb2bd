"""Slips over tolls that headlines tell without a verb: *seven dead, thirty wounded in a bombing*."""

from __future__ import annotations

from tripoint.resources.slips.headlines import HARMED
from tripoint.resources.slips.tree import crown, hang
from tripoint.syntax import Token


def two_tolls(tok: Token) -> None:
    """*Three killed, 30 wounded in an attack*: two tolls of one act, joined as by *and*."""
    told = tok.lower in HARMED or (tok.lower == "dead" and tok.tag == "VBN")
    if not told or tok.head is not tok or tok.children("aux", "auxpass", "dobj"):
        return
    for number in [kid for kid in tok.kids if kid.i > tok.i and kid.tag == "CD"]:
        second = next((kid for kid in number.children("acl") if kid.lower in HARMED and kid.i == number.i + 1), None)
        if second is not None:
            hang(second, tok, "conj")
            hang(number, second, "nsubj")
            return
    first = next((kid for kid in tok.kids if kid.i < tok.i and kid.lower in HARMED), None)
    if (
        first is None
        or first.dep not in {"advcl", "ccomp", "nsubj"}
        or first.children("mark", "aux", "auxpass", "advmod")
    ):
        return
    if any(kid.lower in {"and", "or", "but"} for kid in tok.kids if first.i < kid.i < tok.i):
        return
    crown(first, tok)
    tok.dep = "conj"
    for kid in [one for one in first.kids if one.i > first.i and one is not tok and one.dep != "punct"]:
        hang(kid, tok, "nsubj" if kid.i < tok.i and kid.dep in {"nsubj", "nummod", "dep"} else kid.dep)


def dead(tok: Token, tokens: list[Token]) -> None:
    """*Seven dead in a bombing, town shelled, one dead*: a toll without its verb is told as *seven killed*."""
    number = tokens[tok.i - 1] if tok.i else tok
    behind = tokens[tok.i + 1] if tok.i + 1 < len(tokens) else None
    counted = number.tag == "NNS" and any(kid.tag == "CD" for kid in number.children("nummod"))
    if number.tag != "CD" and not counted and number.lower not in {"dozens", "scores", "hundreds", "thousands"}:
        return
    if behind is not None and behind.tag not in {"IN", ",", "CC", ".", ":", "RB", "TO"}:
        return
    first = min((one.i for one in number.subtree() if one.i < tok.i), default=number.i)
    if first and tokens[first - 1].tag not in {",", ":"}:
        return
    if tok.head is number and (number.head is number or number.dep in {"nummod", "nsubj", "dep", "appos"}):
        _told_of(tok, number)
    elif tok.head is not tok or number.head is not tok or tok.children("aux", "cop"):
        return
    number.dep = "nsubj"
    tok.tag, tok.pos, tok.lemma = "VBN", "VERB", "kill"
    for kid in tok.kids:
        if kid.dep == "ccomp" and kid.i < number.i:
            kid.dep = "parataxis"
    two_tolls(tok)


def _told_of(tok: Token, number: Token) -> None:
    """Hang *seven* on *dead*, and *dead* where *seven* hung; *dozens wounded* behind it is joined to it."""
    if number.head is number:
        own = [kid for kid in number.kids if kid.i < number.i]
        crown(tok, number)
        for kid in own:
            hang(kid, number, kid.dep)
        return
    over = number.head
    hurt = next((kid for kid in over.children("acl") if kid.lower in HARMED), None)
    if over.head is not over or hurt is None or over.i < tok.i:
        return
    hang(tok, over, "dep")
    hang(number, tok, "nsubj")
    crown(tok, over)
    hang(hurt, tok, "conj")
    hang(over, hurt, "nsubj")
