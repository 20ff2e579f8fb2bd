"""Words against words: content words, shingles, quotations, and sketches that put like texts into one block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from zlib import crc32

from tripoint.text import clean, words

_PLAIN = frozenset(
    words(
        "a an and are as at be been being both but by for from had has have he her his in into is it its of on or our"
        " she so some than that the their them there these they this those to was we were which who whom will with"
        " would after also according said says told added during while"
    )
)
_ENDING = re.compile(r"(?:'s|ing|ed|es|s)$")
_STOP = re.compile(r"[.!?][\"'\u2019\u201d)\]]*(?=\s+[\"'\u2018\u201c(\[]?[A-Z0-9])|\n")
_QUOTE = re.compile(r'"([^"\n]{12,1200})"')


def content(text: str) -> frozenset[str]:
    """Return the words of `text` that carry meaning, without their commonest endings."""
    return frozenset(_ENDING.sub("", word) or word for word in words(text) if word not in _PLAIN)


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of the smaller set that the other holds, damped where the smaller has under four words."""
    small = min(len(a), len(b))
    return len(a & b) / max(small, 4) if small else 0.0


def hashed(parts: Sequence[str]) -> int:
    """Return a number that is the same for the same words on every machine and in every run."""
    return crc32("\x1f".join(parts).encode("utf-8", "surrogatepass"))


def shingles(listed: Sequence[str], size: int) -> list[int]:
    """Return the hashes of every run of `size` words, in order."""
    return [hashed(listed[i : i + size]) for i in range(len(listed) - size + 1)]


def sketch(hashes: Iterable[int], size: int) -> tuple[int, ...]:
    """Return the `size` smallest hashes: like texts tend to share them."""
    return tuple(sorted(set(hashes))[:size])


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans between quotation marks, any opener with any closer, one paragraph at a time."""
    return tuple((m.start(1), m.end(1)) for m in _QUOTE.finditer(clean(text)))


def sentence_stops(text: str) -> tuple[int, ...]:
    """Return where sentences end: behind a full stop before a capital, at a line's end."""
    return tuple(m.end() for m in _STOP.finditer(text))
