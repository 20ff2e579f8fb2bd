"""Which documents speak of one occasion: they share words that are rare in the case (names, numbers, things).

Cosine of TF-IDF with binary term frequency (Spaerck Jones, 1972), over the rarer words of each text. How rare a word is
is told by all documents of the case.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

import numpy as np

from tripoint.comparison.columns import ROOM, distinct, owners, portions, within
from tripoint.comparison.frequencies import Frequencies
from tripoint.comparison.rarewords import RareWords, far, rarest
from tripoint.comparison.wording import content, hashed
from tripoint.model import Document

LEAST = 10
"""Documents below which nothing can be said to be rare."""
CROWD = 20
"""A word in more documents than this, of a few thousand, brings no two of them together by itself."""
SKETCH = 6
"""Words by which a document is filed."""
CLOSE = 0.2
"""Likeness from which two texts very likely speak of one occasion."""
NEAR = 0.12
"""Likeness from which they may."""
TOUCHING = 0.08
"""Likeness from which two texts of the same days may."""
_NOTHING = tuple(np.zeros(0, dtype=kind) for kind in ("u4", "u2", "i8", "f8", "u4", "i8", "f8"))
_SIEVE = 21
"""Bits of the table that tells of most words that they are not rare."""


class Occasions:
    """Likeness of documents by their rarer words.

    The hashed words of the document at each place of `ids` are `words` up to its place in `ends`, each once and in
    order. Those of documents that are not `there` count for nothing. `moved` tells of each document how far it has at
    most gone from where it was by the frequencies of `then`, if its words are what they were.
    """

    def __init__(
        self,
        ids: Sequence[str],
        words: np.ndarray,
        ends: np.ndarray,
        there: Container[str] | None = None,
        then: Frequencies | None = None,
    ) -> None:
        self._ids = ids
        self.frequencies = _frequencies(ids, words, ends, there)
        self._squares, counts = self.frequencies.squares, self.frequencies.counts
        rare = self.frequencies.words[self.frequencies.few(counts, CROWD)]
        self._rare = np.zeros(0, dtype=np.uint32) if self.silent else rare
        # Each word is looked up once, and what was known of it then beside it.
        before = None
        if then is not None and then.size >= LEAST:
            before = then, np.append(then.seen(self.frequencies.words), np.uint16(0))
        found = [self._rarer(words, ends, some, before) for some in portions(ends)] or [_NOTHING]
        columns = map(np.concatenate, zip(*found, strict=True))
        rarer, seen, sizes, norms, self._filed, files, self.moved = columns
        self._words = RareWords(rarer, seen, np.cumsum(sizes), norms, self._squares)
        self._files = np.cumsum(files)
        self._number: dict[str, int] | None = None
        self._known: dict[tuple[str, str], float] = {}

    @staticmethod
    def of(documents: Mapping[str, Document]) -> Occasions:
        """Return the likeness of some documents, whose texts are read for it."""
        told = [sorted(hashed_words(document.text)) for document in documents.values()]
        words = np.array([word for some in told for word in some], dtype=np.uint32)
        return Occasions(list(documents), words, np.cumsum([len(some) for some in told], dtype=np.int64))

    def _rarer(
        self, words: np.ndarray, ends: np.ndarray, some: range, before: tuple[Frequencies, np.ndarray] | None
    ) -> tuple[np.ndarray, ...]:
        """Return the rarer words of some documents, how many documents hold each, and how many words each document has.

        Then come how much they weigh together, the words by which each document is filed, and how many these are; and
        how far each document has moved from `before`: what was known then, and a column of it over the words of now.
        """
        first = int(ends[some.start - 1]) if some.start else 0
        words, sizes = words[first : ends[some.stop - 1]], np.diff(ends[some.start : some.stop], prepend=first)
        moved = np.full(len(some), np.inf)
        if self.silent:
            nothing = np.zeros(len(some), dtype=np.int64)
            return words[:0], np.zeros(0, dtype=np.uint16), nothing, np.zeros(len(some)), words[:0], nothing, moved
        at, owner = self.frequencies.places(words), owners(sizes)
        seen = self.frequencies.counted(at)
        kept = rarest(words, seen, owner, sizes)
        if before is not None:
            then, column = before
            seen_then, other = column[at], np.flatnonzero(at < 0)
            seen_then[other] = then.seen(words[other])
            weighs, weighed = (
                self._squares[seen] * kept,
                then.squares[seen_then] * rarest(words, seen_then, owner, sizes),
            )
            moved = far(owner, weighs, weighed, len(some))
        words, seen, owner = words[kept], seen[kept], owner[kept]
        sizes = np.bincount(owner, minlength=len(some))
        norms = np.sqrt(np.bincount(owner, weights=self._squares[seen], minlength=len(some)))
        shared = np.flatnonzero(self.frequencies.few(seen, CROWD))
        filed = shared[within(owner[shared]) < SKETCH]
        return words, seen, sizes, norms, words[filed], np.bincount(owner[filed], minlength=len(some)), moved

    @property
    def silent(self) -> bool:
        """Return whether there are too few documents to tell what is rare."""
        return self.frequencies.size < LEAST

    def likeness(self, a: str, b: str) -> float:
        """Return how like two documents are, from 0 to 1; 0 where nothing can be said."""
        if self.silent or a == b:
            return 0.0
        known = self._known.get((a, b) if a < b else (b, a))
        if known is not None:
            return known
        one, two = (np.array([self._place(name)], dtype=np.int64) for name in (a, b))
        return float(self.likenesses(one, two)[0])

    def know(self, one: np.ndarray, two: np.ndarray) -> None:
        """Find out together how like the documents of pairs of places are: `likeness` has it at hand until others are.

        Pair by pair it would take many times as long.
        """
        size = max(1, len(self._ids))
        apart = np.flatnonzero(one != two)
        pairs = distinct(np.minimum(one[apart], two[apart]) * size + np.maximum(one[apart], two[apart]))
        one, two = np.divmod(pairs, size)
        names = (map(self._ids.__getitem__, side.tolist()) for side in (one, two))
        likenesses = self.likenesses(one, two).tolist()
        self._known = {(min(a, b), max(a, b)): like for a, b, like in zip(*names, likenesses, strict=True)}

    def likenesses(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Return how like the documents of each pair of places are."""
        return np.zeros(len(one)) if self.silent else self._words.likenesses(one, two)

    def _place(self, document_id: str) -> int:
        if self._number is None:
            self._number = {one: at for at, one in enumerate(self._ids)}
        return self._number[document_id]

    def filed_under(self, document_id: str) -> tuple[int, ...]:
        """Return a few words of a document that some other documents hold too: like texts tend to share them."""
        at = self._place(document_id)
        return tuple(self._filed[int(self._files[at - 1]) if at else 0 : int(self._files[at])].tolist())

    @property
    def filed(self) -> tuple[np.ndarray, np.ndarray]:
        """The words by which documents are filed, and for each document where they end."""
        return self._filed, self._files

    def rare_among(self, words: np.ndarray) -> np.ndarray:
        """Return of each of many hashed words whether few documents of the case hold it, and more than one."""
        found = np.zeros(len(words), dtype=bool)
        if not len(self._rare):
            return found
        sieve = np.zeros(1 << _SIEVE, dtype=bool)
        sieve[self._rare & np.uint32((1 << _SIEVE) - 1)] = True
        for begin in range(0, len(words), ROOM):
            some = words[begin : begin + ROOM]
            here = np.flatnonzero(sieve[some & np.uint32((1 << _SIEVE) - 1)])
            at = np.minimum(np.searchsorted(self._rare, some[here]), len(self._rare) - 1)
            found[begin + here] = self._rare[at] == some[here]
        return found


def _frequencies(ids: Sequence[str], words: np.ndarray, ends: np.ndarray, there: Container[str] | None) -> Frequencies:
    if there is None:
        return Frequencies.among(words, len(ids))
    held = np.fromiter((one in there for one in ids), dtype=bool, count=len(ids))
    counted = words if held.all() else words[np.repeat(held, np.diff(ends, prepend=0))]
    return Frequencies.among(counted, int(np.count_nonzero(held)))


def hashed_words(text: str) -> set[int]:
    """Return the words of a text that carry meaning, hashed."""
    return {hashed([word]) for word in content(text)}
