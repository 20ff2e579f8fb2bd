"""The named places of one predicate and not of its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tripoint.claims.circumstances.containers import container, holds, is_line, lies_in, shifts
from tripoint.claims.circumstances.governing import governor, of_a_voice
from tripoint.claims.circumstances.ground import grounded
from tripoint.claims.circumstances.owners import tells_whose
from tripoint.claims.circumstances.place_roles import place_role
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Named, Scene, place_slot
from tripoint.claims.tree import is_verb
from tripoint.model import (
    MentionKind,
    PlaceSlot,
)
from tripoint.resources.claims import words
from tripoint.syntax import Token

WIDE = {"country", "province", "district", "area", "region", "line"}


def places(
    scene: Scene,
    at: int,
    pred: Predicate,
    own: frozenset[int],
    table: dict[int, Predicate],
    skip: Iterable[tuple[int, int]],
) -> tuple[PlaceSlot, ...]:
    """The named places of `pred`, whose tokens are `own`; `skip` holds the spans of its parties."""
    actors = scene.named(at, MentionKind.ACTOR, MentionKind.PERSON)
    used = list(skip)
    found: list[PlaceSlot] = []
    heads: list[Named] = []
    for named in scene.named(at, MentionKind.PLACE):
        span = (named.mention.start, named.mention.end)
        if span in used or any(
            a.mention.start <= span[0] and span[1] <= a.mention.end and not a.mention.generic for a in actors
        ):
            continue
        if named.reading is None or named.reading.place is None or _bracketed(scene, at, named) or _a_people(named):
            continue
        if _opens_as_dateline(scene, at, named) or seat(named) or of_a_voice(named.head):
            continue
        up = governor(named.head, table)
        if up is not None and up.dep == "prep" and _listed(named.head, up):
            up = governor(up, table)
        if up is not None and up.i not in own and _bastion(table.get(up.i)):
            up = governor(up, table)
        if (up is None or up.i not in own) and not _shared_lead(named, up, pred):
            continue
        role = place_role(named.head, pred)
        if role is None:
            continue
        holder = container(scene, at, named, heads)
        if holder and (not shifts(role) or (role == "near" and is_line(named))):
            continue
        if tells_whose(scene, at, named, pred, own) or _inside_thing(named, used):
            continue
        breadth = _of_both(scene, at, named) or named.reading.place.precision
        if role in {"at"} and breadth in WIDE:
            role = "in_area" if breadth != "line" else "along"
        heads.append(named)
        found.append(place_slot(named, named.reading.place, role))
    found = [p for i, p in enumerate(found) if not (i and holds(scene, found[i - 1], p))]
    if len([p for p in found if p.role not in {"in_area"}]) >= 1:
        found = [p for p in found if not (p.role == "in_area" and p.place.precision == "country")] or found
    found = [p for p in found if not any(lies_in(other, p) for other in found)]
    return grounded(scene, at, tuple(found))


_DATELINE = re.compile(r"(?:, [\w .-]{2,30}?)?\s*(?:\([^)]{2,30}\)\s*)?(?:[-–—]+|:)\s")


def _opens_as_dateline(scene: Scene, at: int, named: Named) -> bool:
    """*PALMYRA, Syria (Agency) - The army ...*: where the article was written, not where it happened."""
    mention, text = named.mention, scene.doc.text
    opening = text[scene.sentences[at].start : mention.start].strip()
    if not (opening or mention.text).isupper() or len(opening) > 30:
        return False
    return _DATELINE.match(text, mention.end) is not None


def _listed(head: Token, prep: Token) -> bool:
    """*Towns, including X and Y, on several fronts, including in X*: whether the place stands right behind the word."""
    while head.dep in {"conj", "compound"} and not is_verb(head.head):
        head = head.head
    return head.dep == "pobj" and (
        head.head is prep or (head.head.head is prep and head.head.lower in {"in", "at", "near"})
    )


def _bastion(pred: Predicate | None) -> bool:
    """*Fired rockets into the X stronghold of Y*: the place is that of the act as well as of who holds it."""
    return pred is not None and pred.form == "held" and pred.about is pred.tok


def seat(named: Named) -> bool:
    """*The X-based monitor, an X-flagged tanker*: where somebody has a seat, not where a thing happened."""
    return named.head.head.lower in _SEATED and named.head.i < named.head.head.i


_SEATED = frozenset("based flagged registered owned made built born operated supplied".split())


def _bracketed(scene: Scene, at: int, named: Named) -> bool:
    """Whether the place stands inside brackets, as a remark on something else."""
    before = scene.doc.text[scene.sentences[at].start : named.mention.start]
    return before.count("(") > before.count(")")


def _shared_lead(named: Named, up: Token | None, pred: Predicate) -> bool:
    """A place that opens the sentence is shared by joined verbs (*In X, they fought and fell*)."""
    if up is None or pred.form != "verb":
        return False
    first = pred.tok
    while first.dep == "conj" and is_verb(first.head):
        first = first.head
    opening = min(kid.start for kid in (up, *up.children("nsubj", "nsubjpass")))
    return first is up and first is not pred.tok and named.mention.end <= opening


def _of_both(scene: Scene, at: int, named: Named) -> str | None:
    """*The X and Y area*: how wide the place is whose noun stands behind both names."""
    head = named.head
    both = scene.headed(at, head.head, MentionKind.PLACE) if head.dep == "nmod" and head.children("conj") else None
    return both.reading.place.precision if both is not None and both.reading and both.reading.place else None


def _a_people(named: Named) -> bool:
    """*Between X and Y youths*: names that no gazetteer holds, right before people, are what those are called."""
    place = named.place
    over = named.head
    while over.dep == "conj" and over.head.i < over.i:
        over = over.head
    return (
        place is not None
        and place.place_id is None
        and over.dep in {"nmod", "compound", "amod"}
        and over.head.i > over.i
        and over.head.lemma in words()["people_nouns"]
    )


def _inside_thing(named: Named, used: list[tuple[int, int]]) -> bool:
    """*Set fire to the Capitol theatre*: a name on no map inside that of a thing that it befell."""
    place = named.place
    inside = any(start <= named.mention.start and named.mention.end < end for start, end in used)
    return inside and place is not None and place.precision == "unlocated"
