"""Which slip a word may show, and the mending of it."""

from __future__ import annotations

from tripoint.resources.claims import triggers, words
from tripoint.resources.slips import (
    attachments,
    bounds,
    gaps,
    happenings,
    headlines,
    interjections,
    objects,
    relatives,
    sayings,
    trailing,
)  # fmt: skip
from tripoint.resources.slips.mainverbs import behind_its_name, garden_path, led_in, reduced, sent_by, taken_so
from tripoint.resources.slips.openings import opened
from tripoint.resources.slips.tree import FINITE, hang
from tripoint.syntax import Token

_VERBAL = frozenset({"VBZ", "VBG", "VBN", "VBP", "VB"})
_TOLD = frozenset({"VBD", "VBZ"})
_INNER = frozenset({"advcl", "acl"})
_NO_NAMES = frozenset({"RB", "VBG", "VBN", "VB", "VBP", "VBD", "NN"})
"""Tags that a name may get inside a sentence."""
_OVER = {"overran": "overrun", "retook": "retake"}
"""Past forms that the parser takes for names."""
_SIDED = frozenset({"affiliated", "linked", "allied"})
_TOLD_BY_WORD = (sayings.DATED | sayings.TELLS | sayings.SAID | _SIDED | _OVER.keys()) | (
    {"who", "claim", ";", "counter", "dead", "ablaze", "alight"} | {word.lower() for word in happenings.HEADLINED}
)
"""Tags and words by which a slip may show: all others are passed by."""


