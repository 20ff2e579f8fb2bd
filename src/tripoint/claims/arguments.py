"""Subjects and objects of a verb: its own, the one its clause shares, or an antecedent."""

from __future__ import annotations

from dataclasses import dataclass

from tripoint.claims.elsewhere import (
    after_weekday,
    another_one,
    behind_as,
    behind_weekday,
    called_on,
    punished,
    what_is_left,
    who_has,
)
from tripoint.claims.tree import is_verb, small_clause
from tripoint.syntax import Token

BLAMING = {"accuse", "charge", "blame", "suspect", "convict", "condemn", "criticize", "criticise", "denounce"}
"""*Accused X of doing*: X is said to have done it."""
SEEING = {"see", "watch", "hear", "film", "show", "find", "catch", "observe", "spot"}
"""*Saw them setting up*: the object sets up."""
KEEPING = {"prevent", "stop", "keep", "block", "bar", "deter", "hinder", "ban", "dissuade"}
"""*Kept X from doing*: X is who would have done it."""
GOALS = {"goal", "aim", "objective", "plan", "intention", "purpose", "mission", "task", "strategy", "ambition"}
TRIES = {"attempt", "bid", "effort", "offer", "decision", "threat", "pledge", "vow", "drive", "push", "campaign"}
"""Nouns whose infinitive is what their owner tries (*the army's attempts to cut the road*)."""


