"""Where a claim happened or holds: the places of its clause, and those it is about that stand outside."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.claims.circumstances.inwhich import in_which
from tripoint.claims.circumstances.place_roles import LINKING, ROLE_OF
from tripoint.claims.circumstances.places import places
from tripoint.claims.circumstances.pointing import belonging, pointed, undergone
from tripoint.claims.circumstances.themes import place_of, themes
from tripoint.claims.circumstances.unlocated import LYING_TYPES, joined_unknown, nameless
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Scene, place_slot
from tripoint.claims.tree import joined, prepositions
from tripoint.model import MentionKind, PlaceSlot
from tripoint.resources.claims import claim_types, words
from tripoint.syntax import Token

PASSING = frozenset({"open", "close", "status"})
"""Types of *the crossing, that bridge*."""
_POINTING = LYING_TYPES | PASSING | {"destroy"}
"""Types of what is done *there*, or in *X, where*; *destroyed the bridge there* tells where the bridge is."""


def places_told(
    scene: Scene,
    at: int,
    pred: Predicate,
    own: frozenset[int],
    table: dict[int, Predicate],
    spans: list[tuple[int, int]],
) -> tuple[PlaceSlot, ...]:
    """The places of the clause, and the place it is about when that stands outside (*X, which was taken*)."""
    near = _right_behind(scene, at, pred)
    about: list[PlaceSlot] = [*near]
    for tok in () if near else themes(pred):
        about.extend(place_of(scene, at, tok, pred))
    if pred.form == "under" and pred.type == "presence" and pred.about is not None:
        about.extend(_and_near(scene, at, pred.about))
    if pred.form == "held" and not about and pred.about is not None:
        about.extend(_beside(scene, at, pred.about))
    held = () if pred.form in {"held", "under", "tie"} else places(scene, at, pred, own, table, spans)
    if pred.form == "noun":
        about.extend(undergone(scene, at, pred.tok))
    if not held and not about and pred.type == "besiege" and pred.form == "verb":
        about.extend(_linked(scene, at, pred))
    if not held and not about and pred.form in {"verb", "noun"} and pred.type in LYING_TYPES:
        about.extend(nameless(scene, at, pred))
    if all(slot.role in {"from", "near"} for slot in (*held, *about)) and pred.type in _POINTING:
        about.extend(pointed(scene, at, pred, own, table))
    if not held and not about:
        about.extend(in_which(scene, at, pred))
    if pred.form == "verb" and all(slot.role not in {"at", "from"} for slot in (*held, *about)):
        about.extend(belonging(scene, at, pred))
    held = (*held, *joined_unknown(scene, at, held, pred))
    about = [slot for slot in about if (slot.start, slot.end) not in spans]
    if claim_types()[pred.type].speech and pred.form == "verb":
        held, about = tuple(slot for slot in held if _spoken_at(scene, at, slot, pred)), []
    merged: dict[tuple[int, int], PlaceSlot] = {(p.start, p.end): p for p in (*held, *about)}
    for slot in held:
        merged[(slot.start, slot.end)] = slot
    return tuple(merged[key] for key in sorted(merged))


def _and_near(scene: Scene, at: int, place: Token) -> Iterator[PlaceSlot]:
    """*Are in X and around Y*: Y too, behind a preposition of its own."""
    for prep in place.head.children("conj"):
        for pobj in prep.children("pobj"):
            named = scene.headed(at, pobj, MentionKind.PLACE)
            value = named.place if named is not None else None
            if named is not None and value is not None:
                yield place_slot(named, value, ROLE_OF.get(prep.lower, "at"))


def _linked(scene: Scene, at: int, pred: Predicate) -> Iterator[PlaceSlot]:
    """*Cut the road that links X with Y*: the road lies between the places that it links."""
    for road in themes(pred):
        for kid in (*road.children("relcl"), *road.children("acl")):
            below = [
                *kid.children("dobj"),
                *(tok for word, tok in prepositions(kid) if word in {"with", "to", "and"}),
            ]
            nouns = [one for tok in below if kid.lemma in LINKING for one in joined(tok)]
            for named in (scene.headed(at, one, MentionKind.PLACE) for one in nouns):
                if named is not None and named.reading is not None and named.reading.place is not None:
                    yield place_slot(named, named.reading.place, "between")


def _spoken_at(scene: Scene, at: int, slot: PlaceSlot, pred: Predicate) -> bool:
    """Whether the place hangs on the verb of speech itself, and not on what is spoken of."""
    inside = scene.sentences[at].between(slot.start, slot.end)
    tok = next((one for one in inside if one.head not in inside), None)
    while tok is not None and tok.head is not tok and tok.head is not pred.tok and tok.dep not in {"dobj", "nsubj"}:
        tok = tok.head
    return tok is not None and tok.head is pred.tok and tok.dep in {"prep", "npadvmod", "advmod"}


def _right_behind(scene: Scene, at: int, pred: Predicate) -> list[PlaceSlot]:
    """*X-held Idlib northern Syria*: the place that the words right behind the compound name is what is held."""
    if pred.form != "held" or pred.about is None or pred.type not in {"control", "besiege"}:
        return []
    behind = scene.sentences[at].tokens[pred.tok.i + 1 : pred.tok.i + 2]
    named = scene.on(at, behind[0], MentionKind.PLACE) if behind and behind[0] is not pred.about else None
    if named is None or named.mention.start != behind[0].start or named.head is pred.about:
        return []
    value = named.place
    if value is None or pred.about.start < named.mention.end or scene.headed(at, pred.about, MentionKind.PLACE) is None:
        return []
    role = "in_area" if value.precision in {"province", "district", "area", "country"} else "at"
    return [place_slot(named, value, role)]


def _beside(scene: Scene, at: int, noun: Token) -> Iterator[PlaceSlot]:
    """*The X-held area north of Y*, where the parser hangs *north* elsewhere: the words stand side by side."""
    tokens = scene.sentences[at].tokens[noun.i + 1 : noun.i + 3]
    if len(tokens) < 2 or tokens[0].lower not in words()["directions"] or tokens[1].lower != "of":
        return
    for named in scene.named(at, MentionKind.PLACE):
        if (
            0 < named.mention.start - tokens[1].end <= 5
            and named.reading is not None
            and named.reading.place is not None
        ):
            yield place_slot(named, named.reading.place, tokens[0].lower.replace("-", "") + "_of")
            return
