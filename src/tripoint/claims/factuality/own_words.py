"""A verb's own modal, negation, condition and adverbs."""

from __future__ import annotations

from tripoint.claims.factuality.found import Factuality
from tripoint.claims.factuality.tops import conj_top
from tripoint.claims.refuting import is_told
from tripoint.claims.tree import believing, is_verb, negated, no_longer
from tripoint.model import (
    Modality,
)
from tripoint.resources.claims import words
from tripoint.syntax import Token

ALMOST = frozenset({"nearly", "almost"})
"""Adverbs right before a past verb that say that it did not come to it."""
ANNOUNCING = frozenset(
    {"announcement", "statement", "declaration", "promise", "pledge", "vow", "news", "word", "report"}
)
"""Nouns whose clause tells what was said."""


def own_words(found: Factuality, verb: Token, *, first: bool) -> None:
    """The verb's own modal, negation, mark and adverbs."""
    lexicon = words()
    if first and _nor(verb):
        found.deny("factuality.negation", verb)
    regretted = regrets(verb)
    for kid in verb.kids:
        if regretted and (kid.tag == "MD" or kid.dep == "neg" or kid.lower == "never"):
            continue  # *should never have been bombed*: it was
        if first and kid.dep in {"nsubj", "nsubjpass", "dobj"} and (kid.lower in _NOBODY or _no(kid)):
            found.deny("factuality.no", kid)
        elif kid.lower == "could" and verb.lemma in {"hear", "see"} and verb.tag == "VBN":
            continue  # *fire could be heard*: it was
        elif kid.tag == "MD" and kid.lower in lexicon.maps["modals"]:
            found.mark(_modal(verb, kid.lower), "factuality.modal", kid)
        elif kid.dep == "advcl" and kid.lemma in lexicon["confirming"] and negated(kid) and _about_it(kid):
            found.mark(Modality.UNCONFIRMED, "factuality.unconfirmed", kid)
        elif (
            kid.dep == "neg"
            or (kid.dep == "advmod" and kid.lower in {"never", "hardly"})
            or (_not_below(kid) or no_longer(kid))
        ):
            if first and not _until(verb):
                found.deny("factuality.negation", kid)
        elif (
            first and kid.dep == "advmod" and kid.lower in ALMOST and kid.i == verb.i - 1 and verb.tag in {"VBD", "VBN"}
        ):
            found.deny("factuality.almost", kid)
        elif kid.dep == "mark" and kid.lower == "once" and _past(verb):
            continue  # *once they had bombed it, ...*
        elif kid.lower == "whether" and verb.dep in {"csubj", "csubjpass"}:
            found.wonder(kid)  # *whether it will do so is doubtful*
        elif kid.dep == "mark" and kid.lower in lexicon["conditional_marks"]:
            found.mark(Modality.CONDITIONAL, "factuality.condition", kid)
        elif kid.dep == "advmod" and kid.lower in lexicon["possible_adverbs"]:
            found.mark(Modality.POSSIBLE, "factuality.adverb", kid)
        elif kid.dep == "advmod" and kid.lemma in lexicon.maps["hedges"]:
            found.hedged = True
        elif _conditional(kid) and not (first and verb.lemma in _THREATENING and _told_so(verb)):
            found.mark(Modality.CONDITIONAL, "factuality.condition", kid)
    if first and verb.dep in {"advcl", "ccomp"} and inverted(verb):
        found.mark(Modality.CONDITIONAL, "factuality.condition", verb.subtree()[0])
    going = verb.dep == "xcomp" and verb.head.lower == "going" and any(k.tag == "TO" for k in verb.kids)
    if going:
        found.mark(Modality.PLANNED, "factuality.going_to", verb.head)


def _told_so(verb: Token) -> bool:
    return verb.tag in {"VBD", "VBZ", "VBP"} or any(kid.lower in {"has", "have"} for kid in verb.children("aux"))


_THREATENING = frozenset({"threaten", "warn", "vow", "pledge", "promise", "demand"})
"""What is threatened hangs on the condition, and not the threat."""
_NOBODY = frozenset({"nobody", "none", "nothing"})


def _no(tok: Token) -> bool:
    """*No foreign troops are taking part, not one bomb fell, put no mine there*: denied, and with it the act."""
    return any(
        kid.lower == "neither" or (kid.dep == "det" and kid.lower == "no") or (kid.dep == "neg" and kid.lower == "not")
        for kid in (*tok.kids, *(one for number in tok.children("nummod") for one in number.kids))
    )


