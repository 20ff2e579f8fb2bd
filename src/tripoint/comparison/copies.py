"""Copies between documents: MinHash signatures in bands, then containment of word runs; which of two is the original.

Banding after Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, ch. 3; sampled runs find a short text
inside a long one, which MinHash misses. A bucket of like documents is compared with a few leaders, never all with all.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from tripoint.comparison.compilations import Parts
from tripoint.comparison.wording import shingles
from tripoint.model import BlockRole, Copy, Document, Reason
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
COPIED = 0.6
"""Share of the smaller text that must stand in the other."""
LEAST_WORDS = 30


def body_words(document: Document) -> list[str]:
    """Return the words of a document's running text, without headline, byline and captions."""
    spans = [(b.start, b.end) for b in document.blocks if b.role in (BlockRole.BODY, BlockRole.PULL_QUOTE)]
    return words("\n".join(document.text[s:e] for s, e in spans) if spans else document.text)


@dataclass(frozen=True, slots=True)
class Repeats:
    """What documents repeat of each other. `partly`: ids of two that share a part, the later first, and no copies."""

    copies: tuple[Copy, ...]
    partly: tuple[tuple[str, str], ...]


def find(documents: Iterable[Document], *, lines: Mapping[str, str] | None = None) -> tuple[Copy, ...]:
    """Return, for each document that repeats another's text, the one it most likely repeats, with reasons.

    `lines`: by document, the first of the revisions that it is one of; a revision is no copy of another of its line.
    """
    return repeats(documents, lines=lines).copies


def repeats(documents: Iterable[Document], *, lines: Mapping[str, str] | None = None) -> Repeats:
    """Return the copies among the documents, and which others share passages. `lines`: as for `find`.

    A page that brings the texts of several others (a round-up, a digest) is a copy of none of them, nor they of it.
    """
    line = lines if lines is not None else {}
    shelf = _Shelf()
    for doc in documents:
        shelf.add(doc)
    shelf.sort()
    pairs: list[tuple[int, int, int]] = []
    parts = Parts()
    for earlier, later in shelf.candidates():
        one, two = shelf.cards[earlier].document_id, shelf.cards[later].document_id
        if line and line.get(one, one) == line.get(two, two):
            continue
        both = shelf.both(earlier, later)
        pairs.append((earlier, later, len(both)))
        for page, source in ((earlier, later), (later, earlier)):
            parts.add(page, both, of=shelf.size(page), whole=shelf.size(source))
    compiled = parts.compilations()
    best: dict[int, tuple[float, float, int]] = {}
    partly: list[tuple[int, int]] = []
    for earlier, later, common in pairs:
        known = best.get(later)
        if known is not None and known[0] > 0.95:
            continue
        share = common / min(shelf.size(earlier), shelf.size(later))
        if share < COPIED or any(at in compiled and common / shelf.size(at) < COPIED for at in (earlier, later)):
            partly.append((earlier, later))
        elif known is None or round(share, 4) > known[0]:
            best[later] = (round(share, 4), share, earlier)
    found = [_copy(shelf.cards[at], shelf.cards[later], share) for later, (_, share, at) in best.items()]
    ids = [card.document_id for card in shelf.cards]
    return Repeats(
        copies=tuple(sorted(found, key=lambda copy: copy.document_id)),
        # What a copy shares with others is its original's.
        partly=tuple(sorted((ids[two], ids[one]) for one, two in partly if one not in best and two not in best)),
    )


@dataclass(frozen=True, slots=True)
class _Card:
    """What is kept of a document: its place in the order of seniority, and what tells which of two is the copy."""

    seniority: tuple[bool, str, bool, int, str]
    document_id: str
    published: str | None
    agency: str | None
    linked: bool


