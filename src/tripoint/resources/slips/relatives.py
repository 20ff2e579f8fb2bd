"""Slips over what *which* and *who* stand for."""

from __future__ import annotations

from functools import lru_cache

from tripoint.resources.claims import people, words
from tripoint.resources.slips.bounds import told_by_which
from tripoint.resources.slips.tree import hang
from tripoint.syntax import Token

_WITHIN = frozenset({"in", "at", "from", "near"})
"""Prepositions between people and where they are."""


def which_opened(tok: Token) -> None:
    """*Talks between X and Y, which had opened in Z*: talks open, and no side of them; so with roads between towns."""
    verb = tok.head
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
