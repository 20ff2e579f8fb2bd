"""Subjects that stand elsewhere than the tree tells: behind *called on*, *what is left of*, *on Friday*, *as*."""

from __future__ import annotations

from tripoint.claims.tree import is_verb
from tripoint.resources.claims import words
from tripoint.syntax import Token

CALLING = {
    "call": {"on", "upon", "for"},
    "appeal": {"to", "for"},
    "wait": {"for"},
    "plead": {"with"},
    "shout": {"at", "to"},
}
"""Verbs whose infinitive is asked of whoever stands behind the preposition."""

WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
DAYTIMES = {"morning", "afternoon", "evening", "night", "noon", "midnight", "dawn", "dusk", "midday"}


def called_on(verb: Token) -> Token | None:
    """*Called on X to leave, appealed to X to stop*: X is to do it."""
    head = verb.head
    asked = CALLING.get(head.lemma)
    if asked is None or verb.dep not in {"xcomp", "advcl"} or not any(kid.tag == "TO" for kid in verb.kids):
        return None
    preps = (kid for kid in head.children("prep") if kid.lower in asked and kid.i < verb.i)
    return next((pobj for prep in preps for pobj in prep.children("pobj")), None)


def what_is_left(verb: Token) -> Token | None:
    """*What is left of X has retreated*: X, or what is left of it, is the subject."""
    for clause in verb.children("csubj", "csubjpass"):
        if clause.lemma in {"leave", "remain"} and any(kid.lower == "what" for kid in clause.kids):
            return next((pobj for kid in clause.children("prep") for pobj in kid.children("pobj")), None)
    return None


def after_weekday(verb: Token) -> Token | None:
    """*On Friday X seized*, without a comma, is parsed as *on [Friday X]*: X is the subject."""
    for prep in verb.children("prep"):
        if prep.i < verb.i and prep.lower == "on":
            for noun in prep.children("pobj"):
                day = noun.children("compound")
                if day and day[0].lower in WEEKDAYS and day[0].i == noun.i - 1 and verb.i - noun.i <= 4:
                    return noun
    return None


def behind_as(verb: Token) -> Token | None:
    """*It comes as X and Y have sought peace*, parsed as *as [X and Y]* and a clause without a subject: X is it."""
    finite = {"VBD", "VBP", "VBZ"}
    told = verb.tag in finite or any(kid.tag in finite | {"MD"} for kid in verb.children("aux"))
    if verb.dep != "advcl" or not told or verb.children("mark"):
        return None
    preps = (kid for kid in verb.head.children("prep") if kid.lower == "as" and kid.i < verb.i)
    return next((pobj for prep in preps for pobj in prep.children("pobj") if pobj.i < verb.i), None)


def who_has(noun: Token) -> Token:
    """*The role of X, barred from entering*: X is barred."""
    behind = [pobj for kid in noun.children("prep") if kid.lower == "of" for pobj in kid.children("pobj")]
    return behind[0] if noun.lemma in _SHOWING and behind else noun


_SHOWING = frozenset("role involvement participation video photo photograph picture footage clip".split())
"""Nouns behind whose *of* stands who it is about."""


def behind_weekday(verb: Token) -> Token | None:
    """*Restored on Sunday order to X*, parsed as *on [Sunday order]*: the order is the object."""
    for prep in verb.children("prep"):
        if prep.lower == "on" and prep.i == verb.i + 1:
            for noun in prep.children("pobj"):
                day = noun.children("compound")
                if day and day[0].lower in WEEKDAYS and day[0].i == prep.i + 1 and noun.tag.startswith("NN"):
                    return None if noun.lemma in DAYTIMES else noun
    return None


def forced(verb: Token) -> Token | None:
    """*Forced them to flee*: the verb of the force under which they fled."""
    over = verb.head
    infinitive = verb.dep in {"xcomp", "ccomp"} and any(kid.tag == "TO" for kid in verb.kids)
    return over if infinitive and over.lemma in _FORCING and bool(over.children("dobj", "nsubjpass")) else None


def another_one(tok: Token) -> Token | None:
    """*Nine drones were shot down but one hit a depot, and another one fell on X*: the weapons that were told of."""
    if tok.dep not in {"nsubj", "nsubjpass"} or tok.lower not in _ONE or tok.children("prep", "poss", "relcl"):
        return None
    top = next((one for one in tok.ancestors() if one.head is one), tok)
    before = [one for one in top.subtree() if one.i < tok.i and one.tag in {"NN", "NNS"}]
    flown = words()["weapon_nouns"] | words()["aircraft_nouns"]
    fit = [one for one in before if one.lemma in flown and one.dep not in {"compound", "nmod"}]
    return fit[-1] if fit and len({one.lemma for one in fit}) == 1 else None


_ONE = frozenset("one another others".split())
_FORCING = frozenset({"force", "compel", "cause", "oblige"})


_PUNISHING = frozenset("sanction punish arrest jail imprison sentence fine convict try detain prosecute indict".split())


def punished(reason: Token) -> Token | None:
    """*Imposed sanctions on X for backing Y, X was jailed for killing Y*: X did it."""
    verb = next((one for one in (reason.head, *reason.ancestors()) if is_verb(one)), reason)
    held = verb.children("dobj", "obj", "nsubjpass")
    if verb.lemma in _PUNISHING:
        return held[0] if held else None
    nouns = [one for one in held if one.lemma == "sanction"]
    preps = [kid for one in (verb, *nouns) for kid in one.children("prep") if kid.lower in {"on", "against"}]
    return next((pobj for kid in preps for pobj in kid.children("pobj")), None) if nouns else None