def _until(verb: Token) -> bool:
    """*Did not fall until March*: it fell."""
    return _past(verb) and any(kid.lower in {"until", "till"} and kid.children("pobj") for kid in verb.children("prep"))


def _past(verb: Token) -> bool:
    return verb.tag == "VBD" or any(
        kid.lower in {"had", "did", "was", "were"} for kid in verb.children("aux", "auxpass")
    )


def _not_below(kid: Token) -> bool:
    """*Are still not held*: the negation may hang on the auxiliary."""
    return kid.dep in {"aux", "auxpass"} and bool(kid.children("neg"))


def shared_aux(found: Factuality, verb: Token, above: Token) -> None:
    """Joined verbs share a modal when the second is a bare form (*may enter and seize*)."""
    if verb.tag == "VB" and not verb.children("aux"):
        own_words(found, conj_top(above), first=False)


def _conditional(kid: Token) -> bool:
    """An if-clause below the verb; *once* may hang on the noun of its clause. *If compared, if needed* is none."""
    if kid.dep == "advcl":
        if inverted(kid):
            return True
        if any(believing(one) is kid for one in (kid, *kid.children("xcomp"))):
            return False
        if kid.tag == "VBN" and not kid.children("nsubj", "nsubjpass", "aux", "auxpass"):
            return False
        return any(one.dep in {"mark", "advmod"} and one.lower in {"if", "unless", "once"} for one in kid.kids)
    return kid.dep in {"dobj", "npadvmod"} and any(one.lower in {"once", "unless"} for one in kid.children("advmod"))


def inverted(verb: Token) -> bool:
    """*Should the town fall, had they taken it*: a condition told by the order of its words."""
    first = verb.subtree()[0]
    turned = first.lower in {"should", "had", "were"} and first in verb.children("aux") and not verb.children("mark")
    return turned and any(first.i < kid.i < verb.i for kid in verb.kids if kid.dep in {"nsubj", "nsubjpass", "det"})


def _modal(verb: Token, modal: str) -> Modality:
    """*Would* under a past report is a plan told in the past (*said it would withdraw*)."""
    top = conj_top(verb)
    over = top.head
    reported = (top.dep == "ccomp" and over.tag in {"VBD", "VBN"} and over.lemma in words()["reporting"]) or (
        top.dep in {"acl", "ccomp"} and over.lemma in ANNOUNCING
    )
    if modal == "would" and (reported or _under_a_plan(top)):
        return Modality.PLANNED
    return Modality(words().maps["modals"][modal])


def _nor(verb: Token) -> bool:
    """*Did not enter the camp, nor did they fire; neither shelled nor stormed it*."""
    if any(kid.lower == "neither" and kid.dep in {"preconj", "cc", "advmod"} for kid in verb.kids):
        return True
    over = verb.head
    joined = verb.dep == "conj" and is_verb(over) and not any(kid.dep == "neg" for kid in verb.kids)
    return joined and any(kid.lower == "nor" and kid.dep == "cc" and over.i < kid.i < verb.i for kid in over.kids)


def regrets(verb: Token) -> bool:
    """*Should not have been allowed to*: what the verb tells, and what hangs on it, was done."""
    helpers = {kid.lower for kid in verb.children("aux")}
    denied = any(kid.dep == "neg" or kid.lower == "never" for kid in verb.kids)
    return {"should", "have"} <= helpers and denied and verb.tag == "VBN"


def _under_a_plan(verb: Token) -> bool:
    """*Under the deal, X would leave*: what has been laid down."""
    plans = [pobj for kid in verb.children("prep") if kid.lower == "under" for pobj in kid.children("pobj")]
    return any(one.lemma in _PLANS for one in plans)


_PLANS = frozenset("plan deal agreement accord proposal truce pact draft roadmap scheme term treaty".split())


def unverified(found: Factuality, tok: Token) -> None:
    """*Said it had taken X, a claim that could not be verified*: what sums up what was said leaves it open."""
    over = next((one for one in tok.ancestors() if is_verb(one)), tok)
    for noun in over.children("npadvmod"):
        for clause in noun.children("relcl") if is_told(noun) else ():
            if clause.lemma in words()["confirming"] and negated(clause):
                found.mark(Modality.UNCONFIRMED, "factuality.unconfirmed", clause)


def _about_it(verb: Token) -> bool:
    """*... although this could not be confirmed*: the clause beside speaks of the act."""
    return any(kid.lower in {"this", "it", "that", "which"} for kid in verb.children("nsubj", "nsubjpass"))
