"""Which part of the data that may train shipped weights is held back from training, and what the weights have seen."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from tripoint.resources.encoder import seen

_OPENING = 60


def held_back(key: str) -> bool:
    """Say whether the document of that key is of the fifth that trains nothing.

    The first eight hexadecimal digits of the key's SHA-256, read as a number, are then divisible by five.
    """
    return int(mark(key), 16) % 5 == 0


def mark(key: str) -> str:
    """Return the first eight hexadecimal digits of the SHA-256 of a document's key."""
    return sha256(key.encode("utf-8")).hexdigest()[:8]


def sentence_key(text: str) -> str:
    """Return the key of a lone sentence: its first sixty characters in lower case and single blanks.

    Agencies send the same sentence twice with another end: both fall into one part.
    """
    return " ".join(text.lower().split())[:_OPENING]


@lru_cache(maxsize=1)
def _seen() -> frozenset[str]:
    return frozenset(seen())


def is_seen(key: str) -> bool:
    """Say whether the shipped weights were trained on the document of that key."""
    return mark(key) in _seen()
