"""The named places of one predicate and not of its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tripoint.claims.circumstances.governing import governor
from tripoint.claims.circumstances.ground import grounded
from tripoint.claims.circumstances.place_roles import place_role
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Named, Scene, place_slot
from tripoint.claims.tree import is_verb
from tripoint.model import (
    MentionKind,
    PlaceSlot,
)
from tripoint.sphere import kilometres
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
        if named.reading is None or named.reading.place is None or _bracketed(scene, at, named):
            continue
        if _opens_as_dateline(scene, at, named):
            continue
        up = governor(named.head, table)
        if (up is None or up.i not in own) and not _shared_lead(named, up, pred):
            continue
        role = place_role(named.head, pred)
        if role is None:
            continue
        holder = _container(scene, at, named, heads)
        if holder and not _shifts(role):
            continue
        if (
            _inside_people(scene, at, named, own)
            or _of_the_doer(scene, at, named, own)
            or _origin(scene, at, named, pred)
            or _of_an_office(named)
        ):
            continue
        if role in {"at"} and named.reading.place.precision in WIDE:
            role = "in_area" if named.reading.place.precision != "line" else "along"
        heads.append(named)
        found.append(place_slot(named, named.reading.place, role))
    found = [p for i, p in enumerate(found) if not (i and _holds(scene, found[i - 1], p))]
    if len([p for p in found if p.role not in {"in_area"}]) >= 1:
        found = [p for p in found if not (p.role == "in_area" and p.place.precision == "country")] or found
    found = [p for p in found if not any(_lies_in(other, p) for other in found)]
    return grounded(scene, at, tuple(found))


_DATELINE = re.compile(r"(?:, [\w .-]{2,30}?)?\s*(?:\([^)]{2,30}\)\s*)?(?:[-–—]+|:)\s")


def _opens_as_dateline(scene: Scene, at: int, named: Named) -> bool:
    """*PALMYRA, Syria (Agency) - The army ...*: where the article was written, not where it happened."""
    mention, text = named.mention, scene.doc.text
    opening = text[scene.sentences[at].start : mention.start].strip()
    if not (opening or mention.text).isupper() or len(opening) > 30:
        return False
    return _DATELINE.match(text, mention.end) is not None


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


def _shifts(role: str) -> bool:
    return role.endswith("_of") or role in {"near", "between", "from", "to", "toward"}


def _container(scene: Scene, at: int, named: Named, before: list[Named]) -> bool:
    """Whether the place only contains another named place of this claim (*a crossing on the border*)."""
    up = named.head
    while up.head is not up and not is_verb(up.head):
        beside = up.dep == "conj"
        up = up.head
        other = scene.headed(at, up, MentionKind.PLACE)
        if other is not None and other is not named and not beside:
            return not _narrower(named, other)
    return any(
        other.mention.end < named.mention.start
        and scene.doc.text[other.mention.end : named.mention.start].strip(" ,").lower()
        in {"in", "on the", "in the", "on", "at the"}
        for other in before
    )


def _inside_people(scene: Scene, at: int, named: Named, own: frozenset[int]) -> bool:
    """A country inside the name of a group (*US forces in Syria*) only says whose they are."""
    up = named.head.head
    if up.dep == "prep" and up.head.i not in own:
        over = scene.on(at, up.head, MentionKind.ACTOR)
        place = named.reading.place if named.reading is not None else None
        return over is not None and not over.mention.generic and place is not None and place.precision == "country"
    return False


_WIDTH = {"site": 0, "town": 1, "district": 2, "province": 3, "area": 4, "region": 4, "country": 5}


def _narrower(one: Named, other: Named) -> bool:
    """Whether `one` is a place right before a wider one (*Idlib northern Syria*, for want of a comma)."""
    if one.reading is None or one.reading.place is None or other.reading is None or other.reading.place is None:
        return False
    low, high = (
        _WIDTH.get(named.reading.place.precision, 9) for named in (one, other) if named.reading and named.reading.place
    )
    return low < high and 0 <= other.mention.start - one.mention.end <= 2


def _holds(scene: Scene, one: PlaceSlot, other: PlaceSlot) -> bool:
    """Whether the second place only tells where the first one lies, which stands right before it."""
    wide = _WIDTH.get(other.place.precision, 0)
    return (
        other.role == "in_area"
        and wide > 3
        and _WIDTH.get(one.place.precision, 9) < wide
        and one.place.country == other.place.country
        and not scene.doc.text[one.end : other.start].strip(" ,")
    )


def _lies_in(one: PlaceSlot, other: PlaceSlot) -> bool:
    """Whether one place of a claim lies in another one of it, which then tells no more than where that is."""
    if one is other or one.role != "at" or other.role not in {"at", "in_area"}:
        return False
    inner, outer = one.place, other.place
    if inner.lat is None or inner.lon is None or outer.lat is None or outer.lon is None:
        last = one.text.lower().split()[-1]
        return inner.lat is None and outer.precision == "town" and last in QUARTERS and other.start < one.start
    if _WIDTH.get(outer.precision, 0) < 3 or _WIDTH.get(inner.precision, 9) >= _WIDTH[outer.precision]:
        return False
    apart = kilometres((inner.lat, inner.lon), (outer.lat, outer.lon))
    return apart <= _LOOSE * (outer.radius_km or 0.0) + (inner.radius_km or 0.0)


_LOOSE = 1.5
"""Provinces and their parts are no discs: one that the radius of its disc just misses may still hold a place."""
QUARTERS = frozenset({"neighborhood", "neighbourhood", "district", "quarter", "quarters", "suburb", "street", "square"})


def _of_the_doer(scene: Scene, at: int, named: Named, own: frozenset[int]) -> bool:
    """*Groups positioned in X shelled Y*: where the doers stand is not where it happened."""
    here = named.head
    while here.head is not here and here.i not in own:
        if here.dep == "acl" and here.tag == "VBN" and here.head.dep == "nsubj":
            return scene.kind_of(at, here.head) == "people"
        if is_verb(here) and here.dep != "acl":
            return False
        here = here.head
    return False


OFFICES = frozenset(
    "embassy consulate ambassador envoy government president parliament minister governor mayor king".split()
)


def _of_an_office(named: Named) -> bool:
    """*The embassies of X, the governor of Y*: whose it is, not where the act happened."""
    name = named.head
    while name.dep == "conj" and not is_verb(name.head):
        name = name.head
    prep = name.head
    return name.dep == "pobj" and prep.lower == "of" and prep.head.lemma in OFFICES


LEFT = frozenset({"capture", "displace", "withdraw", "release"})
"""Types whose *from* behind the people moved is the place they lose (*expelled rebels from X*)."""


def _origin(scene: Scene, at: int, named: Named, pred: Predicate) -> bool:
    """*Peacekeepers from X*: where people are from, not where it happened."""
    name = named.head
    while name.dep in {"conj", "compound", "nmod"} and not is_verb(name.head):
        name = name.head
    prep = name.head
    if prep.lower != "from" or not prep.head.tag.startswith("NN") or scene.kind_of(at, prep.head) != "people":
        return False
    return pred.type not in LEFT or prep.head.dep not in {"dobj", "obj", "nsubjpass"}
