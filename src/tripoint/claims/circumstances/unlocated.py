"""Places whose names nobody knows: they stay named and unlocated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tripoint.claims.arguments import direct_object
from tripoint.claims.circumstances.place_roles import place_role
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Scene
from tripoint.claims.tree import joined
from tripoint.model import PlaceSlot, PlaceValue
from tripoint.resources.claims import words
from tripoint.syntax import Token


def joined_unknown(scene: Scene, at: int, slots: tuple[PlaceSlot, ...], pred: Predicate) -> Iterator[PlaceSlot]:
    """*Entered X and Y*, where nobody knows one of the two: a name joined to a place is a place, and unlocated."""
    for slot in slots:
        inside = scene.sentences[at].between(slot.start, slot.end)
        head = next((tok for tok in inside if tok.head not in inside), None)
        first = head
        while first is not None and first.dep == "conj" and first.head.tag == "NNP":
            first = first.head
        if head is None or first is None or (slot.role == "in_area" and first is head):
            continue
        for tok in joined(first):
            known = scene.named_at(at, tok) or any(scene.named_at(at, kid) for kid in tok.children("compound"))
            if tok is not head and tok.tag == "NNP" and not known and tok.ent not in _NO_PLACES:
                yield replace(unlocated(scene, tok, pred), role="at" if slot.role == "in_area" else slot.role)


_NO_PLACES = frozenset({"DATE", "TIME", "NORP", "ORG", "PERSON"})


LYING_TYPES = words()["armed_acts"] | {
    "deploy",
    "withdraw",
    "presence",
    "control",
    "reach",
    "arrest",
    "displace",
    "find",
}
STANDING = frozenset({"in", "at", "near", "outside", "into", "toward", "towards", "around"})
"""Prepositions behind which a name is a place's far more often than anybody's."""


def nameless(scene: Scene, at: int, pred: Predicate) -> Iterator[PlaceSlot]:
    """*Pounded positions near X*, a name that nobody knows: it stays a named, unlocated place."""
    struck = direct_object(pred.tok) if pred.form == "verb" else None
    below = struck.tok.children("prep") if struck is not None else []
    below += [
        inner for kid in below if kid.lower == "of" for pobj in kid.children("pobj") for inner in pobj.children("prep")
    ]
    for prep in (
        *pred.tok.children("prep"),
        *(pred.light.children("prep") if pred.light is not None else ()),
        *(kid for kid in below if kid.lower in {"in", "near", "at"}),
        *_ways_out(pred),
    ):
        toward = (prep.lower == "on" and pred.type == "advance") or prep.head.lower == "out"
        for tok in prep.children("pobj") if prep.lower in STANDING or toward else ():
            known = scene.named_at(at, tok) or any(scene.named_at(at, kid) for kid in tok.children("compound"))
            if (
                tok.tag == "NNP"
                and not known
                and tok.ent not in {"DATE", "TIME", "NORP", "EVENT", "LAW", "WORK_OF_ART"}
            ):
                yield replace(unlocated(scene, tok, pred), role=place_role(tok, pred) or "at")


def _ways_out(pred: Predicate) -> Iterator[Token]:
    """*Drove them out of X*: the *of* behind *out*."""
    for out in pred.tok.children("prep", "prt", "advmod"):
        if out.lower == "out" and pred.type == "capture":
            yield from (kid for kid in out.children("prep") if kid.lower == "of")


def unlocated(scene: Scene, tok: Token, pred: Predicate) -> PlaceSlot:
    """The name headed by `tok` as a place without a point."""
    start = min([tok.start, *(kid.start for kid in tok.children("compound") if kid.i < tok.i)])
    text = scene.doc.text[start : tok.end]
    value = PlaceValue(
        place_id=None, name=text, lat=None, lon=None, radius_km=None, country=None, admin1=None, precision="unlocated"
    )
    role = {"reach": "to", "withdraw": "from"}.get(pred.type, "at")
    return PlaceSlot(place=value, role=role, text=text, start=start, end=tok.end)
