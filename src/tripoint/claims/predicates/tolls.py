"""How many died, told as a number: *put the number of dead at 43*, *the toll rose to 52*, *counts 9 dead civilians*."""

from __future__ import annotations

from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.tree import is_verb
from tripoint.resources.claims import words
from tripoint.resources.tolls import verb_over_number
from tripoint.syntax import Token


def toll(tok: Token) -> Predicate | None:
    """The casualties that the noun `tok` counts, where a verb says how many there are."""
    if tok.tag == "CD":
        over = _verb_over_number(tok)
        return None if over is None else Predicate(tok=tok, type="kill", form="noun", light=over)
    nouns, heads = words()["toll_nouns"], words()["toll_heads"]
    if tok.lemma not in nouns and tok.lemma not in heads and tok.lower not in nouns:
        return None
    verb = _verb_over(tok)
    if verb is None or not _numbered(tok, verb):
        return None
    return Predicate(tok=tok, type="kill", form="noun", light=verb)


def _verb_over_number(tok: Token) -> Token | None:
    """*The rebels speak of 40, admit to two, claim 35*: a number by itself, of the dead that were spoken of before."""
    if any(kid.lower in {"dead", "killed"} for kid in tok.kids):
        return None  # *27 dead*, which tell it themselves
    return verb_over_number(tok)


def _verb_over(tok: Token) -> Token | None:
    if tok.lower == "dead" and tok.dep == "amod" and tok.head.tag == "CD":
        tok = tok.head  # *27 dead*
    verb = tok.head
    if tok.lower == "dead" and tok.dep == "acomp" and verb.lemma == "be":
        over = verb.children("nsubj")
        return (
            verb if over and (over[0].tag == "CD" or over[0].children("nummod")) else None
        )  # *at least forty are dead*
    if tok.dep == "pobj" and verb.lower == "of" and verb.head.lemma == "speak":
        return verb.head  # *spoke of nine dead*
    if tok.dep == "pobj" and verb.lower == "to" and verb.head.lemma in {"admit", "confess"}:
        return verb.head  # *admitted to nine dead*
    if not is_verb(verb) or tok.dep not in {"dobj", "nsubj", "nsubjpass", "attr"}:
        return None
    counted = tok.lemma in words()["toll_heads"] and verb.lemma in words()["counting_verbs"]
    if counted or (tok.lower == "dead" and verb.lemma in words()["counting_verbs"]):
        return verb
    if tok.lemma in words()["toll_heads"]:
        return None
    put = verb.lemma in words()["setting_verbs"] and tok.dep in {"dobj", "nsubjpass"}
    return verb if put or (verb.lemma in words()["reaching_verbs"] and tok.dep == "nsubj") else None


def _numbered(tok: Token, verb: Token) -> bool:
    """Whether a number says how many: behind *at, to*, as the object, or with the noun itself; and of the dead."""
    numbers = [kid for kid in tok.kids if kid.dep == "nummod"]
    if tok.lower == "dead" and tok.head.tag == "CD" and tok.dep == "amod":
        numbers.append(tok.head)
    if tok.lower == "dead" and tok.dep == "acomp":
        return True
    if tok.lemma in words()["toll_heads"]:  # *counts 289 dead civilians*
        return bool(numbers) and any(kid.lower in {"dead", "killed", "slain"} for kid in tok.children("amod"))
    if verb.lemma in words()["counting_verbs"] or verb.lemma in {"speak", "admit", "confess"}:
        return bool(numbers)
    if tok.lemma in {"number", "figure", "count", "total"} and not _of_the_dead(tok):
        return False
    behind = [one for prep in verb.subtree() if prep.lower in {"at", "to", "above"} for one in prep.children("pobj")]
    held = [one for one in verb.children("dobj", "attr", "npadvmod") if one is not tok]
    return any(one.tag == "CD" for noun in (*held, *behind) for one in noun.subtree())


def _of_the_dead(tok: Token) -> bool:
    """*The number of dead, of militants killed*."""
    for prep in tok.children("prep"):
        for pobj in prep.children("pobj") if prep.lower == "of" else ():
            harmed = any(kid.dep == "acl" and kid.lower in {"killed", "slain"} for kid in pobj.kids)
            if harmed or pobj.lower == "dead" or pobj.lemma in words()["toll_nouns"] | {"death"}:
                return True
    return False


def telling(tok: Token) -> bool:
    """Whether the subject of the verb over the toll `tok` says how many, and killed nobody."""
    return toll(tok) is not None
