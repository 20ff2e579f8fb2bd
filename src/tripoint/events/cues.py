"""Words by which linking tells one happening from another: *another attack*, *the attack*, *a week after*."""

from __future__ import annotations

import re

_HAPPENING = (
    r"(?:operations?|attacks?|assaults?|offensives?|raids?|strikes?|airstrikes?|bombings?|blasts?|explosions?|shellings?"
    r"|battles?|clash(?:es)?|fighting|meetings?|talks|agreements?|deals?|truces?|sieges?|sweeps?|campaigns?|advances?)"
)
_INSTANCE = re.compile(
    r"\b(?:another|second|third|fourth|separate|different|further|fresh|renewed|additional|new)(?: [\w-]+){0,2}? "
    rf"{_HAPPENING}\b|\b(?:once more|(?:once )?again)\b"
)
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|(?:last|this|earlier this) (?:week|month|year)"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d|\d (?:january"
    r"|february|march|april|may|june|july|august|september|october|november|december)|(?:19|20)\d\d)\b"
)
_NAMED = re.compile(
    r"\b(?:in|at|near|outside|around) (?:the )?(?:[a-z]+ )?"
    r"(?:(?:town|city|village|district|neighbou?rhood|province|area) (?:of )?)?[A-Z][a-z]"
)
_MEASURED = re.compile(
    r"\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|some|few|many|\d+) "
    r"(?:hours?|days?|weeks?|months?|years?) after\b"
)
_DEFINITE = re.compile(rf"\b(?:the|this|that|these|those)(?: [\w-]+){{0,2}}? {_HAPPENING}\b")

_DEFINITE_PLACE = re.compile(
    r"\b(?:the|this|that)(?: [\w-]+){0,2}?"
    r" (crossing|bridge|road|highway|airport|base|dam|refinery|checkpoint|gate|border post|hospital|school|camp)\b"
)


def another(folded: str) -> bool:
    """Whether the words tell that it is one more of its kind (*another attack, a second strike*)."""
    return _INSTANCE.search(folded) is not None


def anchored(told: str, folded: str) -> bool:
    """Whether the words tell a day or a place, be it one that no slot holds."""
    return _DAY.search(folded) is not None or _NAMED.search(told) is not None


def looked_back(folded: str) -> bool:
    """Whether the words open with the time between it and another act (*a week after ten were killed*)."""
    return _MEASURED.match(folded) is not None


def definite(folded: str) -> bool:
    """Whether the words speak of the happening as known (*the attack*)."""
    return _DEFINITE.search(folded) is not None


def definite_place(folded: str) -> str | None:
    """Return the kind of place that the words speak of as known (*the crossing*), or None."""
    found = _DEFINITE_PLACE.search(folded)
    return found.group(1) if found is not None else None
