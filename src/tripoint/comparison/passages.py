"""The passages that two documents share word for word, with where they stand in both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from tripoint.comparison.columns import mixed, portions
from tripoint.model import BlockRole, Document, Passage
from tripoint.text import clean, fold

LEAST = 20
"""Words in a row from which on a passage is kept: more than a stock phrase or a name with its title."""
_SEED = 8
_ODD = 0x9E3779B97F4A7C15
_AT_ONCE = 1 << 16
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LETTERS = np.array([chr(code).isalnum() for code in range(128)])


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
    """A document's words by number, where each stands, the numbers of their runs, each run once, and its first place.

    Two words of one number are read once more: `plain` is the text that they are read in, each from its place in
    `begins` to that in `ends`; `spans` are their places in the document.
    """

    document_id: str
    plain: str
    begins: np.ndarray
    ends: np.ndarray
    spans: tuple[np.ndarray, np.ndarray]
    words: np.ndarray
    runs: np.ndarray
    known: np.ndarray
    first: np.ndarray

    @staticmethod
    def of(document: Document) -> _Text:
        text = clean(document.text)
        body = [(b.start, b.end) for b in document.blocks if b.role in (BlockRole.BODY, BlockRole.PULL_QUOTE)]
        plain, begins, ends, spans = (_told if text.isascii() else _folded)(text, body or [(0, len(text))])
        letters = np.frombuffer(plain.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        words = _numbered(letters, begins, ends)
        starts = np.arange(max(0, len(words) - _SEED + 1))
        runs = _numbered(words, starts, starts + _SEED)
        known, first = np.unique(runs, return_index=True)
        return _Text(
            document_id=document.document_id,
            plain=plain,
            begins=begins,
            ends=ends,
            spans=spans,
            words=words,
            runs=runs,
            known=known,
            first=first,
        )

    def read(self, at: int, length: int) -> list[str]:
        """Return so many words from a place on."""
        places = (column[at : at + length].tolist() for column in (self.begins, self.ends))
        return [self.plain[begin:end] for begin, end in zip(*places, strict=True)]


_Words = tuple[str, np.ndarray, np.ndarray, tuple[np.ndarray, np.ndarray]]
"""A text in which words are compared, where each begins and ends there, and the same in the document."""


def _told(text: str, body: list[tuple[int, int]]) -> _Words:
    """Return the words of some stretches of a text of plain letters, as `_WORD` finds them: one look at all of them."""
    plain = text.lower()
    codes = np.frombuffer(plain.encode("ascii"), dtype=np.uint8)
    word = np.zeros(len(codes) + 2, dtype=bool)  # nothing stands before the first and behind the last
    word[1:-1] = _LETTERS[codes]
    cut, inside = np.zeros(len(codes) + 1, dtype=bool), np.zeros(len(codes), dtype=bool)
    for start, end in body:
        cut[[min(start, len(codes)), min(end, len(codes))]] = inside[start:end] = True
    inner = (codes == ord("'")) & word[:-2] & word[2:] & ~cut[:-1] & ~cut[1:]
    word[1:-1] |= inner
    word[1:-1] &= inside
    begins = np.flatnonzero(word[1:-1] & (~word[:-2] | cut[:-1]))
    ends = np.flatnonzero(word[1:-1] & (~word[2:] | cut[1:])) + 1
    return plain, begins, ends, (begins, ends)


def _folded(text: str, body: list[tuple[int, int]]) -> _Words:
    """Return the words of some stretches of any text, folded one by one."""
    spans = [match.span() for start, end in body for match in _WORD.finditer(text, start, end)]
    words = [word.lower() if word.isascii() else fold(word) for word in (text[start:end] for start, end in spans)]
    ends = np.cumsum([len(word) for word in words], dtype=np.int64)
    starts, stops = np.array(spans, dtype=np.int64).reshape(-1, 2).T
    return "".join(words), ends - np.diff(ends, prepend=0), ends, (starts, stops)


def _numbered(values: np.ndarray, begins: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Return a number for each stretch of some values, the same where the same values stand in the same order.

    Stretches stand in order, and are gone through so many values at a time: a page may be a book.
    """
    found = np.zeros(len(begins), dtype=np.uint64)
    for some in portions(ends, _AT_ONCE):
        here = slice(some.start, some.stop)
        first, last = int(begins[some.start]), int(ends[some.stop - 1])
        powers, back = _powers(max(2 * _AT_ONCE, last - first + 1))
        sums = np.zeros(last - first + 1, dtype=np.uint64)
        np.cumsum(values[first:last] * powers[: last - first], out=sums[1:])
        found[here] = (sums[ends[here] - first] - sums[begins[here] - first]) * back[begins[here] - first]
    return mixed(found)


@lru_cache(maxsize=1)
def _powers(size: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the powers of an odd number, and what takes each back to one."""
    one, other = (np.full(size, some, dtype=np.uint64) for some in (_ODD, pow(_ODD, -1, 1 << 64)))
    return np.cumprod(one), np.cumprod(other)


def _shared(one: _Text, other: _Text) -> Iterator[Passage]:
    words, others, free = one.words, other.words, 0
    if not len(other.known):
        return
    where = np.minimum(np.searchsorted(other.known, one.runs), len(other.known) - 1)
    seeds = np.flatnonzero(other.known[where] == one.runs)
    for at, place in zip(seeds.tolist(), other.first[where[seeds]].tolist(), strict=True):
        if at < free:
            continue
        most = min(len(words) - at, len(others) - place)
        differ = words[at : at + most] != others[place : place + most]
        length = int(differ.argmax()) if differ.any() else most
        if length < LEAST or one.read(at, length) != other.read(place, length):
            continue
        yield Passage(
            document_id=one.document_id,
            start=int(one.spans[0][at]),
            end=int(one.spans[1][at + length - 1]),
            other=other.document_id,
            other_start=int(other.spans[0][place]),
            other_end=int(other.spans[1][place + length - 1]),
            words=length,
        )
        free = at + length