_TURNING_DOWN = frozenset("reject refuse dismiss decline turn oppose veto rebuff spurn ignore".split())
_SHARES = frozenset("many some most several few all himself herself itself themselves".split())
"""*Bodies, many with tied hands, were found; was himself hit*: words that the parser takes for a second subject."""
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A token that fills a grammatical slot, and how it was found (`subject`, `shared subject`, `antecedent`, ...)."""

    tok: Token
    how: str


def subject(verb: Token, depth: int = 0) -> Argument | None:
    """The grammatical subject of `verb`, its own or the one its clause shares.

    Passive subjects are returned too: ask `is_passive(verb)`. None where sharing is unsafe.
    """
    own = verb.children("nsubj", "nsubjpass")
    if len(own) == 1 and own[0].lower in _SELVES:
        own = [tok for aux in verb.children("aux", "auxpass") for tok in aux.children("nsubj", "nsubjpass")] or own
    if own:
        tok = own[-1] if (own[-1].i < verb.i and own[-1].lower not in _SHARES) or len(own) == 1 else own[0]
        if tok.tag in {"WDT", "WP"} or tok.lower in {"which", "who", "that"}:
            if verb.dep == "relcl":
                return Argument(tok=verb.head, how="antecedent")
            if verb.dep == "conj" and verb.head.dep == "relcl":
                return Argument(tok=verb.head.head, how="antecedent")
            return None
        meant = another_one(tok)
        return Argument(tok=tok, how="subject") if meant is None else Argument(tok=meant, how="antecedent")
    left = what_is_left(verb)
    if left is not None:
        return Argument(tok=left, how="subject")
    lost = after_weekday(verb) or behind_as(verb)
    if lost is not None:
        return Argument(tok=lost, how="subject")
    if depth > 6:
        return None
    head = verb.head
    if verb.dep == "conj" and is_verb(head):
        return _shared(head, depth)
    if verb.dep in {"xcomp", "ccomp"} and head.lemma == "be" and not verb.children("nsubj"):
        goal = _goal_of(head)
        is_to = goal is None and verb.dep == "xcomp" and verb.tag == "VB"  # *the president is to meet X*
        return _shared(head, depth) if is_to else goal
    called = called_on(verb)
    if called is not None:
        return Argument(tok=called, how="object of the verb above")
    if verb.dep in {"xcomp", "ccomp"} and is_verb(head):
        held = head.children("dobj", "obj")
        if held and verb.tag == "VBG" and held[0].i < verb.i and head.lemma in SEEING:
            return Argument(tok=held[0], how="object of the verb above")
        if held and verb.dep == "xcomp" and held[0].i < verb.i and head.lemma not in {"promise", "use", "take"}:
            return Argument(tok=held[0], how="object of the verb above")
        return _shared(head, depth)
    if verb.dep == "acomp" and verb.tag == "VBN" and head.lemma in {"be", "remain"}:  # *are still trapped*
        return _shared(head, depth)
    if verb.dep == "xcomp":  # *were able to destroy*: the subject is that of the verb before the adjective
        return _shared(head.head if head.dep == "acomp" and is_verb(head.head) else head, depth)
    accuser = accuser_of(verb)
    if accuser is not None and head.lower in {"of", "with", "for"}:
        passive = accuser.children("nsubjpass")
        blamed = subject(accuser, depth + 1) if passive else direct_object(accuser, joined_above=False)
        return Argument(tok=blamed.tok, how="side that is blamed") if blamed is not None else None
    if accuser is not None and head.lower == "by":
        return None
    guilty = punished(head) if verb.dep == "pcomp" and head.lower == "for" else None
    if guilty is not None:
        return Argument(tok=guilty, how="side that is blamed")
    kept = next(iter(head.head.children("dobj")), None) if verb.dep == "pcomp" and head.lower == "from" else None
    if kept is not None and head.head.lemma in KEEPING:  # *prevented X from reaching the dam*
        return Argument(tok=kept, how="object of the verb above")
    if verb.dep in {"advcl", "pcomp"}:
        above = head if is_verb(head) else _above_noun(head)
        return _shared(above, depth) if is_verb(above) and above is not verb else None
    infinitive = any(kid.tag == "TO" for kid in verb.kids)
    if verb.dep == "acl" or (verb.dep == "relcl" and infinitive):
        if verb.tag in {"VBN", "VBG"} and not any(kid.tag == "TO" for kid in verb.kids):
            return Argument(tok=who_has(head), how="noun it modifies")
        holder = next(iter(head.children("poss", "compound")), None) if head.lemma in GOALS | TRIES else None
        if holder is not None and verb.dep == "acl":
            return Argument(tok=holder, how="holder of the goal")
        by = [pobj for kid in head.children("prep") if kid.lower == "by" for pobj in kid.children("pobj")]
        if head.lemma in GOALS | TRIES and verb.dep == "acl" and by:
            return Argument(tok=by[0], how="holder of the goal")  # *an attempt by X to take Y*
        above = _above_noun(head)
        if head.lemma in {"proposal", "request", "call", "demand"} and above.lemma in _TURNING_DOWN:
            return None  # *rejected a proposal to reopen the road*: it is not they who would
        given = next(iter(above.children("dative")), None) if infinitive else None
        if given is not None and given.tag.startswith("NN"):
            return Argument(tok=given, how="object of the verb above")  # *gave them three days to leave*
        if above.lemma == "be":
            return _goal_of(above)
        if above is not verb and is_verb(above):
            return _shared(above, depth)
    if verb.dep == "relcl":
        return None if _has_relative(verb) else Argument(tok=head, how="antecedent")
    if verb.dep == "amod":
        return Argument(tok=head, how="noun it modifies")
    return None


def accuser_of(verb: Token) -> Token | None:
    """*Accused them of planning it*: the verb of blame over a gerund; the preposition may hang on the object."""
    above = verb.head.head
    if verb.dep not in {"pcomp", "pobj"}:
        return None
    if above.dep in {"dobj", "nsubjpass"} and above.head.lemma in BLAMING and verb.head.i > above.head.i:
        above = above.head
    return above if above.lemma in BLAMING else None


def _goal_of(copula: Token) -> Argument | None:
    """*The aim of X is to take Y*: X is to take it."""
    for noun in copula.children("nsubj"):
        if noun.lemma not in GOALS:
            continue
        for kid in noun.kids:
            if kid.dep == "poss":
                return Argument(tok=kid, how="holder of the goal")
            if kid.dep == "prep" and kid.lower == "of":
                for pobj in kid.children("pobj"):
                    return Argument(tok=pobj, how="holder of the goal")
    return None


def _has_relative(verb: Token) -> bool:
    return any(kid.tag in {"WDT", "WP"} for kid in verb.kids)


def _shared(verb: Token, depth: int) -> Argument | None:
    found = subject(verb, depth + 1)
    return None if found is None else Argument(tok=found.tok, how="shared subject")


def direct_object(verb: Token, *, joined_above: bool = True) -> Argument | None:
    """The object of an active verb: its own, the antecedent of a relative pronoun, or one shared by joined verbs."""
    own = verb.children("dobj", "obj")
    for tok in own:
        if tok.tag in {"WDT", "WP"} or (tok.lower == "that" and verb.dep == "relcl"):
            relative = verb.head if verb.dep in {"xcomp", "ccomp"} else verb
            return Argument(tok=relative.head, how="antecedent") if relative.dep == "relcl" else None
        return Argument(tok=tok, how="object")
    told = small_clause(verb) or behind_weekday(verb)
    if told is not None:
        return Argument(tok=told, how="object")
    if verb.dep == "relcl" and subject(verb) is not None and verb.children("nsubj"):
        wh = next(
            (kid for kid in verb.kids if kid.tag in {"WDT", "WP"} and kid.dep not in {"nsubj", "nsubjpass"}), None
        )
        if wh is not None:
            return Argument(tok=verb.head, how="antecedent")
    if _unmarked(verb):
        return Argument(tok=verb.head, how="antecedent")
    if verb.dep == "relcl" and any(kid.tag in {"WDT", "WP"} for arg in verb.children("nsubj") for kid in arg.kids):
        return Argument(tok=verb.head, how="antecedent")
    if joined_above and verb.dep == "conj" and verb.head.dep == "relcl" and not verb.children("nsubj"):
        over = direct_object(verb.head)
        return over if over is not None and over.how == "antecedent" else None
    if verb.dep == "xcomp" and verb.head.dep == "relcl" and verb.head.children("nsubj") and _object_relative(verb):
        return Argument(tok=verb.head.head, how="antecedent")
    for kid in verb.children("conj"):
        if (
            is_verb(kid)
            and not kid.children("nsubj", "nsubjpass")
            and all(between.dep in {"cc", "punct", "advmod", "aux"} for between in _between(verb, kid))
        ):
            return direct_object(kid, joined_above=False)
    return None


_NO_OBJECTS = frozenset("day time way reason moment year month week night morning place point hour speed".split())
"""Nouns behind which a clause without a pronoun tells when, how or where."""


def _unmarked(verb: Token) -> bool:
    """*The sanctions it imposed*: a relative clause without a pronoun, whose verb has no object of its own."""
    if verb.dep != "relcl" or verb.tag not in {"VBD", "VBN", "VBZ", "VBP"} or verb.children("auxpass", "dobj", "ccomp"):
        return False
    subjects = verb.children("nsubj")
    if not subjects or verb.head.lemma in _NO_OBJECTS or any(tok.tag.startswith("W") for tok in verb.subtree()):
        return False
    stranded = any(prep.i == max(tok.i for tok in verb.subtree()) for prep in verb.children("prep"))
    return subjects[0].subtree()[0].i == verb.subtree()[0].i and not stranded and not verb.children("xcomp", "prt")


def _object_relative(verb: Token) -> bool:
    """*The town that they tried to take*: the relative pronoun is an object, of the infinitive or the verb above it."""
    kids = (*verb.head.kids, *verb.kids)
    return any(kid.tag in {"WDT", "WP"} and kid.dep in {"dobj", "pobj", "dep"} for kid in kids)


def _between(left: Token, right: Token) -> list[Token]:
    sentence = sorted({*left.subtree(), *right.subtree()}, key=lambda tok: tok.i)
    return [tok for tok in sentence if left.i < tok.i < right.i]


def _above_noun(noun: Token) -> Token:
    """The verb that governs a noun through nouns and prepositions, or the topmost token reached."""
    tok = noun
    while tok.head is not tok and not is_verb(tok):
        tok = tok.head
    return tok
