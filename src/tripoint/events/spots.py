"""Reasons from the places of two claims, against their uncertainty."""

from __future__ import annotations

from tripoint.comparison.parties import NAMELESS
from tripoint.comparison.places import WIDE, key, kilometres, leeway, one_province, seat
from tripoint.events.families import MOVING
from tripoint.events.profile import Profile
from tripoint.events.setting import REPEATED, Found, Setting


def place(a: Profile, b: Profile, setting: Setting) -> Found:
    """Places against their uncertainty."""
    if not a.place_keys or not b.place_keys:
        return None
    shared = a.held_keys & b.held_keys
    one_text = a.claim.document_id == b.claim.document_id
    if shared:
        spots = _spots(a) - shared, _spots(b) - shared
        if all(spots):
            return (-0.8 if one_text else -0.3), "different spots of the same place"
        wide = all(p.precision in WIDE for p in (*a.places, *b.places) if key(p) in shared)
        repeated = bool(a.kinds & b.kinds & REPEATED)
        if wide:
            return (0.2 if repeated else 0.5), "the same wide area"
        if repeated and not one_text and setting.common(shared):
            return 0.5, "the same place, of which many texts of the case tell such acts"
        return 1.0, "the same place"
    passing = (a.kinds | b.kinds) & (MOVING - {"reach"})
    if a.place_keys & b.place_keys and (passing or not (_mapped(a) and _mapped(b))):
        return 0.4, "near the same place"  # but *a town north of Kherson* is not Kherson
    if any(p.precision in WIDE for p in (*a.places, *b.places)):
        return _wide(a, b)
    near = _nearest(a, b)
    if one_text:
        if near is None and (_on_map(a) or _on_map(b)):
            return None  # the quarter of a town is on no map
        return -0.6, "one text names two places"
    if near is None:
        both = not (_on_map(a) or _on_map(b))
        return (-0.6, "the places have different names") if both else (-0.3, "one of the places is on no map")
    distance, room = near
    if any(one_province(p, q) and (seat(p) or seat(q)) for p in a.places for q in b.places):
        return 0.1, "one may be the province that bears the name of its town"
    if distance <= room:
        return 0.6, f"{distance:.0f} km apart, within their uncertainty"
    if (a.kinds | b.kinds) & MOVING:
        return -0.4, f"{distance:.0f} km apart, of acts that pass through places"
    return -0.8 if distance < 2 * room + 20 else -1.5, f"{distance:.0f} km apart"


def _nearest(a: Profile, b: Profile) -> tuple[float, float] | None:
    found = [(d, leeway(p) + leeway(q)) for p in a.places for q in b.places if (d := kilometres(p, q)) is not None]
    return min(found, default=None)


def _wide(a: Profile, b: Profile) -> Found:
    near = _nearest(a, b)
    if near is not None and near[0] > near[1] + 50:
        return (-0.4 if (a.kinds | b.kinds) & MOVING else -0.8), f"{near[0]:.0f} km apart"
    if any(one_province(p, q) for p in a.places for q in b.places):
        return 0.4, "both lie in one province"
    if {p.country for p in a.places if p.country} & {p.country for p in b.places if p.country} or near is not None:
        return 0.1, "one area may hold the other"
    return None


def _spots(held: Profile) -> frozenset[str]:
    """Return the places of a claim that are on no map: a quarter, a street, a market."""
    return frozenset(name for name in held.held_keys if name.startswith(NAMELESS))


def _mapped(held: Profile) -> bool:
    """Return whether a claim names a spot on the map that it is about, rather than one that it lies near."""
    return bool(held.held_keys) and all(p.lat is not None and p.precision not in WIDE for p in held.places)


def _on_map(held: Profile) -> bool:
    return any(place.lat is not None for place in held.places)
