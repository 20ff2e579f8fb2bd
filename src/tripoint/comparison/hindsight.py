"""Words by which a text looks back on other acts than the one it tells: *in previous attacks, frequently, similar*."""

from __future__ import annotations

import re
from functools import lru_cache

RECENT = 8192
"""Texts of which it is known: what is judged of an event asks it of each of its claims, over and over."""
_BEFORE = re.compile(
    r"\b(?:previous(?:ly)?|originally|formerly|earlier (?:this|attacks?|strikes?)|in the past"
    r"|past (?:attacks?|strikes?|months?)|similar|frequent(?:ly)?|often|several times|repeated(?:ly)?|regularly"
    r"|since the (?:start|beginning|outbreak)|(?:over|in|during) the (?:weekend|past|last))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=RECENT)
def looks_back(text: str) -> bool:
    """Return whether the words of a claim look back on other acts, or on many."""
    return _BEFORE.search(text) is not None


_LONG_BEFORE = re.compile(r"\b(?:previously|originally|formerly|in the past|back in)\b", re.IGNORECASE)


def long_before(text: str) -> bool:
    """Return whether the words of a claim tell what lies well before the rest of its text."""
    return _LONG_BEFORE.search(text) is not None


_HABIT = re.compile(
    r"\b(?:(?:every|each) (?:single |other )?(?:day|night|week|month|morning|evening)|day (?:after|by) day"
    r"|night after night|week after week|day and night|time and again|(?:daily|nightly|weekly|regular) basis"
    r"|daily (?:\w+ )?(?:shelling|bombardment|bombings?|attacks|raids|strikes|clashes|ambushes|fire)"
    r"|(?:shelled|bombed|bombarded|struck|hit|attacked|raided|targeted)(?: almost| nearly)? daily"
    r"|regularly|routinely|usually|typically|habitually|often|frequent(?:ly)?|constantly|never"
    r"|do(?:es)?(?: not|n['’]t))\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:repeated(?:ly)?|(?:several|many|numerous|countless|dozens of) times|continu\w+)\b", re.IGNORECASE
)


def habitual(text: str) -> bool:
    """Return whether the words tell a course of acts, done again and again over days (*almost every day, often*)."""
    return _HABIT.search(text) is not None


def manifold(text: str) -> bool:
    """Return whether the words tell more acts than one, be it within an hour (*repeatedly, several times*)."""
    return _MANY.search(text) is not None
