"""Which slip a word may show, and the mending of it."""

from __future__ import annotations

from tripoint.resources.slips import (
    attachments,
    barenouns,
    bounds,
    disguises,
    gaps,
    happenings,
    headlines,
    interjections,
    objects,
    relatives,
    sayers,
    sayings,
    tolls,
    trailing,
)  # fmt: skip
from tripoint.resources.slips.byword import OVER, TOLD_BY_WORD, VERBAL, by_word
from tripoint.resources.slips.mainverbs import behind_its_name, garden_path, led_in, reduced, sent_by, taken_so
from tripoint.resources.slips.openings import opened
from tripoint.resources.slips.tree import FINITE, hang
from tripoint.syntax import Token

_TOLD = frozenset({"VBD", "VBZ"})
_NO_NAMES = frozenset({"RB", "VBG", "VBN", "VB", "VBP", "VBD", "NN"})
"""Tags that a name may get inside a sentence."""


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
            tolls.two_tolls(tok)
            trailing.meanwhile(tok)
            trailing.supposed(tok)
            trailing.while_others_say(tok)
            attachments.after_they_had(tok)
            relatives.that_they_took(tok)
            if tok.tag == "VBN":
                barenouns.held_by(tok, tokens)
            if tok.dep == "amod":
                barenouns.fleeing_they_did(tok, tokens)
            if tok.dep == "pcomp" and tok.tag == "VBN":
                headlines.with_them(tok)
            if tok.dep == "advcl":
                if tok.lower in sayings.SAID:
                    bounds.after_which_said(tok)
                bounds.before_mark(tok)
                trailing.taken_before(tok, tokens)
            if tok.lower in OVER or tok.lower == "overrun":
                tok.lemma = OVER.get(tok.lower, tok.lower)
            if tok.lower == "taken":
                taken_so(tok)
            if tok.dep == "acl":
                objects.sheltered(tok)
            elif tok.dep in {"ccomp", "pcomp"}:
                objects.so_called(tok)
                objects.that_they_bombed(tok, tokens)
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
            barenouns.of_what(tok, tokens)
        if tok.lemma in relatives.SUMMING and tok.tag == "NN":
            relatives.summing_up(tok, tokens)
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
        elif tok.lower == "which" and tok.dep == "dobj":
            relatives.which_behind(tok, tokens)
        if tok.dep == "xcomp" and tok.tag in {"VBG", "NN"} and tok.lower in happenings.like_participles():
            bounds.fled(tok)
        if tok.lower == "accuse" and tok.tag == "NN":
            tok.tag, tok.pos, tok.lemma = "VBP", "VERB", "accuse"
        if tok.lower in disguises.DRESSED:
            disguises.dressed_as(tok, tokens)
        if tok.tag == "RP" and tok.head.tag == "CD" and tok.i and tokens[tok.i - 1].lemma == "take":
            hang(tok, tokens[tok.i - 1], "prt")  # *took over five positions*
        if tok.dep == "amod" and tok.lower in barenouns.TAKING:
            barenouns.and_recovered(tok, tokens)
        if tok.lower in sayers.BLAMING:
            sayers.blaming_others(tok, tokens)
        if tok.dep == "pobj" and tok.head.lower == "as":
            objects.dismissed(tok, tokens)
        elif tok.dep == "dobj" and tok.tag == "NN":
            objects.evening_before(tok)
            objects.called_false(tok)
        if tok.dep == "conj" and tok.tag in {"NN", "NNS", "NNP"}:
            gaps.of_the_second(tok)
        elif tok.tag in FINITE and len(tok.children("nsubj", "nsubjpass")) == 2:
            gaps.both_subjects(tok)
        if tok.lemma == "help" and tok.pos == "VERB":
            objects.helped(tok, tokens)
        elif tok.dep in {"dobj", "pobj"} and tok.lower in {"prisoner", "captive", "hostage"}:
            objects.taken(tok)
        if tok.lower == "and" and tok.dep == "cc":
            gaps.left_out(tok, tokens)
            gaps.counted_again(tok, tokens)
        elif tok.lower in gaps.PARTING and tok.dep == "punct":
            gaps.counted_again(tok, tokens)
        if tok.lower == "under" and tok.dep == "prep":
            barenouns.under_siege(tok, tokens)
        elif tok.lower == "since" and tok.dep == "prep":
            barenouns.since_then(tok, tokens)
        if tok.lower in {"upon", "against", "on"} and tok.dep == "prep":
            attachments.aimed_at(tok, tokens)
        if tok.tag in VERBAL or tok.lower in TOLD_BY_WORD:
            by_word(tok, tokens)
    led_in(tokens)
    behind_its_name(tokens)
    garden_path(tokens)
    reduced(tokens)
    for tok in tokens:
        tok.forget()  # a slip may have looked below a word before another changed what hangs there
