"""News: an act without a day of its own is of the days on which it was told, and what goes on went on until then."""

from __future__ import annotations

from tripoint.comparison import times
from tripoint.comparison.figures import of_both
from tripoint.comparison.hindsight import looks_back
from tripoint.comparison.places import main_slots
from tripoint.events.families import STATES
from tripoint.events.profile import PROSPECTIVE, Profile
from tripoint.events.setting import ONCE
from tripoint.model import Claim, ClaimKind, Document

STALE = 30
"""Days within which all news of one act are told that has no day of its own."""
News = tuple[int, int]
"""The end of the earliest and the begin of the latest time at which an act was told."""


def of_other_times(a: Profile, b: Profile) -> bool:
    """Return whether two texts tell of acts of other months, by their days or by those of the news."""
    if a.claim.document_id == b.claim.document_id or (a.state and b.state):
        return False
    one, two = days_of(a), days_of(b)
    if one is not None and two is not None and times.gap(one, two) > STALE:
        return True
    return stale(a.news, b.news, one, two) > 0


def days_of(held: Profile) -> times.Days | None:
    """Return the days of a happening, those of what goes on until it was told."""
    return lasting(held.day, held.told, prospective=held.prospective)


def told_on(claim: Claim, doc: Document | None) -> times.Days | None:
    """Return when a claim was told: when it was said, else when its document was published."""
    return times.days(claim.said) or times.days(doc.published if doc is not None else None)


def news(claim: Claim, told: times.Days | None) -> News | None:
    """Return when an act was told that is of the days of its text: nothing else says which of such acts it is.

    A place is seldom taken, left or opened twice: what was, a text may tell years later. So may one that looks back.
    """
    if not undated(claim) or not times.narrow(told) or told is None or told[0] is None or told[1] is None:
        return None
    if claim.type in ONCE and claim.modality not in PROSPECTIVE and main_slots(claim):
        return None
    return None if any(looks_back(evidence.text) for evidence in claim.evidence) else (told[1], told[0])


def undated(claim: Claim) -> bool:
    """Return whether a claim tells an act without its day."""
    return not lasts(claim) and times.days(claim.time) is None


def lasts(claim: Claim) -> bool:
    """Return whether a claim tells what holds over an interval, by its kind or its type."""
    return claim.kind is ClaimKind.STATE or claim.type in STATES


def stale(one: News | None, two: News | None, days: times.Days | None, other_days: times.Days | None) -> int:
    """Return how many days too far apart two acts were told, or one told and the other done; 0 where they are not.

    `days` and `other_days` are those of one and of two.
    """
    both = of_both(one, two)
    if both is not None:
        return max(0, both[1] - both[0] - STALE)
    told, done = (one, other_days) if one is not None else (two, days)
    return 0 if told is None or done is None else times.gap((told[1] - STALE, told[0] + STALE), done)


def lasting(days: times.Days | None, told: times.Days | None, *, prospective: bool) -> times.Days | None:
    """Return the days of what has gone on *since June*: until it was told, since nobody knows how long it did then."""
    if days is None or days[0] is None or days[1] is not None or prospective:
        return days
    if told is None or told[1] is None or told[1] < days[0] or not times.narrow(told):
        return days
    return days[0], told[1]
