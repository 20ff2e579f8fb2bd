"""How many: the numbers of a clause, casualties included."""

from __future__ import annotations

from tripoint.claims.circumstances.governing import governor, of_a_voice
from tripoint.claims.predicates.casualties import tells_dead
from tripoint.claims.predicates.losses import counted_loss
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_verb, joined
from tripoint.model import (
    AmountSlot,
    MentionKind,
)
from tripoint.resources.claims import words
from tripoint.syntax import Sentence, Token

TAKING_LIVES = frozenset("claim cost take".split())
"""Verbs whose object *lives* are people killed."""


def amounts_of(
    scene: Scene, at: int, own: frozenset[int], table: dict[int, Predicate], verbs: list[Token]
) -> tuple[AmountSlot, ...]:
    """The numbers that belong to the predicate's clause or to its casualties (`verbs`: those that tell them)."""
    listed = {one.i for verb in verbs if counted_loss(verb) is not None for one in joined(verb)}
    counted = [verb.head.start for verb in verbs if verb.dep == "acl" and verb.tag == "VBN"]
    found: list[AmountSlot] = []
    for named in scene.named(at, MentionKind.AMOUNT):
        if named.reading is None or named.reading.amount is None or named.head.lemma in words()["idle_units"]:
            continue
        if named.reading.amount.what == "duration" or of_a_voice(named.head):
            continue
        if _in_exchange(named.head) or _meant_for(named.head):
            continue
        if listed and named.head.i not in listed:
            continue  # of those that another line of the list counts
        up = governor(named.head, table)
        whose = any(named.mention.start <= start < named.mention.end for start in counted)
        if whose or named.head.i in listed or (up is not None and up.i in own):
            found.append(AmountSlot(amount=named.reading.amount, start=named.mention.start, end=named.mention.end))
    return tuple(found)


def _in_exchange(tok: Token) -> bool:
    """*Freed two in exchange for five*: the five are not those whom the act befell."""
    above = tok.head
    return tok.dep == "pobj" and above.lower == "for" and above.head.lower in {"exchange", "return"}


def _meant_for(tok: Token) -> bool:
    """*A convoy with food for 20,000 people was attacked*: whom the food was for."""
    goods = tok.head.head
    carried = goods.lemma in words()["supplies"] | {"ransom", "shelter"} or goods.lemma in _CARRYING
    return tok.dep == "pobj" and tok.head.lower == "for" and carried


_CARRYING = frozenset({"carry", "bring", "transport", "deliver"})


def casualty_verbs(sentence: Sentence, preds: list[Predicate]) -> list[Token]:
    """The verbs of a sentence that tell of dead or wounded and are no predicates of their own."""
    listed = {p.tok.i for p in preds}
    verbs = [tok for tok in sentence.tokens if tok.i not in listed and is_verb(tok)]
    return [verb for verb in verbs if _leaves_dead(verb) or tells_dead(verb)]


def _leaves_dead(verb: Token) -> bool:
    """*Leaving ten people dead, claimed twelve lives*."""
    if verb.lemma in TAKING_LIVES:
        return any(tok.lemma == "life" for held in verb.children("dobj", "obj") for tok in held.subtree())
    if verb.lemma != "leave":
        return False
    below = [tok for kid in verb.kids for tok in (kid, *kid.kids)]
    return any(tok.lower in {"dead", "injured", "wounded", "homeless"} and tok.dep != "nsubj" for tok in below)
