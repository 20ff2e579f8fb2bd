"""Texts: what telling copies needs of documents, in columns that can be kept and joined; which pairs may be copies."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import msgspec
import numpy as np

from tripoint.comparison.columns import distinct, owners, stretches
from tripoint.comparison.wording import shingles
from tripoint.model import BlockRole, Document
from tripoint.text import fold, words

RUN = 5
"""Words in a shingle."""
ROWS = 4
"""Lanes of a signature in one band."""
SAMPLE = 16
"""One shingle in so many goes into the index that finds a text inside another."""
LEADERS = 6
"""Documents that the others of a bucket are compared with."""
CROWD = 200
"""A sampled shingle in more documents than this is a stock phrase and proposes nothing."""
LEAST_WORDS = 30


def body_words(document: Document) -> list[str]:
    """Return the words of a document's running text, without headline, byline and captions."""
    spans = [(b.start, b.end) for b in document.blocks if b.role in (BlockRole.BODY, BlockRole.PULL_QUOTE)]
    return words("\n".join(document.text[s:e] for s, e in spans) if spans else document.text)


@dataclass(frozen=True, slots=True)
class Card:
    """What is kept of a document: its place in the order of seniority, and what tells which of two is the copy."""

    seniority: tuple[bool, str, bool, int, str]
    document_id: str
    published: str | None
    agency: str | None
    linked: bool
    outlet: str | None


class Texts:
    """The cards of documents, their runs of words as hashes in one array, and the bands of their signatures."""

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self._runs: list[np.ndarray] = []
        self._bands: list[np.ndarray] = []
        self._lengths: set[int] = set()

    def add(self, doc: Document) -> None:
        """Take in one document; one that is too short to tell a copy is left out."""
        held = np.array(sorted(set(shingles(body_words(doc), RUN))), dtype=np.uint32)
        if len(held) < LEAST_WORDS - RUN:
            return
        self._lengths.add(len(doc.signature))
        published = doc.published.start if doc.published is not None else None
        linked = doc.original_url is not None
        self.cards.append(Card(seniority(doc), doc.document_id, published, doc.agency, linked, doc.outlet))
        self._runs.append(held)
        lanes = np.array(doc.signature[: len(doc.signature) // ROWS * ROWS], dtype=np.uint64).reshape(-1, ROWS)
        self._bands.append(_mixed(lanes))

    def join(self, other: Texts) -> None:
        """Put other texts behind these."""
        self.cards += other.cards
        self._runs += other._runs
        self._bands += other._bands
        self._lengths |= other._lengths

    def packed(self) -> bytes:
        """Return these texts as bytes, for `unpacked`."""
        return _ENCODE(
            (
                self.cards,
                [array("I", map(len, arrays)).tobytes() for arrays in (self._runs, self._bands)],
                [b"".join(held.tobytes() for held in arrays) for arrays in (self._runs, self._bands)],
                sorted(self._lengths),
            )
        )

    @staticmethod
    def unpacked(told: bytes) -> Texts:
        """Return the texts that were `packed`; raises msgspec.DecodeError for what was not."""
        cards, sizes, held, lengths = _DECODE(told)
        found = Texts()
        found.cards = cards
        for arrays, ends, numbers, kind in zip((found._runs, found._bands), sizes, held, _KINDS, strict=True):
            edges = np.cumsum(np.frombuffer(ends, dtype=np.uint32), dtype=np.int64)
            arrays += np.split(np.frombuffer(numbers, dtype=kind), edges)[:-1]
        found._lengths = set(lengths)
        return found

    def sort(self) -> None:
        """Put the senior first."""
        order = sorted(range(len(self.cards)), key=lambda index: self.cards[index].seniority)
        self.cards = [self.cards[index] for index in order]
        self._runs = [self._runs[index] for index in order]
        self._bands = [self._bands[index] for index in order]

    def both(self, one: int, two: int) -> np.ndarray:
        """Return the runs that two texts share."""
        left, right = self._runs[one], self._runs[two]
        found: np.ndarray = left[right[np.minimum(np.searchsorted(right, left), len(right) - 1)] == left]
        return found

    def size(self, at: int) -> int:
        """Return how many different runs a text has."""
        return len(self._runs[at])

    def candidates(self) -> list[tuple[int, int]]:
        """Return the pairs of places, the senior first, that share a band or two sampled runs of words."""
        size = len(self.cards)
        found = [np.zeros(0, dtype=np.int64)]
        if len(self._lengths) == 1 and 0 not in self._lengths:
            table = np.stack(self._bands)
            for band in range(table.shape[1]):
                found.append(_led(table[:, band], np.arange(size), size))
        sampled = [held[held % SAMPLE == 0] for held in self._runs]
        if sampled:
            # Ten thousand copies share every run: their leaders matter; stock phrases are dropped by the rest.
            often = _led(np.concatenate(sampled), owners(np.array(list(map(len, sampled)))), size, crowd=CROWD)
            often.sort()
            found.append(often[1:][often[1:] == often[:-1]])
        return [divmod(pair, size) for pair in distinct(np.concatenate(found)).tolist()]


_KINDS = (np.uint32, np.uint64)
_ENCODE = msgspec.msgpack.Encoder().encode
_DECODE = msgspec.msgpack.Decoder(tuple[list[Card], list[bytes], list[bytes], list[int]]).decode


def _mixed(lanes: np.ndarray) -> np.ndarray:
    """Return one number for each band of lanes."""
    found = np.zeros(len(lanes), dtype=np.uint64)
    for column in range(lanes.shape[1]):
        found = (found ^ lanes[:, column]) * np.uint64(0x9E3779B97F4A7C15)
        found ^= found >> np.uint64(29)
    return found


def _led(keys: np.ndarray, members: np.ndarray, size: int, *, crowd: int | None = None) -> np.ndarray:
    """Return as `one * size + two` the first few of those that share a key, each with all behind it.

    Members of a key stand in their order; of a `crowd` only the first one leads.
    """
    order = np.argsort(keys, kind="stable")
    keys, members = keys[order], members[order]
    starts = np.concatenate(([0], np.flatnonzero(keys[1:] != keys[:-1]) + 1))
    sizes = np.diff(starts, append=len(keys))
    found = []
    for leader in range(LEADERS):
        here = sizes > leader + 1
        if crowd is not None and leader:
            here &= sizes <= crowd
        begin, behind = starts[here] + leader, sizes[here] - leader - 1
        found.append(members[np.repeat(begin, behind)] * size + members[stretches(begin + 1, behind)])
    return np.concatenate(found)


def seniority(document: Document) -> tuple[bool, str, bool, int, str]:
    """Return a sort key that puts originals before copies: no link to an original, earlier, no agency credit, fuller.

    An unknown date sorts after every known one.
    """
    published = document.published.start if document.published is not None else None
    return (
        document.original_url is not None,
        published or "9999",
        document.agency is not None and fold(document.agency) != fold(document.outlet or ""),
        -len(document.text),
        document.document_id,
    )
