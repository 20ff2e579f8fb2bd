"""What a verb of saying, thinking or wishing holds: its clause, its object, its phrases, the clause it interrupts.

Two scopes: what the verb's subject *vouches for* as a happening (`told`), which makes it a claim's speaker, and all
that it gives of the subject's words, thoughts and wishes (`held`), which an attribution lists.
"""

from __future__ import annotations

from tripoint.claims.arguments import direct_object
from tripoint.claims.tree import is_passive, is_verb
from tripoint.resources.claims import words
from tripoint.resources.voices import voice_words
from tripoint.syntax import Token

WISHING = {"vow", "pledge", "promise", "threaten", "hope", "expect"}
MISREAD = {"hoping": "hope", "hoped": "hope", "rated": "rate", "rating": "rate", "felt": "feel"}
"""Participles that the parser gives the wrong lemma (*hop, rat*)."""


def lemma(tok: Token) -> str:
    """The dictionary form."""
    return MISREAD.get(tok.lower, tok.lemma.lower())


def told(verb: Token) -> frozenset[int]:
    """The tokens that a reporting verb vouches for."""
    lists, name = voice_words(), lemma(verb)
    if name not in words()["reporting"] | lists.told_prepositions:
        return frozenset()
    found: set[int] = set()
    for kid in verb.kids:
        if name in words()["reporting"] and (
            kid.dep in {"ccomp", "parataxis"} or (kid.dep == "xcomp" and name not in WISHING)
        ):
            found |= _below(kid)
        if kid.dep == "prep" and kid.lower == "as":
            found |= _below(kid)
        if kid.dep in {"prep", "agent"} and name in lists.told_prepositions:
            if kid.lower in lists.prepositions.get(name, ()):
                found |= _below(kid)
            for inner in verb.children("dobj"):
                found |= _of_object(inner, lists.prepositions.get(name, frozenset()))
    if not found:
        found |= _interrupted(verb)
    if name in lists.told_objects:
        if is_passive(verb) and verb.children("nsubjpass"):
            return frozenset(found | _passive(verb))
        held_object = direct_object(verb)
        if not found and held_object is not None and held_object.how == "object":
            found |= _below(held_object.tok)
    return frozenset(found - _own(verb))


def held(verb: Token) -> frozenset[int]:
    """The tokens that give what the verb's subject says, thinks, feels or wishes; `told` is part of it."""
    lists, name = voice_words(), lemma(verb)
    found = set(told(verb))
    passive = is_passive(verb)
    preps = lists.prepositions.get(name, frozenset())
    for kid in verb.kids:
        clause = kid.dep in {"ccomp", "xcomp", "parataxis"}
        infinitive = any(one.tag == "TO" for one in kid.kids)
        if clause and name in lists.clause and not (kid.dep == "xcomp" and infinitive and kid.i > verb.i):
            found |= _below(kid)
        if clause and infinitive and name in lists.infinitive:
            found |= _below(kid)
        if clause and kid.tag == "VBG" and name in lists.object | lists.clause:
            found |= _below(kid)
        if clause and name in lists.addressed and infinitive and _addressee(verb, kid):
            found |= _below(kid)
            found |= set().union(*(_below(one) for one in verb.children("dobj")), set())
        if kid.dep in {"prep", "dative"} and (kid.lower in preps or (kid.lower == "as" and name in lists.naming)):
            found |= _below(kid)
            if name in lists.naming and kid.lower == "as" and not passive:
                found |= set().union(*(_below(one) for one in verb.children("dobj")), set())
        if kid.dep == "prep" and kid.lower in {"to", "with", "from"} and name in lists.compared_to:
            found |= _below(kid)
            found |= set().union(*(_below(one) for one in verb.children("dobj")), set())
        if kid.dep == "prt" and kid.lower in {"out", "up", "on", "back"}:
            found |= set().union(*(_below(one) for one in kid.children("prep", "pobj")), set())
        if kid.dep in {"oprd", "attr"} and name in lists.naming:
            found |= _below(kid)
            found |= set().union(*(_below(one) for one in verb.children("dobj", "nsubjpass")), set())
        if kid.dep == "dobj" and name in lists.object:
            found |= _below(kid)
        if kid.dep == "dobj" and preps:
            found |= _of_object(kid, preps)
    if passive and name in lists.object | lists.clause | lists.naming and verb.children("nsubjpass"):
        found |= _passive(verb) if found or verb.children("agent") or name in lists.told_objects else set()
    if not found and name in lists.clause:
        found |= _interrupted(verb)
    return frozenset(found - (_own(verb) - (_passive(verb) if passive else set())))


def _addressee(verb: Token, clause: Token) -> bool:
    """Whether somebody stands between the verb and its infinitive (*urged X to leave, want X to leave*)."""
    own = [*verb.children("dobj", "dative", "nsubjpass"), *clause.children("nsubj")]
    own += [kid for kid in verb.children("prep") if kid.lower in {"on", "for", "upon"}]
    return bool(own)


def _of_object(obj: Token, preps: frozenset[str]) -> set[int]:
    """*Blamed the rebels for the fire*, parsed as *[the rebels for the fire]*."""
    return set().union(*(_below(kid) for kid in obj.children("prep") if kid.lower in preps - {"of", "to", "on"}), set())


def _passive(verb: Token) -> set[int]:
    """What is said of the subject of *was reported, is said to be, was described as*."""
    found: set[int] = set()
    for kid in verb.kids:
        if kid.dep in {"nsubjpass", "xcomp", "ccomp", "oprd"} or (
            kid.dep == "prep" and kid.lower in {"as", "in", "on", "at", "near"}
        ):
            found |= _below(kid)
    return found


def _interrupted(verb: Token) -> set[int]:
    """*X, he said, is Y; as police have said*: the clause above."""
    if verb.dep in {"parataxis", "advcl", "relcl", "acl"} and verb.children("nsubj", "nsubjpass"):
        as_clause = any(kid.lower == "as" and kid.i < verb.i for kid in verb.kids)
        marked = any(kid.dep in {"mark", "advmod"} and kid.tag in {"IN", "WRB"} for kid in verb.kids)
        if verb.dep in {"relcl", "acl"} and not _set_off(verb):
            return set()
        if (is_verb(verb.head) or verb.dep in {"relcl", "acl"}) and (as_clause or not marked):
            if any(kid.tag in {"WDT", "WP"} for kid in verb.kids):
                return set()
            top = verb.head
            while verb.dep in {"relcl", "acl"} and not is_verb(top) and top.head is not top:
                top = top.head
            return _below(top) - _below(verb)
    return set()


def _set_off(verb: Token) -> bool:
    """Whether the verb's clause stands between commas and holds little but its subject."""
    own = verb.subtree()
    return (
        len(own) <= 8
        and not verb.children("dobj", "ccomp", "prep")
        and any(kid.text in {",", "-", "–", "—"} for kid in (*verb.head.kids, *verb.kids))
    )


def _below(tok: Token) -> set[int]:
    return {one.i for one in tok.subtree()}


def _own(verb: Token) -> set[int]:
    """Tokens of the reporting clause itself: verb, subject, auxiliaries, time."""
    own = {verb.i}
    for kid in verb.kids:
        if kid.dep in {"nsubj", "nsubjpass", "aux", "auxpass", "npadvmod", "agent"}:
            own |= _below(kid)
    return own
