"""Slips over words that headlines leave out: auxiliaries, the word between two sentences, articles."""

from __future__ import annotations

from functools import lru_cache

from tripoint.resources.claims import triggers, words
from tripoint.resources.slips.tree import FINITE, crown, hang
from tripoint.syntax import Token

_OBJECTS = ("dobj", "obj", "attr", "ccomp", "xcomp")
HARMED = frozenset({"killed", "wounded", "injured", "hurt", "slain"})


def done_by(tok: Token) -> None:
    """*Militants pushed back by troops*: who has a doer behind *by* and no object is done to."""
    if not tok.children("agent") or tok.children("aux", "auxpass", *_OBJECTS):
        return
    tok.tag = "VBN"
    for kid in tok.children("nsubj"):
        kid.dep = "nsubjpass"


def with_them(tok: Token) -> None:
    """*With both sides accused of crimes, with dozens of houses burnt*: who or what stands there is done to."""
    if tok.head.lower == "with" and not tok.children("aux", "auxpass", *_OBJECTS):
        for kid in tok.children("nsubj"):
            kid.dep = "nsubjpass"


def finite_name(tok: Token) -> None:
    """*Libya's X recaptures Y*: the name right before a finite verb is its subject, and no part of it."""
    before = [kid for kid in tok.kids if kid.i < tok.i]
    if not before or before[-1].dep != "compound" or before[-1].i != tok.i - 1 or tok.children("nsubj", "nsubjpass"):
        return
    name = before[-1]
    for kid in [one for one in before[:-1] if one.dep in {"compound", "poss", "amod", "det", "nmod", "nummod"}]:
        hang(kid, name, kid.dep)
    name.dep = "nsubj"


def and_allies(tok: Token) -> None:
    """*Syrian army, allies take control of X*: the comma of a headline stands for *and*."""
    subjects = tok.children("nsubj")
    before = [kid for kid in tok.kids if kid.dep in {"dep", "nmod", "npadvmod"} and kid.tag.startswith("NN")]
    if len(subjects) != 1 or not before or before[-1].i > subjects[0].i:
        return
    comma = [kid for kid in tok.kids if kid.text == "," and before[-1].i < kid.i < subjects[0].i]
    first = min(one.i for one in subjects[0].subtree())
    if len(comma) != 1 or comma[0].i != first - 1 or subjects[0].tag == "PRP":
        return
    before[-1].dep = "nsubj"
    hang(subjects[0], before[-1], "conj")


def rising(tok: Token) -> None:
    """*The toll in X climbs to 47, X estimates*: a verb that ends in *s*, with a subject of its own, is no plural."""
    stem = tok.lower.removesuffix("s")
    if tok.head is tok and tok.children("nsubj") and not tok.children("cop", "det", "amod"):
        stem = stem if stem in _telling() else stem.removesuffix("e")
        if stem in _telling():
            tok.tag, tok.pos, tok.lemma = "VBZ", "VERB", stem


def plural(tok: Token, tokens: list[Token]) -> None:
    """*X jihadists attack convoy, kill 35*: people, and what they do; the parser read a verb and a pile of nouns."""
    if tok.lower.removesuffix("s") not in words()["people_nouns"] or tok.children("aux", "dobj"):
        return
    act = tokens[tok.i + 1] if tok.i + 1 < len(tokens) else tok
    held = act.head
    if act.dep != "compound" or tok.head is not held or held.dep not in {"nsubj", "dobj"} or held.i < act.i:
        return
    if act.lower not in triggers().verbs or any(one.tag in FINITE for one in tokens[: act.i] if one is not tok):
        return
    tok.tag, tok.pos, tok.lemma = "NNS", "NOUN", tok.lower.removesuffix("s")
    over = held.head
    act.tag, act.pos, act.lemma = "VBP", "VERB", act.lower
    if over is not held and over.i > held.i and over.tag in {"VB", "VBP"} and over.head is over:
        _crown_over(act, held, over)
    else:
        return
    for kid in [one for one in held.kids if one.i < act.i]:
        hang(kid, act if kid is tok else tok, "nsubj" if kid is tok else "compound")
    for one in [*tok.kids]:
        if one.dep == "nsubj":
            one.dep = "compound"


def _crown_over(act: Token, held: Token, over: Token) -> None:
    """Make `act`, below its object `held`, the root, and the root `over` a verb joined to it."""
    own = [kid for kid in over.kids if kid.i > over.i]
    hang(act, over, "ccomp")
    crown(act, over)
    over.dep = "conj"
    hang(held, act, "dobj")
    for kid in own:
        hang(kid, over, kid.dep)


@lru_cache(maxsize=1)
def _armed() -> frozenset[str]:
    """People, forces and what they strike with."""
    return words()["force_nouns"] | words()["people_nouns"] | words()["aircraft_nouns"] | words()["weapon_nouns"]


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Verbs of tolls that rise, and of saying."""
    return words()["reaching_verbs"] | words()["reporting"] | {"estimate", "insist", "maintain"}


_SHARES = frozenset("parts areas districts quarters suburbs outskirts villages towns sections swathes".split())


def opening(tok: Token, tokens: list[Token]) -> None:
    """*Rockets struck a hospital*: the capital is that of the sentence."""
    if tok.dep not in {"nsubj", "nsubjpass", "ROOT"} or tok.text[1:] != tok.lower[1:]:
        return
    stem = tok.lower if tok.tag == "NNP" else tok.lower.removesuffix("s")
    if tok.lower in _SHARES and any(kid.lower == "of" and kid.i == 1 for kid in tok.kids):
        tok.tag, tok.pos, tok.lemma = "NNS", "NOUN", tok.lower.removesuffix("s")  # *Parts of the town were shelled*
        return
    behind = tokens[1] if len(tokens) > 1 else tok
    if stem not in _armed() or behind.tag.startswith("NN") or behind.lower in {"of", "for", "-"}:
        return
    tok.tag, tok.pos, tok.lemma = ("NN" if tok.tag == "NNP" else "NNS"), "NOUN", stem


_STRIKING = frozenset("shell bomb bombard pound strafe hit strike target raid storm ambush liberate evacuate".split())


def struck(tok: Token) -> None:
    """*X shelled overnight*: what is no force and has no object was shelled."""
    if tok.lemma not in _STRIKING or tok.children("aux", "auxpass", "agent", "prt", *_OBJECTS) or tok.dep == "relcl":
        return
    subjects = tok.children("nsubj")
    if len(subjects) != 1 or subjects[0].tag not in {"NNP", "NN"} or subjects[0].lemma.lower() in _armed():
        return
    below = [kid for kid in tok.kids if kid.i > tok.i and kid.dep != "punct"]
    if below and not all(
        kid.dep in {"advmod", "npadvmod", "prep", "conj", "cc"} and kid.lower != "at" for kid in below
    ):
        return
    tok.tag, subjects[0].dep = "VBN", "nsubjpass"


def two_told(tok: Token) -> None:
    """*Town retaken by army, 20 rebels killed*: two sentences, each of a noun and its participle."""
    subjects = tok.children("nsubj", "nsubjpass")
    if tok.head is not tok or len(subjects) != 2 or tok.children("aux", "auxpass", "dobj"):
        return
    first, second = subjects
    verb = next((kid for kid in first.children("acl") if kid.tag == "VBN"), None)
    if verb is None or not any(kid.text == "," and first.i < kid.i < second.i for kid in tok.kids):
        return
    hang(verb, tok, "parataxis")
    hang(first, verb, "nsubjpass")
