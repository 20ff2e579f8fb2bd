"""Slips over what *which* and *who* stand for."""

from __future__ import annotations

from functools import lru_cache

from tripoint.resources.claims import people, words
from tripoint.resources.slips.bounds import told_by_which
from tripoint.resources.slips.trailing import armed
from tripoint.resources.slips.tree import FINITE, hang
from tripoint.syntax import Token

_WITHIN = frozenset({"in", "at", "from", "near"})
"""Prepositions between people and where they are."""


def which_opened(tok: Token) -> None:
    """*Talks between X and Y, which had opened in Z*: talks open, and no side of them; so with roads between towns."""
    verb = tok.head
    told = verb.dep == "ccomp" and verb.head.dep == "relcl" and not verb.children("dobj", "auxpass")
    if told and any(kid.i > tok.i for kid in verb.children("nsubj")):
        tok.dep = "dobj"  # *a prison, which X says it has recaptured*
        return
    if verb.dep == "ccomp" and verb.head.i < tok.i and tok.i < verb.i:
        told_by_which(tok, verb)
    if verb.dep != "relcl":
        return
    between = next((one for one in verb.ancestors() if one.lower in {"between", "with"}), None)
    noun = between.head if between is not None else tok
    if between is None or between.dep != "prep" or verb.head not in between.subtree():
        return
    if (noun.lemma in _TALKS and verb.lemma in _COURSE) or (noun.lemma in _WAYS and between.lower == "between"):
        hang(verb, noun, "relcl")


def which_behind(tok: Token, tokens: list[Token]) -> None:
    """*Had retreated from X, which jets were bombing*: they bombed X; it is no second thing that was said."""
    verb = tok.head
    if verb.dep in {"aux", "auxpass"} and verb.head.i > verb.i:
        for kid in [*verb.kids]:
            hang(kid, verb.head, kid.dep)
        verb = verb.head
    before = tokens[tok.i - 2] if tok.i > 1 and tokens[tok.i - 1].text == "," else tok
    if verb.dep not in {"conj", "ccomp", "advcl"} or before.tag not in {"NNP", "NN", "NNS"} or verb.i < tok.i:
        return
    if verb.children("nsubj") and not verb.children("cc") and verb not in before.ancestors():
        hang(verb, before, "relcl")


def that_they_took(tok: Token) -> None:
    """*Retook two posts that jihadists had overrun*: which posts they were; *retook* says nothing."""
    over = tok.head
    mark = next((kid for kid in tok.children("mark") if kid.lower == "that"), None)
    if mark is None or tok.dep not in {"ccomp", "advcl"} or tok.children("dobj", "auxpass", "ccomp", "xcomp"):
        return
    held = [kid for kid in over.children("dobj") if over.i < kid.i < mark.i]
    if len(held) == 1 and held[0].tag in {"NN", "NNS"} and over.lemma in armed() and tok.lemma in armed():
        hang(tok, held[0], "relcl")
        mark.dep, mark.tag = "dobj", "WDT"


_WAYS = frozenset("road highway route railway corridor crossing bridge border pipeline line".split())
_COURSE = frozenset("open begin start resume continue end collapse erupt break last".split())
_TALKS = frozenset("talk negotiation clash battle fighting truce ceasefire war feud battle meeting dialogue".split())
"""Nouns of what begins and ends between sides."""


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    """People, and the words that count them (*dozens who*)."""
    return people() | words()["counting_nouns"]


def who(tok: Token, tokens: list[Token]) -> None:
    """*A stance on N. N. who continues ...*: no thing is a *who*; it is whom the word before it names.

    *A woman in N. who was asked*: no place is a *who* either, but the one in it.
    """
    verb = tok.head
    before = tokens[tok.i - 1] if tok.i else tok
    if verb.dep != "relcl" or not before.tag.startswith("NN"):
        return
    if verb.head is before:
        place = before.dep == "pobj" and before.tag == "NNP" and before.head.lower in _WITHIN
        if place and before.head.head.lemma in _persons():
            hang(verb, before.head.head, "relcl")
        return
    thing = verb.head.tag in {"NN", "NNS"} and verb.head.lemma not in _persons()
    if thing and before not in verb.subtree() and verb not in before.ancestors():
        hang(verb, before, "relcl")


def said_within(said: Token) -> None:
    """*X, whose troops the mission said had killed ten*: the troops killed, and the mission says it."""
    noun = said.head
    if said.dep != "relcl" or said.tag != "VBD":
        return
    verb = noun.head
    if noun.dep == "nsubj" and verb.dep == "relcl" and verb.i > said.i > noun.i and _whose(noun):
        if said.children("nsubj") and not said.children("ccomp", "dobj"):
            hang(said, verb, "parataxis")
        return
    troops = next((kid for kid in said.children("nsubj") if _whose(kid)), None)
    told = next((kid for kid in said.children("ccomp") if kid.i > said.i and kid.children("aux")), None)
    who = next(iter(troops.children("appos")), None) if troops is not None else None
    if troops is None or told is None or who is None or who.i > said.i or told.children("nsubj", "nsubjpass"):
        return
    hang(told, noun, "relcl")
    hang(who, said, "nsubj")
    hang(troops, told, "nsubjpass" if told.children("auxpass") else "nsubj")
    hang(said, told, "parataxis")


def _whose(noun: Token) -> bool:
    return any(kid.tag == "WP$" for kid in noun.children("poss"))


def summing_up(tok: Token, tokens: list[Token]) -> None:
    """*X urged Y to send arms to Z, a demand that Y turned down; a claim denied by Y*: it sums up what was said, and is
    no word of it."""
    if tok.dep not in {"appos", "dobj"} or not any(kid.lower in {"a", "an"} for kid in tok.children("det")):
        return
    clause = next((kid for kid in tok.children("relcl") if kid.children("nsubj", "nsubjpass")), None)
    clause = clause or next((kid for kid in tok.children("acl") if kid.tag == "VBN" and kid.children("agent")), None)
    root = next((one for one in tok.ancestors() if one.head is one), tok)
    comma = tokens[tok.subtree()[0].i - 1].text == "," and tok.head.i < tok.i
    if clause is None or not comma or root.tag not in FINITE:
        return
    said = next((one for one in tok.ancestors() if one.tag in FINITE), root)
    hang(tok, said, "npadvmod")
    for kid in [one for one in clause.children("mark") if one.lower == "that" and not clause.children("nsubjpass")]:
        kid.dep, kid.tag = "dobj", "WDT"


SUMMING = frozenset("demand claim call appeal request charge accusation allegation offer proposal plea".split())
"""Nouns that sum up what has been said."""
