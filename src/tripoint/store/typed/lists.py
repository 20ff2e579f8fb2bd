"""Lists as they are typed: pieces parted by `;`, and the words for nothing."""

from __future__ import annotations

from tripoint.errors import InputError

NOTHING = frozenset({"", "none", "nobody", "not told", "-"})
"""Words that empty a field."""

_MOST = 20


def pieces(words: str) -> list[str]:
    """Return the pieces of a list, none of the words for nothing; raises InputError in a sentence."""
    if words.lower() in NOTHING:
        return []
    found = [piece.strip() for piece in words.split(";")]
    if not all(found) or len(found) > _MOST:
        raise InputError(f"{words[:60]!r} is no list; write up to {_MOST} names parted by ;, or none")
    return found
