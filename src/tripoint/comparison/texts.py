"""Texts: what telling copies needs of documents, in columns that can be kept and joined; which pairs may be copies."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from tripoint.comparison.columns import distinct, mixed, order_of, stretches
from tripoint.comparison.lists import Lists
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
    """The cards of documents, their runs of words as hashes, and the bands of their signatures."""

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self._runs, self._bands, self._sums = Lists("I"), Lists("Q"), array("Q")

    def add(self, doc: Document) -> None:
        """Take in one document; one that is too short to tell a copy is left out."""
        held = sorted(set(shingles(body_words(doc), RUN)))
        if len(held) < LEAST_WORDS - RUN:
            return
        published = doc.published.start if doc.published is not None else None
        linked = doc.original_url is not None
        self.cards.append(Card(seniority(doc), doc.document_id, published, doc.agency, linked, doc.outlet))
        self._runs.append(held)
        self._sums.append(int(mixed(np.array(held, dtype=np.uint64)).sum()))
        lanes = np.array(doc.signature[: len(doc.signature) // ROWS * ROWS], dtype=np.uint64).reshape(-1, ROWS)
        self._bands.append(_mixed(lanes).tolist())

    def join(self, other: Texts) -> None:
        """Put other texts behind these."""
        self.cards += other.cards
        self._runs.join(other._runs)
        self._bands.join(other._bands)
        self._sums.extend(other._sums)

    def packed(self) -> bytes:
        """Return these texts as bytes, for `unpacked`."""
        return _ENCODE((self.cards, self._runs.columns(), self._bands.columns(), self._sums.tobytes()))

    @staticmethod
    def unpacked(told: bytes) -> Texts:
        """Return the texts that were `packed`; raises msgspec.DecodeError for what was not."""
        found = Texts()
        found.cards, runs, bands, sums = _DECODE(told)
        found._runs.fill(runs)
        found._bands.fill(bands)
        found._sums.frombytes(sums)
        return found

    def ranked(self) -> Ranked:
        """Return these texts, the senior first."""
        order = sorted(range(len(self.cards)), key=lambda at: self.cards[at].seniority)
        sums = np.frombuffer(self._sums, dtype=np.uint64)
        return Ranked(self.cards, order, self._runs.columns_held(), self._bands.columns_held(), sums)


class Ranked:
    """Texts, the senior first, by `order`; runs of words and bands, as numbers and where they end, stay where they lie.

    `sums` tell what the runs of each text come to.
    """

    def __init__(
        self,
        cards: Sequence[Card],
        order: Sequence[int],
        runs: tuple[np.ndarray, np.ndarray],
        bands: tuple[np.ndarray, np.ndarray],
        sums: np.ndarray,
    ) -> None:
        self.cards = [cards[at] for at in order]
        self._order = np.array(order, dtype=np.int64)
        self._runs, self._ends = runs
        sizes = np.diff(self._ends, prepend=0)
        self._begins, self.sizes = (self._ends - sizes)[self._order], sizes[self._order]
        """Where the runs of each text begin, and how many different ones it has."""
        self._bands, self._band_ends = bands
        self._sums = sums[self._order]

    def both(self, one: int, two: int) -> np.ndarray:
        """Return the runs that two texts share."""
        left, right = self._of(one), self._of(two)
        found: np.ndarray = left[right[np.minimum(np.searchsorted(right, left), len(right) - 1)] == left]
        return found

    def _of(self, at: int) -> np.ndarray:
        return self._runs[self._begins[at] : self._begins[at] + self.sizes[at]]

    def keys(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Return what pairs of texts are known by: the same where their runs are."""
        return _mixed(np.stack((self._sums[one], self._sums[two]), axis=1))

    def candidates(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the pairs of places, the senior first, that share a band or two sampled runs of words."""
        size = len(self.cards)
        found = [np.zeros(0, dtype=np.int64)]
        bands = np.unique(np.diff(self._band_ends, prepend=0))
        if len(bands) == 1 and bands[0]:
            for band in self._bands.reshape(size, -1).T:
                found.append(_led(band[self._order], np.arange(size), size))
        if size:
            # Ten thousand copies share every run: their leaders matter; stock phrases are dropped by the rest.
            here = np.flatnonzero(self._runs % SAMPLE == 0)
            rank = np.empty(size, dtype=np.int64)
            rank[self._order] = np.arange(size)
            place = rank[np.searchsorted(self._ends, here, side="right")]
            by_rank = order_of(place)
            often = _led(self._runs[here[by_rank]], place[by_rank], size, crowd=CROWD)
            often.sort()
            found.append(often[1:][often[1:] == often[:-1]])
        one, two = np.divmod(distinct(np.concatenate(found)), max(1, size))
        return one, two


_ENCODE = msgspec.msgpack.Encoder().encode
_DECODE = msgspec.msgpack.Decoder(tuple[list[Card], tuple[bytes, bytes], tuple[bytes, bytes], bytes]).decode


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
    order = order_of(keys)
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
