"""Places told by a preposition and *which*: *X, from which the troops withdrew, the town in which ten died*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tripoint.claims.circumstances.lastnamed import narrow
from tripoint.claims.circumstances.place_roles import ROLE_OF
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Scene, place_slot
from tripoint.claims.tree import joined
from tripoint.model import MentionKind, PlaceSlot

_LEADING = frozenset({"in", "at", "near", "from", "to", "into", "toward", "towards", "around"})


def in_which(scene: Scene, at: int, pred: Predicate) -> Iterator[PlaceSlot]:
    """The places that the *which* behind a preposition of the verb stands for."""
    verb = pred.tok
    if pred.form != "verb" or verb.dep != "relcl":
        return
    over = verb.head.head if verb.head.dep == "appos" else verb.head
    for prep in verb.children("prep"):
        which = next((kid for kid in prep.children("pobj") if kid.lower == "which"), None)
        if which is None or prep.lower not in _LEADING:
            continue
        for noun in joined(over):
            named = scene.headed(at, noun, MentionKind.PLACE)
            if named is None or named.place is None or not narrow(named):
                continue
            slot = place_slot(named, named.place, ROLE_OF[prep.lower])
            yield replace(
                slot,
                text=which.text,
                start=which.start,
                end=which.end,
                antecedent_start=named.mention.start,
                antecedent_end=named.mention.end,
            )
