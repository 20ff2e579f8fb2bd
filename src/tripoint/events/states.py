"""Reasons for states: one holder of one place, one relation, one crossing closed and not opened."""

from __future__ import annotations

from tripoint.comparison import times
from tripoint.comparison.places import WIDE, key
from tripoint.events.profile import Profile
from tripoint.events.setting import NEARBY, Found, Setting
from tripoint.events.sides import called_otherwise, one_side

CHANGES = frozenset({"capture", "withdraw", "transfer"})
"""Acts by which a place changes hands."""
TOLD_WITHIN = 30
"""Days between two texts up to which they tell of one change of hands."""
TAKEN = frozenset({"capture", "reach", "transfer"})
"""Acts by which a place comes into other hands, or troops into the place."""


def same_state(a: Profile, b: Profile, setting: Setting) -> Found:
    """One state: the same holder and the same place, or the same pair of parties."""
    if not (a.state and b.state) or a.claim.type != b.claim.type or a.agents.isdisjoint(b.agents):
        return None
    if a.held_keys & b.held_keys:
        return 1.2, "the same holder and place"
    if a.recipients & b.recipients:
        return 1.4, "the same relation of the same parties"
    if called_otherwise(a, b):
        return 1.2, "the same relation, its other party called by another noun"
    return None


def passage_status(a: Profile, b: Profile, setting: Setting) -> Found:
    """Closed, and not opened: one state of one crossing or road told twice."""
    shared = a.held_keys & b.held_keys
    if not shared or a.prospective or b.prospective:
        return None
    one, two = _standing(a), _standing(b)
    if one is None or one != two or a.claim.type == b.claim.type:
        return None
    return 1.0, f"both say that it is {one}"


def taking(a: Profile, b: Profile, setting: Setting) -> Found:
    """A hold told beside the capture that made it, in one document."""
    if {a.claim.type, b.claim.type} != {"capture", "control"} or a.claim.document_id != b.claim.document_id:
        return None
    if a.agents.isdisjoint(b.agents) or not a.held_keys & b.held_keys:
        return None
    return 0.8, "who holds it is who took it"


def fall(a: Profile, b: Profile, setting: Setting) -> Found:
    """One text seldom tells of two takings of one town: *entered the town*, and later *the fall of the town*."""
    if not (a.kinds | b.kinds) <= TAKEN or a.claim.document_id != b.claim.document_id or a.state or b.state:
        return None
    towns = {key(place) for place in (*a.places, *b.places) if place.precision not in WIDE}
    if a.held_keys.isdisjoint(b.held_keys & towns) or a.denied != b.denied or a.past or b.past:
        return None
    if a.agents and b.agents and not (a.bare or b.bare) and not one_side(a, b):
        return None
    if a.partial is not None and b.partial is not None and a.partial != b.partial:
        return None
    if abs(a.start - b.start) <= NEARBY or a.lead or b.lead:
        return 1.2, "one text tells of the taking of one place"
    return None


def taken_once(a: Profile, b: Profile, setting: Setting) -> Found:
    """A place is seldom taken, left or opened twice: two texts of which no day tells such acts apart tell one."""
    if a.claim.document_id == b.claim.document_id or a.claim.type != b.claim.type or a.claim.type not in CHANGES:
        return None
    if a.past or b.past or (a.day is not None and b.day is not None) or a.prospective or b.prospective:
        return None
    shared = a.held_keys & b.held_keys
    if not any(key(place) in shared and place.precision not in WIDE for place in (*a.places, *b.places)):
        return None
    if a.told is not None and b.told is not None and times.gap(a.told, b.told) > TOLD_WITHIN:
        return None
    return 0.8, "a place is seldom taken or left twice"


def _standing(held: Profile) -> str | None:
    claim = held.claim
    if claim.type == "status":
        return claim.status if not held.denied else None
    if claim.type in ("open", "close"):
        opened = (claim.type == "open") != held.denied
        return "open" if opened else "closed"
    return None
