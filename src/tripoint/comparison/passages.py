"""The passages that two documents share word for word, with where they stand in both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tripoint.comparison.wording import shingles
from tripoint.model import BlockRole, Document, Passage
from tripoint.text import clean, fold

LEAST = 20
"""Words in a row from which on a passage is kept: more than a stock phrase or a name with its title."""
_SEED = 8
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
    """The words of a document with their places, the hashes of their runs, and where each run stands first."""

    document_id: str
    words: list[str]
    spans: list[tuple[int, int]]
    runs: list[int]
    first: dict[int, int]

    @staticmethod
    def of(document: Document) -> _Text:
        told = _told(document)
        words = [word for word, _, _ in told]
        runs = shingles(words, _SEED)
        return _Text(
            document_id=document.document_id,
            words=words,
            spans=[(start, end) for _, start, end in told],
            runs=runs,
            first={run: place for place, run in reversed(list(enumerate(runs)))},
        )


def _shared(one: _Text, other: _Text) -> Iterator[Passage]:
    words, others, free = one.words, other.words, 0
    common = one.first.keys() & other.first.keys()
    for at in [at for at, run in enumerate(one.runs) if run in common] if common else ():
        if at < free:
            continue
        place = other.first[one.runs[at]]
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


def _told(document: Document) -> list[tuple[str, int, int]]:
    """The words of the running text, folded, each with its place; without headline, byline and captions."""
    text = clean(document.text)
    spans = [(b.start, b.end) for b in document.blocks if b.role in (BlockRole.BODY, BlockRole.PULL_QUOTE)]
    return [
        (fold(match[0]), match.start(), match.end())
        for start, end in spans or [(0, len(text))]
        for match in _WORD.finditer(text, start, end)
    ]