def mend(tokens: list[Token]) -> None:
    """Put right, in place, the slips of one sentence's tree."""
    if tokens:
        opened(tokens[0], tokens)
    for tok in tokens:
        if tok.dep == "conj" and (tok.tag == "VBD" or (tok.tag == "VBN" and tok.children("aux"))):
            attachments.joined_to_infinitive(tok)
            bounds.after_both(tok)
        elif tok.tag == "NNP" and tok.lower in attachments.ARTICLES:
            attachments.article(tok, tokens)
        if tok.dep == "conj" and tok.lemma in sayings.JUDGING and tok.tag in {"VBD", "VBN"}:
            sayings.accuses_too(tok)
        if tok.dep == "conj" and tok.lower in {"allied", "affiliated"}:
            bounds.and_allied(tok)
        elif tok.dep == "conj" and tok.tag in {"NNP", "NNPS"}:
            bounds.seated(tok)
        if tok.tag == "VBD" or tok.tag == "VBN":
            bounds.of_which(tok)
            sent_by(tok)
            headlines.done_by(tok)
            headlines.struck(tok)
            headlines.two_told(tok)
            headlines.two_tolls(tok)
            trailing.meanwhile(tok)
            trailing.supposed(tok)
            if tok.dep == "pcomp" and tok.tag == "VBN":
                headlines.with_them(tok)
            if tok.dep == "advcl":
                if tok.lower in sayings.SAID:
                    bounds.after_which_said(tok)
                bounds.before_mark(tok)
                trailing.taken_before(tok, tokens)
            if tok.lower in _OVER:
                tok.lemma = _OVER[tok.lower]
            if tok.lower == "taken":
                taken_so(tok)
            if tok.dep == "acl":
                objects.sheltered(tok)
            elif tok.dep in {"ccomp", "pcomp"}:
                objects.so_called(tok)
        elif tok.tag == "VBZ" or tok.tag == "VBP":
            headlines.finite_name(tok)
            headlines.and_allies(tok)
            if tok.tag == "VBP" and tok.dep == "conj":
                trailing.seen(tok)
        elif tok.tag == "NNS" and tok.head is tok:
            headlines.rising(tok)
        elif tok.tag == "NNS" and tok.dep == "relcl" and tok.children("nsubj"):
            tok.tag, tok.pos, tok.lemma = "VBZ", "VERB", tok.lower.removesuffix("s")  # *whom the minister accuses of*
        elif tok.lower in {"should", "had", "were"} and tok.dep in {"aux", "auxpass"}:
            interjections.unless_met(tok, tokens)
        if tok.tag in _NO_NAMES and tok.i and tok.text[:1].isupper():
            bounds.name_behind(tok, tokens)
        if tok.tag == "VB" and tok.text[:1].isupper() and tok.dep in {"advcl", "xcomp", "acl"}:
            bounds.name_behind_to(tok, tokens)
        if tok.tag == "VB" and tok.dep == "ccomp" and tok.head.lemma in attachments.WANTING:
            attachments.wanted_of(tok)
        if tok.lower == "of" and tok.dep == "prep":
            attachments.of_the_others(tok, tokens)
        if tok.lemma in relatives.SUMMING and tok.tag == "NN":
            relatives.summing_up(tok)
        if tok.lower in interjections.SAYING and tok.tag in FINITE:
            relatives.said_within(tok)
            interjections.interjected(tok, tokens)
            interjections.turned_round(tok)
            sayings.said_on(tok)
            sayings.between_numbers(tok)
        elif tok.dep == "conj" and tok.head.lower in interjections.SAYING:
            interjections.goes_on(tok)
        if tok.lower == "which" and tok.dep in {"nsubj", "nsubjpass"}:
            relatives.which_opened(tok)
        if tok.dep == "xcomp" and tok.tag in {"VBG", "NN"} and tok.lower in happenings.like_participles():
            bounds.fled(tok)
        if tok.lemma == "help" and tok.pos == "VERB":
            objects.helped(tok, tokens)
        elif tok.dep == "dobj" and tok.lower in {"prisoner", "captive", "hostage"}:
            objects.taken(tok)
        if tok.lower == "and" and tok.dep == "cc":
            gaps.left_out(tok, tokens)
            gaps.counted_again(tok, tokens)
        elif tok.lower in gaps.PARTING and tok.dep == "punct":
            gaps.counted_again(tok, tokens)
        if tok.lower in {"upon", "against", "on"} and tok.dep == "prep":
            attachments.aimed_at(tok, tokens)
        if tok.tag not in _VERBAL and tok.lower not in _TOLD_BY_WORD:
            continue
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
        elif (
            tok.tag == "VBG" and tok.dep == "pobj" and tok.head.lower == "on" and tok.head.head.lemma in {"go", "keep"}
        ):
            hang(tok, tok.head.head, "xcomp")  # *went on bombing X*
        elif tok.tag == "VBG" and tok.dep == "advcl" and (tok.head.dep in _INNER or tok.head.lower in sayings.SAID):
            trailing.result(tok)
            objects.within(tok)
        elif tok.lower in trailing.LOADED and tok.dep == "amod":
            trailing.loaded(tok, tokens)
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
            headlines.dead(tok, tokens)
            happenings.left_dead(tok)
        elif tok.lower == "counter":
            happenings.counter(tok, tokens)
        elif tok.lower == ";":
            attachments.semicolon(tok)
        elif tok.text in happenings.HEADLINED and tok.tag in {"NNPS", "NNP"}:
            happenings.headlined(tok, tokens)
        elif tok.lower in _SIDED and tok.tag == "VBD" and tok.dep == "advcl":
            attachments.sided(tok)
        elif tok.lower in _OVER and tok.tag != "VBD" and tok.children("dobj", "nsubj"):
            tok.tag, tok.pos, tok.lemma = "VBD", "VERB", _OVER[tok.lower]
        elif (
            tok.lower in sayings.SAID and tok.tag in {"VBD", "VBZ"} and not tok.children("nsubj", "nsubjpass", "agent")
        ):
            sayings.sayer(tok, tokens)
            sayings.committee(tok, tokens)
            trailing.sayer_behind(tok, tokens)
        elif tok.lower in sayings.SAID and tok.tag == "VBD" and trailing.may_hide(tok):
            trailing.sayers(tok)
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
    led_in(tokens)
    behind_its_name(tokens)
    garden_path(tokens)
    reduced(tokens)
    for tok in tokens:
        tok.forget()  # a slip may have looked below a word before another changed what hangs there
