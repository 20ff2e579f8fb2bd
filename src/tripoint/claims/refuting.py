"""What the text itself calls untrue: reports, charges and stories, and who it is that calls them so."""

from __future__ import annotations

from tripoint.claims.tree import is_verb, negated, set_off
from tripoint.resources.claims import words
from tripoint.resources.voices import voice_words
from tripoint.syntax import Token

REFUTING = frozenset({"deny", "refute", "dismiss", "reject", "rebut", "disprove", "debunk"})
"""Verbs whose object *accusations, reports, claims* denies what these tell."""
CALLING = frozenset("call describe denounce brand label dismiss term deem decry deride".split())
"""Verbs that say of their object what it is."""
TRUE = frozenset({"true", "truth", "correct", "accurate", "so"})
_CLAUSES = ("acl", "relcl", "ccomp")


LETTING = frozenset({"let", "allow", "permit"})
"""Verbs of those who may open a way or keep it shut."""
PASSING = frozenset("in into inside through past across over out onto".split())
GOING = frozenset(
    "pass enter leave cross go return land visit proceed continue travel dock unload move reach use".split()
)


def leaves_open(verb: Token) -> bool:
    """*Has neither confirmed nor denied, would not confirm or deny*: who says so says nothing of whether it is so."""
    first = verb.head if verb.dep == "conj" else verb
    joined = {one.lemma for one in (first, *first.children("conj"))}
    if not {"confirm", "deny"} <= joined:
        return False
    refused = first.dep == "xcomp" and (first.head.lemma in {"decline", "refuse"} or negated(first.head))
    return refused or negated(first) or negated(verb)


def retracted(verb: Token) -> bool:
    """*An earlier version of this story said that, the agency wrongly reported that*: the text takes it back."""
    if any(kid.lower in _WRONGLY for kid in verb.children("advmod")):
        return True
    for noun in verb.children("nsubj"):
        of = [pobj for kid in noun.children("prep") if kid.lower == "of" for pobj in kid.children("pobj")]
        this = any(kid.lower in {"this", "the", "our"} for one in of for kid in one.children("det", "poss"))
        earlier = any(kid.lower in {"earlier", "previous", "original"} for kid in noun.children("amod"))
        if noun.lemma in {"version", "headline"} and earlier and this:
            return True
    return False


_WRONGLY = frozenset({"wrongly", "incorrectly", "mistakenly", "erroneously", "falsely"})


def lets_nobody(verb: Token) -> bool:
    """*Would not let the trucks through, were not allowed to enter X*: somebody is refused a way."""
    if verb.lemma not in LETTING or not negated(verb):
        return False
    small = {kid.lower for kid in verb.children("prep", "prt", "advmod")}
    below = [kid for kid in verb.children("ccomp", "xcomp") if kid.i > verb.i]
    held = [*verb.children("dobj", "nsubjpass"), *(one for kid in below for one in kid.children("nsubj"))]
    small |= {one.lower for tok in held for one in tok.children("prep") if one.lower in PASSING}
    who = any(tok.tag.startswith("PRP") or tok.lemma in words()["let_through"] for tok in held)
    return who and (bool(small & PASSING) or any(kid.lemma in GOING for kid in below))


def is_told(noun: Token) -> bool:
    """Whether the noun names something that was said: a report, a charge, a story."""
    return noun.lemma in voice_words().telling_nouns or noun.lemma in words()["told_things"]


def content(noun: Token) -> list[Token]:
    """What a noun of saying holds: its clause, or what stands behind its *of* or *about*."""
    clauses = [kid for kid in noun.children(*_CLAUSES) if kid.children("mark") or kid.dep == "ccomp"]
    return clauses + [kid for kid in noun.children("prep") if kid.lower in {"of", "about"}]


def refuter(noun: Token) -> Token | None:
    """The word by which the sentence calls untrue what `noun` tells, None where it does not.

    *Rejected reports that, the claim that X is a lie, there is no truth in claims that, calls the report false*.
    """
    above = noun.head
    if not is_told(noun):
        return None
    if noun.dep in {"dobj", "obj", "nsubjpass"} and is_verb(above) and not negated(above):
        return above if above.lemma in REFUTING or called_untrue(above) else None
    if noun.dep == "nsubj" and above.lemma == "be":
        return above if untrue(above) else None
    if noun.dep == "nsubj" and above.lower in words()["falsehoods"] and above.dep in {"ccomp", "oprd", "xcomp"}:
        return above if above.head.lemma in CALLING else None  # *called the report false*
    if noun.dep == "pobj" and above.lower in {"in", "to"} and above.head.lower in {"truth", "substance", "basis"}:
        return above.head if negated(above.head) else None
    return None


def untrue(copula: Token) -> bool:
    """*Is a lie, are baseless, is not true*."""
    said = {kid.lower for kid in copula.children("attr", "acomp")}
    if negated(copula):
        return bool(said & TRUE)
    return bool(said & words()["falsehoods"])


def called_untrue(verb: Token) -> bool:
    """*Called it a lie, described as fabricated, a charge that X called disinformation*."""
    if verb.lemma not in CALLING or negated(verb):
        return False
    named = verb.children("oprd", "dobj", "attr", "ccomp", "xcomp", "acomp")
    if any(one.lower in words()["falsehoods"] for one in named):
        return True
    said_so = (one for one in verb.subtree() if one.lower in words()["falsehoods"] and one.i > verb.i)
    return any(one.head.lower == "as" or any(kid.lower == "as" for kid in one.kids) for one in said_so)


def refuses_account(verb: Token) -> bool:
    """Whether the verb turns down what was said and nothing below it tells what that was (*denied the charge*).

    *Yerevan called the charge a lie, an accusation that Baku denies*. Content that is told is denied by itself.
    """
    if negated(verb):
        return False
    held = [kid for kid in verb.children("dobj", "nsubjpass") if kid.tag not in {"WDT", "WP"} and kid.lower != "that"]
    if verb.children("ccomp", "xcomp") or any(
        one.tag in {"WDT", "WP"} and one.dep == "pobj" for kid in verb.kids for one in kid.kids
    ):
        return called_untrue(verb) and any(is_told(one) for one in held)  # *a statement in which it denied losing X*
    summed = verb.dep == "relcl" or (verb.dep == "acl" and verb.tag == "VBN")  # *a claim that Y denied, denied by Y*
    if summed and (not held or held[0].lower in words()["falsehoods"]):
        held = [verb.head]
    if verb.lemma == "deny" and verb.dep == "relcl" and set_off(verb) and not is_told(verb.head):
        whole = [kid for kid in verb.children("dobj") if kid.lower == "which"]
        if whole and verb.head.tag in {"NNP", "NNS", "CD"}:
            return True  # *said it had retaken X, which the rebels denied*: what they deny is what was said
    told = [one for one in held if is_told(one) or (one.tag in {"PRP", "DT"} and one.lower in {"it", "this", "that"})]
    if verb.lemma == "deny":
        told += [one for one in held if one.lemma in words()["shares"]]
        return bool(told) and not any(content(one) for one in told if is_told(one))
    return called_untrue(verb) and bool(told)
