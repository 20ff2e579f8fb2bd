"""The passages that two documents share word for word, with where they stand in both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np

from tripoint.model import BlockRole, Document, Passage
from tripoint.text import clean, fold

LEAST = 20
"""Words in a row from which on a passage is kept: more than a stock phrase or a name with its title."""
_SEED = 8
_ODD = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


_HELD = 256
"""Texts that are kept ready: pairs come sorted by their first, and a text that many repeat is asked for again."""


def between(pairs: Iterable[tuple[str, str]], documents: Mapping[str, Document]) -> Iterator[tuple[Passage, ...]]:
    """Yield for each pair of ids the passages that both documents hold, in the order of the pairs."""

    @lru_cache(maxsize=_HELD)
    def ready(document_id: str) -> _Text:
        return _Text.of(documents[document_id])

    for one, other in pairs:
        yield tuple(_shared(ready(one), ready(other)))


def shared(document: Document, other: Document) -> Iterator[Passage]:
    """Yield the longest runs of words that both hold, in the order of `document`, none inside another."""
    return _shared(_Text.of(document), _Text.of(other))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """The words of a document with their places, the hashes of their runs, each run once, and where it stands first."""

    document_id: str
    words: list[str]
    spans: list[tuple[int, int]]
    runs: np.ndarray
    known: np.ndarray
    first: np.ndarray

    @staticmethod
    def of(document: Document) -> _Text:
        words, spans = _told(document)
        runs = _hashed(words)
        known, first = np.unique(runs, return_index=True)
        return _Text(
            document_id=document.document_id,
            words=words,
            spans=spans,
            runs=runs,
            known=known,
            first=first,
        )


def _hashed(words: list[str]) -> np.ndarray:
    """Return a number for every run of words, in order. What runs have in common is read word for word afterwards."""
    size = max(0, len(words) - _SEED + 1)
    told = np.fromiter((crc32(word.encode("utf-8", "surrogatepass")) for word in words), np.uint64, len(words))
    found = np.zeros(size, dtype=np.uint64)
    for at in range(_SEED if size else 0):
        found = found * _ODD + told[at : at + size]
        found ^= found >> _SHIFT
    return found


def _shared(one: _Text, other: _Text) -> Iterator[Passage]:
    words, others, free = one.words, other.words, 0
    if not len(other.known):
        return
    where = np.minimum(np.searchsorted(other.known, one.runs), len(other.known) - 1)
    seeds = np.flatnonzero(other.known[where] == one.runs)
    for at, place in zip(seeds.tolist(), other.first[where[seeds]].tolist(), strict=True):
        if at < free:
            continue
        length = 0
        while (
            at + length < len(words) and place + length < len(others) and words[at + length] == others[place + length]
        ):
            length += 1
        if length < LEAST:
            continue
        yield Passage(
            document_id=one.document_id,
            start=one.spans[at][0],
            end=one.spans[at + length - 1][1],
            other=other.document_id,
            other_start=other.spans[place][0],
            other_end=other.spans[place + length - 1][1],
            words=length,
        )
        free = at + length


def _told(document: Document) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of the running text, folded, and their places; without headline, byline and captions."""
    text = clean(document.text)
    body = [(b.start, b.end) for b in document.blocks if b.role in (BlockRole.BODY, BlockRole.PULL_QUOTE)]
    spans = [match.span() for start, end in body or [(0, len(text))] for match in _WORD.finditer(text, start, end)]
    if text.isascii():
        lower = text.lower()
        return [lower[start:end] for start, end in spans], spans
    words = (text[start:end] for start, end in spans)
    return [word.lower() if word.isascii() else fold(word) for word in words], spans