class _Shelf:
    """The cards of documents, their runs of words as hashes in one array, and the bands of their signatures."""

    def __init__(self) -> None:
        self.cards: list[_Card] = []
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
        self.cards.append(_Card(seniority(doc), doc.document_id, published, doc.agency, doc.original_url is not None))
        self._runs.append(held)
        lanes = np.array(doc.signature[: len(doc.signature) // ROWS * ROWS], dtype=np.uint64).reshape(-1, ROWS)
        self._bands.append(_mixed(lanes))

    def sort(self) -> None:
        """Put the senior first."""
        order = sorted(range(len(self.cards)), key=lambda index: self.cards[index].seniority)
        self.cards = [self.cards[index] for index in order]
        self._runs = [self._runs[index] for index in order]
        self._bands = [self._bands[index] for index in order]

    def both(self, one: int, two: int) -> np.ndarray:
        """Return the runs that two texts share."""
        return np.intersect1d(self._runs[one], self._runs[two], assume_unique=True)

    def size(self, at: int) -> int:
        """Return how many different runs a text has."""
        return len(self._runs[at])

    def candidates(self) -> list[tuple[int, int]]:
        """Return the pairs of places, the senior first, that share a band or two sampled runs of words."""
        pairs = array("Q")
        size = len(self.cards)
        if len(self._lengths) == 1 and 0 not in self._lengths:
            table = np.stack(self._bands)
            everyone = np.arange(size, dtype=np.int64)
            for band in range(table.shape[1]):
                for members in _groups(table[:, band], everyone):
                    pairs.extend(one * size + two for one, two in _led(members))
        sampled = [held[held % SAMPLE == 0] for held in self._runs]
        if sampled:
            owners = np.repeat(np.arange(size, dtype=np.int64), [len(held) for held in sampled])
            often = array("Q")
            for members in _groups(np.concatenate(sampled), owners):
                # Ten thousand copies share every run: their leaders matter; stock phrases are dropped by the rest.
                leaders = LEADERS if len(members) <= CROWD else 1
                often.extend(one * size + two for one, two in _led(members, leaders=leaders))
            codes, counts = np.unique(np.frombuffer(often, dtype=np.uint64), return_counts=True)
            pairs.frombytes(codes[counts >= 2].tobytes())
        return [divmod(pair, size) for pair in np.unique(np.frombuffer(pairs, dtype=np.uint64)).tolist()]


def _mixed(lanes: np.ndarray) -> np.ndarray:
    """Return one number for each band of lanes."""
    found = np.zeros(len(lanes), dtype=np.uint64)
    for column in range(lanes.shape[1]):
        found = (found ^ lanes[:, column]) * np.uint64(0x9E3779B97F4A7C15)
        found ^= found >> np.uint64(29)
    return found


def _groups(keys: np.ndarray, members: np.ndarray) -> Iterator[list[int]]:
    """Yield the members that share a key, where two or more do, in their order."""
    order = np.lexsort((members, keys))
    keys, members = keys[order], members[order]
    edges = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    starts = np.concatenate(([0], edges))
    ends = np.concatenate((edges, [len(keys)]))
    for at in np.flatnonzero(ends - starts > 1).tolist():
        yield members[starts[at] : ends[at]].tolist()


def roots(copies: Iterable[Copy], *, lines: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """Return for each document that copies, or is a later revision (`lines`), the text at the head of its chain."""
    step = {**(lines if lines is not None else {}), **{copy.document_id: copy.copy_of for copy in copies}}
    heads: dict[str, str] = {}
    for start in step:
        at, seen = start, {start}
        while at in step and step[at] not in seen:
            at = step[at]
            seen.add(at)
        heads[start] = at
    return heads


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


def _led(members: list[int], leaders: int = LEADERS) -> Iterable[tuple[int, int]]:
    for place, leader in enumerate(members[:leaders]):
        for other in members[place + 1 :]:
            yield leader, other


def _copy(senior: _Card, junior: _Card, share: float) -> Copy:
    reasons = [Reason(name="shared_text", score=share, sentence=f"{share:.0%} of the shorter text stands in the other")]
    if junior.linked:
        reasons.append(Reason(name="original_link", score=1.0, sentence="the page links to an original"))
    if junior.agency is not None:
        reasons.append(Reason(name="agency", score=0.5, sentence=f"the page credits {junior.agency}"))
    one, two = senior.published, junior.published
    if one is not None and two is not None and one < two:
        reasons.append(Reason(name="earlier", score=0.6, sentence=f"published {one}, before {two}"))
    if len(reasons) == 1:
        reasons.append(Reason(name="undecided", score=0.0, sentence="nothing tells which came first"))
    return Copy(
        document_id=junior.document_id, copy_of=senior.document_id, similarity=round(share, 4), reasons=tuple(reasons)
    )
