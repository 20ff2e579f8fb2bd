"""Which place of a claim only tells where another of its places lies."""

from __future__ import annotations

from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import is_verb
from tripoint.model import MentionKind, PlaceSlot
from tripoint.sphere import kilometres
from tripoint.syntax import Token

_WIDTH = {"site": 0, "town": 1, "district": 2, "province": 3, "area": 4, "region": 4, "country": 5}
_LOOSE = 1.5
"""Provinces and their parts are no discs: one that the radius of its disc just misses may still hold a place."""
_QUARTERS = frozenset(
    {"neighborhood", "neighbourhood", "district", "quarter", "quarters", "suburb", "street", "square"}
)


def shifts(role: str) -> bool:
    """Whether the role names another place than the one that the words name (*north of X, from X*)."""
    return role.endswith("_of") or role in {"near", "between", "from", "to", "toward"}


def container(scene: Scene, at: int, named: Named, before: list[Named]) -> bool:
    """Whether the place only contains another named place of this claim (*a crossing on the border*)."""
    up = named.head
    while up.head is not up and not is_verb(up.head):
        # *the town of X and Y; X and Y provinces*
        beside = up.dep == "conj" or (up.dep == "nmod" and bool(up.children("conj")))
        up = up.head
        other = scene.headed(at, up, MentionKind.PLACE)
        if other is not None and other is not named and not beside:
            return not _narrower(named, other)
        if not beside and _calls(scene, at, up, named):
            return True
    return any(
        other.mention.end < named.mention.start
        and scene.doc.text[other.mention.end : named.mention.start].strip(" ,").lower()
        in (_LYING | _BY_A_LINE if is_line(named) else _LYING)
        for other in before
    )


def _calls(scene: Scene, at: int, noun: Token, named: Named) -> bool:
    """*The Red Sea port of X*: a place noun before the name of the place itself."""
    behind = (pobj for kid in noun.children("prep") if kid.lower == "of" for pobj in kid.children("pobj"))
    told = [scene.headed(at, one, MentionKind.PLACE) for one in behind] if noun.lemma in TOWNS else []
    return any(one is not None for one in told) and all(one is not named for one in told) and named.head.i < noun.i


TOWNS = frozenset({"town", "city", "village", "port", "hamlet", "hub", "resort", "oasis"})
"""Place nouns behind whose *of* stands the name of the place itself."""
_LYING = frozenset({"in", "on the", "in the", "on", "at the"})
_BY_A_LINE = frozenset({"near the", "near its", "along the", "close to the", "on its", "not far from the"})
"""What stands between a place and the border that only tells where it lies (*at X, near the border with Y*)."""


def is_line(named: Named) -> bool:
    """Whether the place is a border, a road or a river."""
    place = named.place
    return place is not None and place.precision == "line"


def _narrower(one: Named, other: Named) -> bool:
    """Whether `one` is a place right before a wider one (*Idlib northern Syria*, for want of a comma)."""
    if one.reading is None or one.reading.place is None or other.reading is None or other.reading.place is None:
        return False
    low, high = (
        _WIDTH.get(named.reading.place.precision, 9) for named in (one, other) if named.reading and named.reading.place
    )
    return low < high and 0 <= other.mention.start - one.mention.end <= 2


def holds(scene: Scene, one: PlaceSlot, other: PlaceSlot) -> bool:
    """Whether the second place only tells where the first one lies, which stands right before it."""
    wide = _WIDTH.get(other.place.precision, 0)
    return (
        other.role == "in_area"
        and wide > 3
        and _WIDTH.get(one.place.precision, 9) < wide
        and one.place.country == other.place.country
        and not scene.doc.text[one.end : other.start].strip(" ,")
    )


def _is_quarter(one: PlaceSlot) -> bool:
    return one.text.lower().split()[-1] in _QUARTERS


def lies_in(one: PlaceSlot, other: PlaceSlot) -> bool:
    """Whether one place of a claim lies in another one of it, which then tells no more than where that is."""
    if one is other or one.role != "at" or other.role not in {"at", "in_area"}:
        return False
    inner, outer = one.place, other.place
    if inner.place_id is None and inner.precision == "site" and outer.precision == "town" and _is_quarter(one):
        return True
    if inner.lat is None or inner.lon is None or outer.lat is None or outer.lon is None:
        last = one.text.lower().split()[-1]
        return inner.lat is None and outer.precision == "town" and last in _QUARTERS and other.start < one.start
    if _WIDTH.get(outer.precision, 0) < 3 or _WIDTH.get(inner.precision, 9) >= _WIDTH[outer.precision]:
        return False
    apart = kilometres((inner.lat, inner.lon), (outer.lat, outer.lon))
    return apart <= _LOOSE * (outer.radius_km or 0.0) + (inner.radius_km or 0.0)
