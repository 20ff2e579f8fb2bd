"""Reasons for states: one holder of one place, one relation, one crossing closed and not opened."""

from __future__ import annotations

from tripoint.events.profile import Profile
from tripoint.events.setting import Found, Setting


def same_state(a: Profile, b: Profile, setting: Setting) -> Found:
    """One state: the same holder and the same place, or the same pair of parties."""
    if not (a.state and b.state) or a.claim.type != b.claim.type or a.agents.isdisjoint(b.agents):
        return None
    if a.held_keys & b.held_keys:
        return 1.2, "the same holder and place"
    if a.recipients & b.recipients:
        return 1.4, "the same relation of the same parties"
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


def _standing(held: Profile) -> str | None:
    claim = held.claim
    if claim.type == "status":
        return claim.status if not held.denied else None
    if claim.type in ("open", "close"):
        opened = (claim.type == "open") != held.denied
        return "open" if opened else "closed"
    return None
