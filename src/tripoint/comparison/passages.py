"""The passages that two documents share word for word, with where they stand in both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tripoint.comparison.wording import shingles
from tripoint.model import BlockRole, Document, Passage
from tripoint.text import clean, fold

LEAST = 20
"""Words in a row from which on a passage is kept: more than a stock phrase or a name with its title."""
_SEED = 8
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def between(pairs: Iterable[tuple[str, str]], documents: Mapping[str, Document]) -> Iterator[Passage]:
    """Yield the passages that the documents of each pair of ids share, in the order of the pairs."""
    for one, other in pairs:
        yield from shared(documents[one], documents[other])


def shared(document: Document, other: Document) -> Iterator[Passage]:
    """Yield the longest runs of words that both hold, in the order of `document`, none inside another."""
    told, known = _told(document), _told(other)
    words, others = [word for word, _, _ in told], [word for word, _, _ in known]
    places: dict[int, int] = {}
    for place, run in enumerate(shingles(others, _SEED)):
        places.setdefault(run, place)
    at, runs = 0, shingles(words, _SEED)
    while at < len(runs):
        place = places.get(runs[at], len(others))
        length = 0
        while (
            at + length < len(words) and place + length < len(others) and words[at + length] == others[place + length]
        ):
            length += 1
        if length < LEAST:
            at += 1
            continue
        yield Passage(
            document_id=document.document_id,
            start=told[at][1],
            end=told[at + length - 1][2],
            other=other.document_id,
            other_start=known[place][1],
            other_end=known[place + length - 1][2],
            words=length,
        )
        at += length


def _told(document: Document) -> list[tuple[str, int, int]]:
    """The words of the running text, folded, each with its place; without headline, byline and captions."""
    text = clean(document.text)
    spans = [(b.start, b.end) for b in document.blocks if b.role in (BlockRole.BODY, BlockRole.PULL_QUOTE)]
    return [
        (fold(match[0]), match.start(), match.end())
        for start, end in spans or [(0, len(text))]
        for match in _WORD.finditer(text, start, end)
    ]
