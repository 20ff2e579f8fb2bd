"""Slips over who says it at the end of a sentence: taken for what was done, or for a remark on a place."""

from __future__ import annotations

from tripoint.resources.claims import people, words
from tripoint.resources.slips.trailing import RESULTS, armed
from tripoint.resources.slips.tree import hang
from tripoint.syntax import Token


def sayers(tok: Token) -> None:
    """*Men abducted ten people, including women, residents and an official said*: they abducted the ten, whom the
    parser took for those who say it; *residents and an official* say it."""
    told = next((kid for kid in tok.children("ccomp") if kid.i < tok.i and kid.tag in {"VBD", "VBN"}), None)
    if told is not None:
        _killed(told, tok)
        _overran(told, tok)
    if told is None and tok.dep == "ccomp" and tok.head.i < tok.i:
        told = tok.head  # *X has lost Y, the head of Z claimed*
    whom = next(iter(tok.children("nsubj")), None)
    if told is None or whom is None or told.children("dobj", "obj", "xcomp") or whom.i < told.i:
        return
    first = whom.subtree()[0].i
    if not told.children("nsubj") or any(one.text == "," and told.i < one.i < first for one in tok.subtree()):
        return
    last = next((one for one in whom.children("conj", "appos") if _right_before(one, tok)), None)
    if last is None or not any(kid.text == "," and kid.i < last.subtree()[0].i for kid in whom.kids):
        return
    hang(whom, told, "dobj")
    hang(last, tok, "nsubj")
    if tok.head is told:
        tok.dep = "parataxis"


def _killed(told: Token, tok: Token) -> None:
    """*X pounded Y, killing ten people, the Committees of Z said*: the ten were killed, the committees say it."""
    whom = next(iter(tok.children("nsubj")), None)
    over = next((kid for kid in told.children("advcl") if kid.tag == "VBG" and kid.lemma in RESULTS), None)
    over = over and next((kid for kid in reversed(over.children("conj")) if kid.tag == "VBG"), over)
    if over is None or whom is None or over.children("dobj") or not told.i < over.i < whom.subtree()[0].i <= over.i + 1:
        return
    last = next((one for one in whom.children("appos", "conj") if one.subtree()[-1].i == tok.i - 1), None)
    if last is not None and any(kid.text == "," and kid.i == last.subtree()[0].i - 1 for kid in whom.subtree()):
        hang(whom, over, "dobj")
        hang(last, tok, "nsubj")


def may_hide(tok: Token) -> bool:
    """Whether a saying may have as its subject what was done in the clause before it."""
    return (tok.dep == "ccomp" or bool(tok.children("ccomp"))) and not tok.children("dobj")


def _overran(told: Token, tok: Token) -> None:
    """*X fled after Y overran Z, the border guard said*: Z was overrun, the guard says it."""
    whom = next(iter(tok.children("nsubj")), None)
    verb = next((one for one in told.subtree() if whom is not None and one.i == whom.i - 1), None)
    if whom is None or verb is None or verb is told or verb.tag != "VBD" or verb.lemma not in armed():
        return
    last = next((one for one in whom.children("appos", "conj") if one.subtree()[-1].i == tok.i - 1), None)
    if last is not None and verb.children("nsubj") and not verb.children("dobj"):
        hang(whom, verb, "dobj")
        hang(last, tok, "nsubj")


def _right_before(noun: Token, verb: Token) -> bool:
    return noun.subtree()[-1].i == verb.i - 1 and noun.lemma in people()


def sayer_behind(tok: Token, tokens: list[Token]) -> None:
    """*X shot down a drone over Y, its spokesman, N. N., claimed*: the spokesman claims it, though the tree takes him
    for a remark on Y."""
    if tok.i < 4 or tokens[tok.i - 1].text != "," or tok.children("nsubj", "nsubjpass", "aux", "auxpass", "mark"):
        return
    name = tokens[tok.i - 2]
    while name.dep in {"compound", "flat"} and name.head is not name:
        name = name.head
    office = name.head if name.dep == "appos" else name
    if office is name or office.lemma not in words()["titles"] or office.dep != "appos" or office.i > tok.i:
        return
    first = office.subtree()[0].i
    if first and tokens[first - 1].text == "," and tok not in office.subtree():
        hang(office, tok, "nsubj")


def blaming_others(tok: Token, tokens: list[Token]) -> None:
    """*X denied that it had fired, blaming Y for it*: who denies it blames Y, and does not deny that he does."""
    told, over = tok.head, tok.head.head
    if tok.dep != "advcl" or told.dep != "ccomp" or over.lemma not in {"deny", "dismiss", "reject", "refute"}:
        return
    if tokens[tok.i - 1].text == "," and tok.i > told.i > over.i and not tok.children("mark", "nsubj"):
        hang(tok, over, "advcl")


BLAMING = frozenset("blaming accusing calling saying insisting adding claiming citing urging warning".split())
"""Participles of those who go on to speak."""
