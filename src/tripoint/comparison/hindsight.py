"""Words by which a text looks back on other acts than the one it tells: *in previous attacks, frequently, similar*."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"\b(?:previous(?:ly)?|earlier (?:this|attacks?|strikes?)|in the past|past (?:attacks?|strikes?|months?)|similar"
    r"|frequent(?:ly)?|often|several times|repeated(?:ly)?|regularly|since the (?:start|beginning|outbreak)"
    r"|(?:over|in|during) the (?:weekend|past|last))\b",
    re.IGNORECASE,
)


def looks_back(text: str) -> bool:
    """Return whether the words of a claim look back on other acts, or on many."""
    return _BEFORE.search(text) is not None
