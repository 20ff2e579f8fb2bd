"""Slips that a word shows by itself: verbs that may be nouns, sayings, *dead*, *who*, a semicolon."""

from __future__ import annotations

from tripoint.resources.claims import triggers, words
from tripoint.resources.slips import (
    attachments,
    barenouns,
    bounds,
    happenings,
    headlines,
    objects,
    relatives,
    results,
    sayers,
    sayings,
    tolls,
    trailing,
)
from tripoint.resources.slips.tree import hang
from tripoint.syntax import Token

OVER = {"overran": "overrun", "retook": "retake"}
"""Past forms that the parser takes for names."""
VERBAL = frozenset({"VBZ", "VBG", "VBN", "VBP", "VB"})
_INNER = frozenset({"advcl", "acl", "relcl"})
_OVER_RESULTS = sayings.SAID | {"was", "were", "is", "are"}
_SIDED = frozenset({"affiliated", "linked", "allied"})
TOLD_BY_WORD = (sayings.DATED | sayings.TELLS | sayings.SAID | _SIDED | OVER.keys()) | (
    {"who", "claim", ";", "counter", "dead", "ablaze", "alight"} | {word.lower() for word in happenings.HEADLINED}
)
"""Tags and words by which a slip may show: all others are passed by."""


def by_word(tok: Token, tokens: list[Token]) -> None:
    """Put right the slip that the tag of a verb or the word itself may show."""
    if tok.tag == "VBZ" and tok.dep == "compound":
        headlines.plural(tok, tokens)
    elif tok.tag == "VBZ" and tok.lower.removesuffix("s") in words()["people_nouns"]:
        happenings.people(tok)
    elif tok.lower == "head" and tok.tag in {"VBP", "VB"} and tok.dep == "ccomp":
        sayings.title(tok)
    elif tok.lower in sayings.DATED and tok.dep in {"compound", "nmod"}:
        attachments.weekday(tok, tokens)
    elif tok.lower in sayings.WEEKDAYS and tok.dep == "npadvmod":
        happenings.offensive(tok, tokens)
    elif tok.tag == "VBZ" and tok.dep in {"pobj", "dobj"}:
        tok.tag, tok.pos = "NNS", "NOUN"  # *rocket and mortar shells*
    elif tok.tag == "VB" and tok.dep == "relcl" and tok.head.lower == "time":
        attachments.another_time(tok)
    elif tok.tag == "VB" and tok.dep == "pcomp":
        attachments.advantage(tok)
    elif tok.tag == "VBG" and tok.dep == "pobj" and tok.head.lower == "on" and tok.head.head.lemma in {"go", "keep"}:
        hang(tok, tok.head.head, "xcomp")  # *went on bombing X*
    elif tok.tag == "VBG" and tok.dep == "advcl" and (tok.head.dep in _INNER or tok.head.lower in _OVER_RESULTS):
        results.result(tok)
        objects.within(tok)
    elif tok.lower in trailing.LOADED and tok.dep == "amod":
        trailing.loaded(tok, tokens)
    elif tok.tag == "VBG" and tok.dep == "amod":
        barenouns.of_doing(tok)
    elif tok.tag == "VBG" and tok.dep == "dobj":
        attachments.second_object(tok)
    elif tok.lower == "who" and tok.dep in {"nsubj", "nsubjpass"}:
        relatives.who(tok, tokens)
    elif tok.lower == "claim" and tok.tag == "NN":
        sayings.claim(tok, tokens)
    elif tok.lower in sayings.TELLS and tok.tag == "NNS":
        sayings.reports(tok, tokens)
    elif tok.lower in {"ablaze", "alight"}:
        objects.ablaze(tok)
    elif tok.lower == "dead" and tok.i:
        objects.shot_dead(tok)
        tolls.dead(tok, tokens)
        happenings.left_dead(tok)
    elif tok.lower == "counter":
        happenings.counter(tok, tokens)
    elif tok.lower == ";":
        attachments.semicolon(tok)
    elif tok.text in happenings.HEADLINED and tok.tag in {"NNPS", "NNP"}:
        happenings.headlined(tok, tokens)
    elif tok.lower in _SIDED and tok.tag == "VBD" and tok.dep == "advcl":
        attachments.sided(tok)
    elif tok.lower in OVER and tok.tag != "VBD" and tok.children("dobj", "nsubj"):
        tok.tag, tok.pos, tok.lemma = "VBD", "VERB", OVER[tok.lower]
    elif tok.lower in sayings.SAID and tok.tag in {"VBD", "VBZ"} and not tok.children("nsubj", "nsubjpass", "agent"):
        sayings.sayer(tok, tokens)
        sayings.committee(tok, tokens)
        sayers.sayer_behind(tok, tokens)
    elif tok.lower in sayings.SAID and tok.tag == "VBD" and sayers.may_hide(tok):
        sayers.sayers(tok)
        sayings.among_them(tok)
    elif tok.lower in sayings.SAID and tok.children("dobj"):
        sayings.told_subject(tok)
    elif tok.tag == "VBP" and tok.dep == "nsubj" and tok.lower in triggers().nouns:
        tok.tag, tok.pos = "NN", "NOUN"  # *drone strike on X leaves ten dead*
    elif tok.tag == "VBG" and tok.dep in {"csubj", "nsubj", "pobj"} and tok.lower in happenings.like_participles():
        if all(kid.dep == "prep" for kid in tok.kids):  # *Shelling in X killed ten, lost men in fighting with X*
            tok.tag, tok.pos, tok.dep = "NN", "NOUN", "pobj" if tok.dep == "pobj" else "nsubj"
            tok.lemma = tok.lower
    elif tok.tag == "VBG" and tok.dep == "pcomp" and tok.lower in happenings.like_participles():
        bounds.told_of(tok)
        attachments.in_the_course(tok)
    elif tok.tag == "VBZ" and tok.dep == "conj" and tok.lower in happenings.plurals():
        happenings.several(tok, tokens)
    elif tok.tag == "VBZ" and tok.dep == "advcl" and tok.lower in happenings.plurals():
        bounds.after_them(tok)
    elif tok.tag == "VBG" and tok.dep == "conj" and tok.lower in happenings.like_participles():
        happenings.beside(tok, tokens)
    elif tok.tag == "VBZ" and tok.lower in {"attempts", "plans", "efforts", "threats"}:
        happenings.attempts(tok, tokens)
    elif tok.tag == "VBG" and tok.dep in {"acl", "advcl"} and tok.lower in happenings.like_participles():
        happenings.happening(tok, tokens)
        happenings.of_a_nation(tok)
    elif tok.tag == "VBN" and tok.dep == "acl" and tok.lower in triggers().held:
        attachments.nearest(tok, tokens)
        trailing.sided(tok)
