"""Reasons from the texts that two claims stand in: what they quote, what rare words they share, what they open with."""

from __future__ import annotations

from tripoint.comparison import times
from tripoint.comparison.occasions import CLOSE, NEAR, TOUCHING
from tripoint.events.profile import Profile
from tripoint.events.setting import OPEN, Found, Setting
from tripoint.events.spots import place

DAYS = 3
"""Days within which texts tell the same news."""


def account(a: Profile, b: Profile, setting: Setting) -> Found:
    """What a text tells of one happening in several clauses is compared as one."""
    if a.members == b.members == 1:
        return None
    return 0.0, f"compared with all that each text tells of it, in {a.members} and {b.members} clauses"


def quotation(a: Profile, b: Profile, setting: Setting) -> Found:
    """The same words inside quotation marks in two documents: one statement, on one happening."""
    if a.claim.document_id == b.claim.document_id or a.quote_runs.isdisjoint(b.quote_runs):
        return None
    if a.claim.type == b.claim.type:
        return 2.0, "both quote the same words"
    return 0.4, "both quote the same statement"


def companions(a: Profile, b: Profile, setting: Setting) -> Found:
    """Two pages that quote one statement speak of one occasion; so, less surely, do two articles on one page."""
    if a.claim.document_id == b.claim.document_id:
        return None
    if setting.together(a, b):
        return 1.0, "the two pages quote the same statement"
    return (0.6, "both articles stand on one page") if setting.one_page(a, b) else None


def occasion(a: Profile, b: Profile, setting: Setting) -> Found:
    """Two texts that share words rare in the case speak of one occasion."""
    if a.claim.document_id == b.claim.document_id or (a.state and b.state) or setting.together(a, b):
        return None
    like = setting.occasion(a, b)
    if like < NEAR:
        if like < TOUCHING or setting.one_outlet(a, b) or not _same_days(a, b):
            return None
        return 0.5, "the two texts share words that are rare in the case, within days"
    if setting.one_outlet(a, b):
        return 0.6, "two texts of one outlet share words that are rare in the case, as its bulletins do"
    if like >= CLOSE:
        return 1.7, "the two texts share many words that are rare in the case"
    return 0.8, "the two texts share words that are rare in the case"


def opening(a: Profile, b: Profile, setting: Setting) -> Found:
    """Two texts of the same days that may speak of one occasion, and both open with it."""
    if a.claim.document_id == b.claim.document_id or not (a.lead and b.lead) or a.state or b.state:
        return None
    if setting.one_outlet(a, b) or not _same_days(a, b) or setting.occasion(a, b) < TOUCHING:
        return None
    return 0.5, "both texts open with it, within days of each other"


def rare_words(a: Profile, b: Profile, setting: Setting) -> Found:
    """Words that few texts of the case hold stand in both: a name that no gazetteer has, a thing, a number."""
    if a.claim.document_id == b.claim.document_id or setting.one_outlet(a, b):
        return None
    shared = len(a.rare & b.rare)
    if not shared:
        return None
    return (0.5, "both hold a word that is rare in the case") if shared == 1 else (0.9, "both hold rare words")


def _same_days(a: Profile, b: Profile) -> bool:
    return times.narrow(a.told) and times.narrow(b.told) and times.gap(a.told or OPEN, b.told or OPEN) <= DAYS


def no_anchor(a: Profile, b: Profile, setting: Setting) -> Found:
    """Who and what alone do not make one happening of two texts: something must tie them to one time or place."""
    if a.claim.document_id == b.claim.document_id or (a.state and b.state):
        return None
    tied = (
        (a.day is not None and b.day is not None)
        or (a.partial is not None and b.partial is not None)
        or (times.narrow(a.told) and times.narrow(b.told))
        or not a.held_keys.isdisjoint(b.held_keys)
        or (a.prospective and b.prospective and (place(a, b, setting) or (0.0, ""))[0] >= 0.4)
        or not a.quote_runs.isdisjoint(b.quote_runs)
        or setting.together(a, b)
        or setting.one_page(a, b)
        or setting.occasion(a, b) >= NEAR
    )
    return None if tied else (-0.6, "nothing ties the two to one time or place")
