"""Event nouns: the type they tell with the words before them, and the verb that lends them a subject."""

from __future__ import annotations

from functools import lru_cache

from tripoint.claims.tree import is_verb
from tripoint.resources.claims import triggers, words
from tripoint.syntax import Token

PHASES = {"side", "part", "phase", "stage", "round", "wave", "leg", "start", "beginning", "end", "course"}
"""*The second phase of the operation began*: the noun after *of* is what begins."""


COURSE = frozenset(
    "collapse stall begin start continue resume end take occur cover span extend last unfold erupt rage intensify "
    "escalate ease subside spread flare persist reach".split()
)
"""Verbs that tell the course or the extent of the event that is their subject."""


STRIKING = {"grip", "engulf", "hit", "strike", "target", "rock", "shake", "pound", "tear", "rip", "shatter"}
"""Verbs whose subject, when it is an event noun, is what happened: *an explosion rocked the market*."""


ENGAGED = frozenset({"engage", "involve", "participate", "lock", "embroil"})
"""Verbs that put their subject *in* an act."""
MANY = frozenset("wave series round spate string hundred thousand dozen score barrage".split())
"""Nouns that tell how often, before *of* and the act (*carried out dozens of strikes*)."""
STEMMING = frozenset({"halt", "stop", "block", "check", "contain"})
"""Verbs that end one's own act, or somebody else's."""


def _others(noun: Token) -> bool:
    """Whether the words before the noun say that it is somebody else's (*halted the rebel advance*)."""
    owners = [kid for kid in noun.children("poss", "compound", "amod") if kid.i < noun.i]
    return any(
        kid.tag != "PRP$" and (kid.dep == "poss" or kid.tag.startswith("NN") or kid.tag == "JJ") for kid in owners
    )


def noun_type(tok: Token) -> str | None:
    """The claim type that an event noun tells, read with the words before it (*air strike*, *car bomb attack*)."""
    lemma = _common(tok)
    if not may_tell(lemma):
        return None
    before = {kid.lemma for kid in tok.children("compound", "amod", "nmod")} | {
        kid.lower for kid in tok.children("compound", "amod", "nmod")
    }
    before |= {_common(kid) for kid in tok.children("compound", "nmod")}
    for compound in triggers().compounds:
        if lemma in compound.nouns and before & compound.before:
            return compound.type
    return triggers().nouns.get(lemma)


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    table = triggers()
    return frozenset(table.nouns).union(*(compound.nouns for compound in table.compounds))


def may_tell(lemma: str) -> bool:
    """Whether the noun stands in the tables of event nouns, alone or behind another word."""
    return lemma in _telling()


def _common(tok: Token) -> str:
    """The lemma; of a plural that capitals made a name (*Rocket Attacks*), that of the common noun."""
    if tok.tag == "NNPS" or (tok.tag == "NNP" and tok.lower.endswith("s")):
        return tok.lower.removesuffix("s")
    return tok.lemma


def light_verb(noun: Token) -> Token | None:
    """The verb that lends its subject to an event noun: *launched an attack*, *an attack was carried out by*."""
    tok = noun
    if tok.dep == "conj" and tok.head.tag.startswith("NN"):
        tok = tok.head
    if tok.dep == "pobj" and tok.head.lower == "of":
        over = tok.head.head.lemma
        tok = tok.head.head if over in PHASES or over in MANY or over in words()["counting_nouns"] else tok
    for kid in noun.children("relcl"):
        off = kid.lemma == "go" and any(one.lower == "off" for one in kid.kids)
        off = off or kid.lemma in {"explode", "detonate"}  # *a car bomb that exploded in X*
        if (off or kid.lemma in COURSE | {"open"} or kid.lemma in STRIKING) and any(
            arg.tag in {"WDT", "WP"} for arg in kid.children("nsubj", "nsubjpass")
        ):
            return kid
    for kid in noun.children("acl"):  # *the battle, opened in June*
        if kid.lemma in {"open", "begin", "start"} and kid.tag == "VBN" and not kid.children("agent"):
            return kid
    head = tok.head
    if tok.dep == "pobj":
        talking = head.head.lemma == "be" and tok.lemma in {"talk", "negotiation", "discussion"}
        engaged = head.lower == "in" and (talking or head.head.lemma in ENGAGED)
        return head.head if engaged and is_verb(head.head) else None
    if is_verb(head) and tok.dep == "nsubj" and head.lemma in STRIKING:
        return head
    if is_verb(head) and head.lemma == "be" and tok.dep == "nsubj" and _under_way(head):
        return head
    for kid in head.children("xcomp") if head.lemma == "be" and tok.dep == "nsubj" else ():
        planned = kid.lemma in COURSE or kid.lemma in triggers().light
        if planned and any(one.tag == "TO" for one in kid.kids):
            return kid  # *the withdrawal is to be completed by Friday*
    small = {kid.lower for kid in head.kids} if tok.dep == "nsubj" else set()
    if (head.lemma == "break" and small & {"out", "down"}) or (head.lemma == "go" and small & {"on", "ahead"}):
        return head
    if head.lemma == "come" and tok.dep == "nsubj" and any(kid.lower == "into" for kid in head.kids):
        return head  # *a truce came into force*
    if head.lemma in STEMMING and _others(tok):
        return None
    if head.lemma == "hold" and any(kid.dep == "prt" for kid in head.kids):
        return None  # *held off an attack*
    if head.lemma == "take" and not any(
        kid.lemma in {"place", "effect", "hold"} for kid in head.children("dobj", "prt", "advmod")
    ):
        return None
    if not is_verb(head) or (head.lemma not in triggers().light and head.lemma not in COURSE):
        return None
    if tok.dep in {"dobj", "obj"}:
        return head
    if tok.dep == "nsubjpass" or (tok.dep == "nsubj" and head.lemma in COURSE):
        return head
    return None


def _under_way(copula: Token) -> bool:
    """*An attack is under way, was imminent*."""
    return any(
        kid.lower == "underway" or (kid.lower == "under" and any(p.lower == "way" for p in kid.children("pobj")))
        for kid in copula.kids
    )


COMING = frozenset({"come", "be", "remain", "fall"})
"""Verbs that lend their subject to an act that it is *under*."""


def _on_them(noun: Token) -> bool:
    """*Fled under heavy shelling, under fire from X*: what those who did something else were under."""
    heavy = any(kid.lower in _HEAVY for kid in noun.children("amod"))
    return heavy or any(kid.lower == "from" for kid in noun.children("prep"))


_HEAVY = frozenset("heavy intense constant relentless sustained continuous incessant fierce".split())


def under_fire(noun: Token) -> tuple[Token, str] | None:
    """*The column came under artillery fire*: the verb, whose subject is the target, and the type of the act."""
    prep = noun.head
    if noun.dep != "pobj" or prep.lower != "under" or not is_verb(prep.head):
        return None
    if prep.head.lemma not in COMING and not _on_them(noun):
        return None
    type_ = noun_type(noun) or ("attack" if noun.lemma == "fire" else None)
    return (prep.head, type_) if type_ in words()["armed_acts"] and type_ != "besiege" else None
