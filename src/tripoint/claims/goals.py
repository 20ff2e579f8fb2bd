"""What an operation is for, where its own phrase says so: *the campaign to retake X from Y*."""

from __future__ import annotations

from tripoint.claims.tree import is_verb
from tripoint.resources.claims import triggers
from tripoint.syntax import Token

TYPES = frozenset({"operation", "attack", "advance"})
"""Acts that are carried out for the sake of a place."""
_TAKING = frozenset({"capture", "sweep"})


def goal(noun: Token) -> Token | None:
    """Return the infinitive that stands right behind an event noun and tells which place is to be taken."""
    verb = noun.head
    beside = [*noun.kids, *(verb.kids if noun.dep == "dobj" and is_verb(verb) else ())]
    for kid in beside:
        to = next((tok for tok in kid.children("aux") if tok.tag == "TO"), None)
        if kid.dep in {"acl", "advcl", "xcomp", "relcl"} and to is not None and to.i == noun.i + 1:
            senses = triggers().verbs.get(kid.lemma) or ()
            return kid if any(sense.type in _TAKING for sense in senses) else None
    return None


def serves(verb: Token) -> bool:
    """Return whether a verb tells what an operation is for: it is no more than planned, whatever became of that."""
    above = verb.head
    nouns = [above, *(kid for kid in above.kids if kid.dep == "dobj")]
    return any(tok.lemma in triggers().nouns and goal(tok) is verb for tok in nouns if tok is not verb)


def failed_attempt(verb: Token) -> bool:
    """Return whether a verb tells what attempts were that failed (*several attempts to storm the town failed*)."""
    tries = verb.head
    return (
        verb.dep == "acl"
        and tries.lemma in {"attempt", "bid", "effort"}
        and tries.tag == "NNS"
        and tries.dep == "nsubj"
        and tries.head.lemma == "fail"
    )
