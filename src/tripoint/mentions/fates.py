"""What became of those counted: killed, wounded, captured, displaced, by the words that the noun hangs on."""

from __future__ import annotations

from tripoint.mentions import amountwords as table
from tripoint.syntax import Token

_SO_FOUND = frozenset(
    {"leave", "be", "go", "fear", "confirm", "believe", "presume", "report", "declare", "find", "shoot"}
)
"""Verbs behind which an adjective tells what became of people (*were feared dead*)."""


def fate_behind(number: Token) -> str | None:
    """Read *200 wounded*, *five injured*: a participle or adjective right behind the number."""
    for other in (number.head, *number.kids):
        if other.i == number.i + 1 and other.tag in ("VBN", "VBD", "JJ", "NN", "NNS"):
            return fate_of(other)
    return None


def fate_of_counted(token: Token) -> str | None:
    """Return what became of those counted, from the words that the noun hangs on or that hang on it."""
    for kid in token.kids:
        if kid.i > 0 and any(other.text == "-" and other.i == kid.i - 1 for other in (*kid.kids, *token.kids)):
            continue
        if kid.dep in ("acl", "amod", "relcl", "appos", "oprd", "acomp", "advmod"):
            fate = fate_of(kid)
            if fate is not None and not (kid.dep == "amod" and _befell(token)):
                return fate
    if token.lemma == "life" and _lost(token):
        return "killed"
    own = (
        _lost_men(token)
        or _to_death(token)
        or _driven(token)
        or _listed(token)
        or _suffered(token)
        or fate_of(token)
        or _others(token)
    )
    if own is not None:
        return own
    at = token
    for _ in range(4):
        above = at.head
        if above is at:
            return None
        if at.dep == "prep" and at.lower == "from":
            return None  # *15 people, all from one family*
        if at.dep == "prep" and at.lower == "of" and above.tag in ("NN", "NNS") and fate_of(above) is not None:
            return fate_of(above)  # *the killing of five peacekeepers*
        if at.dep == "prep" and at.lower == "of" and any(kid.dep == "nummod" for kid in above.kids):
            return None  # *six members of one family*: six were hurt
        if at.dep in (
            "dobj",
            "nsubjpass",
            "nsubj",
            "pobj",
            "conj",
            "appos",
            "nummod",
            "quantmod",
            "attr",
            "poss",
            "dep",
            "ccomp",
            "compound",
        ):
            passive = (
                at.dep in ("nsubjpass", "dobj")
                or (at.dep == "nsubj" and (above.tag == "VBN" or _done_to(above)))
                or above.pos in ("NOUN", "ADJ", "ADP")
                or above.lemma in ("die", "flee", "perish", "surrender", "escape", "return")
            )
            if passive or at.dep in ("conj", "appos", "pobj", "ccomp"):
                fate = None if above.lemma == "leave" and at.dep != "nsubj" else fate_of(above)
                acts = at.dep == "nsubj" and above.lemma in ("kill", "capture", "seize") and not _done_to(above)
                if fate is not None and not acts:
                    return fate
            if above.pos in ("VERB", "AUX") and at.dep not in ("conj",):
                for kid in above.kids:
                    if kid.dep in ("oprd", "acomp", "ccomp", "xcomp", "advmod") and above.lemma in _SO_FOUND:
                        fate = fate_of(kid)
                        if fate is not None:
                            return fate
                if at.dep not in ("pobj",):
                    return None
        at = above
    return None


def _befell(token: Token) -> bool:
    """*Killing fourteen displaced people*: the verb tells what befell them, the participle who they were."""
    return token.dep in ("dobj", "nsubjpass") and fate_of(token.head) in ("killed", "wounded")


def _done_to(verb: Token) -> bool:
    """*20 rebels killed, town retaken*: a participle by itself, which a headline left without its auxiliary."""
    if any(
        fate_of(kid) and kid.i == whom.i + 1 and kid.tag in ("VBN", "VBD")
        for whom in verb.children("dobj")
        for kid in whom.kids
    ):
        return True  # *20 people killed 30 others injured*: a comma is lost
    return verb.tag in ("VBN", "VBD") and not any(
        kid.dep in ("aux", "dobj", "obj", "ccomp", "xcomp", "nummod", "npadvmod", "mark", "relcl") or kid.tag == "CD"
        for kid in verb.kids
    )


LISTS = {"dead": "killed", "victims": "killed", "fatalities": "killed", "killed": "killed", "slain": "killed"} | {
    "wounded": "wounded",
    "injured": "wounded",
}


def _to_death(counted: Token) -> str | None:
    """Read *hacked nine villagers to death*, *two were beaten to death*."""
    to = [pobj for kid in counted.head.children("prep") if kid.lower == "to" for pobj in kid.children("pobj")]
    undergone = counted.dep in ("dobj", "nsubjpass")
    return "killed" if undergone and any(pobj.lower == "death" for pobj in to) else None


def _lost_men(counted: Token) -> str | None:
    """Read *the army lost 40 soldiers*."""
    men = counted.lemma in table.NOUNS["troops"] or counted.lower in table.NOUNS["troops"]
    return "killed" if men and counted.dep == "dobj" and counted.head.lemma == "lose" else None


def _driven(counted: Token) -> str | None:
    """Read *forced 3,000 people from their homes*, *300 families were driven off their land*."""
    verb = counted.head
    away = any(kid.lower in ("from", "off", "out") for kid in verb.children("prep", "prt"))
    undergone = counted.dep in ("dobj", "nsubjpass") and verb.lemma in ("force", "drive")
    return "displaced" if undergone and away else None


def _suffered(counted: Token) -> str | None:
    """Read *the execution of 12 prisoners*: the act tells more than what they were before."""
    of = counted.head
    if counted.dep != "pobj" or of.lower != "of" or of.head.tag not in ("NN", "NNS"):
        return None
    if of.head.lemma == "loss" and (counted.lemma in table.NOUNS["troops"] or counted.lower in table.NOUNS["people"]):
        return "killed"  # *the loss of eleven men*
    return "killed" if fate_of(of.head) == "killed" else None


def _others(counted: Token) -> str | None:
    """Read *injuring a teacher and 19 others*, wherever the parser hung the others: they fared as who stands before."""
    if counted.lower not in ("others", "more"):
        return None
    top = counted
    while top.head is not top:
        top = top.head
    before = [tok for tok in top.subtree() if tok.i < counted.i and tok.dep not in ("nummod", "quantmod", "advmod")]
    words = sorted(before, key=lambda tok: tok.i)[-2:]
    if len(words) < 2 or words[1].lower != "and" or words[0].pos != "NOUN":
        return None
    return fate_of_counted(words[0])


def _listed(counted: Token) -> str | None:
    """Read *the dead included nine farmers*."""
    verb = counted.head
    if counted.dep not in ("dobj", "attr") or verb.lemma not in ("include", "be"):
        return None
    return next((LISTS[kid.lower] for kid in verb.children("nsubj") if kid.lower in LISTS), None)


def _lost(lives: Token) -> bool:
    """*Claimed hundreds of lives, cost 12 lives, lost their lives*."""
    counted = lives.head.head if lives.dep == "pobj" and lives.head.lower == "of" else lives
    return counted.dep in ("dobj", "obj") and counted.head.lemma in ("claim", "cost", "take", "lose")


def fate_of(token: Token) -> str | None:
    """Return what a word itself tells of the fate of people."""
    for fate, words in table.FATES.items():
        if token.lemma in words or token.lower in words:
            return fate
    return None
