"""What a verb of saying, thinking or wishing holds: its clause, its object, its phrases, the clause it interrupts.

Two scopes: what the verb's subject *vouches for* as a happening (`told`), which makes it a claim's speaker, and all
that it gives of the subject's words, thoughts and wishes (`held`), which an attribution lists.
"""

from __future__ import annotations

from tripoint.claims.arguments import direct_object
from tripoint.claims.predicates.tolls import telling
from tripoint.claims.refuting import CALLING, REFUTING, content, leaves_open, refuter
from tripoint.claims.tree import is_passive
from tripoint.claims.voices.interruptions import asides, below, broken_off, goes_on, interrupted, lemma, remarks
from tripoint.resources.claims import words
from tripoint.resources.voices import voice_words
from tripoint.syntax import Token

WISHING = {"vow", "pledge", "promise", "threaten", "hope", "expect"}


def told(verb: Token) -> frozenset[int]:
    """The tokens that a reporting verb vouches for."""
    lists, name = voice_words(), lemma(verb)
    if leaves_open(verb):
        return frozenset()
    if name == "put" and any(kid.lower == "it" for kid in verb.children("dobj")):
        return frozenset(interrupted(verb))
    if name == "speak" or name in words()["setting_verbs"] or name in words()["counting_verbs"]:
        counted = [tok for kid in verb.children("dobj", "prep") for tok in (kid, *kid.children("pobj")) if telling(tok)]
        if counted:
            return frozenset(set().union(*(below(tok) for tok in counted)))
    if name in REFUTING | CALLING:  # *rejected reports that*: who rejects them vouches for the denial
        refuted = [one for kid in verb.children("dobj", "nsubjpass") if refuter(kid) for one in content(kid)]
        if refuted:
            return frozenset(set().union(*(below(one) for one in refuted)))
    if name == "deny" and any(kid.lemma in words()["shares"] for kid in verb.children("dobj")):
        return frozenset()  # *denied any part in the raid*: that there was a raid is not theirs to vouch for
    if not (name in words()["reporting"] or name in lists.told_prepositions or name in lists.told_objects):
        return frozenset()
    found: set[int] = set()
    kids = [kid for kid in verb.kids if not broken_off(verb, kid)]
    for kid in kids:
        if name in words()["reporting"] and (
            kid.dep in {"ccomp", "parataxis"} or (kid.dep == "xcomp" and name not in WISHING)
        ):
            found |= below(kid)
        if kid.dep == "prep" and kid.lower == "as":
            found |= below(kid)
        if kid.dep == "dobj" and name in lists.told_prepositions:
            found |= _of_object(kid, lists.prepositions.get(name, frozenset()))
        if kid.dep in {"prep", "agent"} and name in lists.told_prepositions:
            if kid.lower in lists.prepositions.get(name, ()):
                found |= below(kid)
            if kid.dep == "prep" and found:
                # *complained of artillery shelling*, where the parser takes the last noun for a participle
                last = kid.subtree()[-1].i
                found |= set().union(*(below(one) for one in verb.children("advcl") if one.i == last + 1), set())
    if not found and name in words()["reporting"]:
        found |= interrupted(verb)
    found |= set().union(*(below(kid) for kid in kids if kid.dep == "conj" and goes_on(verb, kid)), set())
    if name in lists.told_objects:
        if is_passive(verb) and verb.children("nsubjpass"):
            return frozenset(found | _passive(verb))
        held_object = direct_object(verb)
        if not found and held_object is not None and held_object.how == "object":
            found |= below(held_object.tok)
    return frozenset(found - _own(verb) - remarks(verb) - asides(verb, found))


