"""Where a place slot leads on the map when it is not the place itself: *20 km southeast of A*, *between A and B*."""

from __future__ import annotations

from dataclasses import replace

from tripoint.claims.scene import Scene
from tripoint.model import AmountValue, MentionKind, PlaceSlot, PlaceValue
from tripoint.sphere import BEARINGS, Point, kilometres, line, sector

REACH_KM = {"site": 20.0, "town": 30.0, "district": 40.0}
"""How far *north of a place* goes where no distance is told; of a wider place, as far again as it is wide."""

FARTHEST_KM = 500.0
"""Two places farther apart than this are no stretch of ground between which one thing happens."""

_GAP = 24
"""Characters that may stand between a distance and the place it is counted from (*to the southeast of the town of*)."""

_PAIRS = (("between", "between"), ("from", "to"))


def grounded(scene: Scene, at: int, slots: tuple[PlaceSlot, ...]) -> tuple[PlaceSlot, ...]:
    """Return the slots of one claim with the ground that their roles tell; points and radii stay those of the names."""
    found = [_aside(scene, at, slot) for slot in slots]
    for one, other in _PAIRS:
        first = next((i for i, slot in enumerate(found) if slot.role == one), None)
        second = next((i for i, slot in enumerate(found) if slot.role == other and i != first), None)
        if first is None or second is None:
            continue
        drawn = _stretch(found[first].place, found[second].place)
        for i in (first, second):
            found[i] = replace(found[i], place=replace(found[i].place, geometry=drawn or found[i].place.geometry))
    return tuple(found)


def _aside(scene: Scene, at: int, slot: PlaceSlot) -> PlaceSlot:
    bearing = BEARINGS.get(slot.role.removesuffix("_of")) if slot.role.endswith("_of") else None
    point = _point(slot.place)
    if point is None or slot.place.precision in ("country", "line"):
        return slot
    told = _distance(scene, at, slot)
    if bearing is None and (told is None or slot.role not in ("from", "near")):
        return slot
    radius = slot.place.radius_km or 0.0
    if told is None or told.low is None:
        near, far = 0.0, radius + REACH_KM.get(slot.place.precision, max(radius, 20.0))
    else:
        slack = radius + max(2.0, 0.15 * told.low)
        near, far = max(0.0, told.low - slack), (told.high or told.low) + slack
    if bearing is None:
        drawn = sector(point, 0.0, width=360.0, near_km=near, far_km=far)
    else:
        drawn = sector(point, bearing, width=90.0, near_km=near, far_km=far)
    return replace(slot, place=replace(slot.place, geometry=drawn))


def _distance(scene: Scene, at: int, slot: PlaceSlot) -> AmountValue | None:
    """Return the distance that ends right before the place, but for a direction (*some 20 km southeast of*)."""
    for named in scene.named(at, MentionKind.AMOUNT):
        amount = named.reading.amount if named.reading is not None else None
        if amount is None or amount.unit != "km" or named.mention.end > slot.start:
            continue
        between = scene.doc.text[named.mention.end : slot.start].lower().split()
        if len(" ".join(between)) <= _GAP + len(slot.role) and set(between) <= _BETWEEN:
            return amount
    return None


_BETWEEN = frozenset(
    "to the of from town city village area away outside further east west north south northeast northwest southeast "
    "southwest north-east north-west south-east south-west crossing base".split()
)


def _stretch(a: PlaceValue, b: PlaceValue) -> str | None:
    start, end = _point(a), _point(b)
    if start is None or end is None:
        return None
    length = kilometres(start, end)
    if not 1.0 < length <= FARTHEST_KM:
        return None
    return line((start, end), uncertainty_km=max(a.radius_km or 0.0, b.radius_km or 0.0, 0.1 * length))


def _point(place: PlaceValue) -> Point | None:
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)