def held(verb: Token) -> frozenset[int]:
    """The tokens that give what the verb's subject says, thinks, feels or wishes; `told` is part of it."""
    lists, name = voice_words(), lemma(verb)
    found = set(told(verb))
    passive = is_passive(verb)
    preps = lists.prepositions.get(name, frozenset())
    for kid in (one for one in verb.kids if not broken_off(verb, one)):
        clause = kid.dep in {"ccomp", "xcomp", "parataxis"}
        infinitive = any(one.tag == "TO" for one in kid.kids)
        if clause and name in lists.clause and not (kid.dep == "xcomp" and infinitive and kid.i > verb.i):
            found |= below(kid)
        if clause and infinitive and name in lists.infinitive:
            found |= below(kid)
        if clause and kid.tag == "VBG" and (name in lists.object or name in lists.clause):
            found |= below(kid)
        if clause and name in lists.addressed and infinitive and _addressee(verb, kid):
            found |= below(kid)
            found |= set().union(*(below(one) for one in verb.children("dobj")), set())
        if kid.dep in {"prep", "dative"} and (kid.lower in preps or (kid.lower == "as" and name in lists.naming)):
            found |= below(kid)
            if name in lists.naming and kid.lower == "as" and not passive:
                found |= set().union(*(below(one) for one in verb.children("dobj")), set())
        if kid.dep == "prep" and kid.lower in {"to", "with", "from"} and name in lists.compared_to:
            found |= below(kid)
            found |= set().union(*(below(one) for one in verb.children("dobj")), set())
        if kid.dep == "prt" and kid.lower in {"out", "up", "on", "back"}:
            found |= set().union(*(below(one) for one in kid.children("prep", "pobj")), set())
        if kid.dep in {"oprd", "attr"} and name in lists.naming:
            found |= below(kid)
            found |= set().union(*(below(one) for one in verb.children("dobj", "nsubjpass")), set())
        if kid.dep == "dobj" and name in lists.object:
            found |= _without_remarks(kid)
        if kid.dep == "dobj" and preps:
            found |= _of_object(kid, preps)
    if passive and name in lists.object | lists.clause | lists.naming and verb.children("nsubjpass"):
        found |= _passive(verb) if found or verb.children("agent") or name in lists.told_objects else set()
    if not found and name in lists.clause:
        found |= interrupted(verb)
    return frozenset(found - (_own(verb) - (_passive(verb) if passive else set())) - remarks(verb))


def _addressee(verb: Token, clause: Token) -> bool:
    """Whether somebody stands between the verb and its infinitive (*urged X to leave, want X to leave*)."""
    own = [*verb.children("dobj", "dative", "nsubjpass"), *clause.children("nsubj")]
    own += [kid for kid in verb.children("prep") if kid.lower in {"on", "for", "upon"}]
    return bool(own)


def _of_object(obj: Token, preps: frozenset[str]) -> set[int]:
    """*Blamed the rebels for the fire*, parsed as *[the rebels for the fire]*; behind *of* only what they are to do."""
    named = {"of", "to", "on"}
    told = (
        kid for kid in obj.children("prep") if kid.lower in preps and (kid.lower not in named or kid.children("pcomp"))
    )
    return set().union(*(below(kid) for kid in told), set())


def _passive(verb: Token) -> set[int]:
    """What is said of the subject of *was reported, is said to be, was described as*."""
    found: set[int] = set()
    for kid in verb.kids:
        if (kid.dep in {"nsubjpass", "xcomp", "ccomp", "oprd"} and kid.lower != "it") or (
            kid.dep == "prep" and kid.lower in {"as", "in", "on", "at", "near"}
        ):
            found |= below(kid)
    return found


def _without_remarks(tok: Token) -> set[int]:
    """The phrase without a relative clause behind a comma (*praised X, who says*)."""
    comma = next((kid for kid in tok.kids if kid.text == "," and kid.i > tok.i), None)
    cut = [kid for kid in tok.children("relcl") if comma is not None and kid.i > comma.i]
    return below(tok) - set().union(*(below(kid) for kid in cut), set())


def _own(verb: Token) -> set[int]:
    """Tokens of the reporting clause itself: verb, subject, auxiliaries, time."""
    own = {verb.i}
    for kid in verb.kids:
        if kid.dep in {"nsubj", "nsubjpass", "aux", "auxpass", "npadvmod", "agent"}:
            own |= below(kid)
    return own
