"""Which documents speak of one occasion: they share words that are rare in the case (names, numbers, things).

Cosine of TF-IDF with binary term frequency (Spaerck Jones, 1972), over the rarer words of each text. How rare a word is
is told by a sample of the documents that does not depend on their order.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np

from tripoint.comparison.wording import content, hashed
from tripoint.model import Document

SAMPLE = 4000
"""Documents that tell how rare a word is."""
LEAST = 10
"""Documents below which nothing can be said to be rare."""
KEPT = 150
"""Words of a text that are looked at, the rarest."""
CROWD = 20
"""A word in more documents of the sample than this brings no two of them together by itself."""
SKETCH = 6
"""Words by which a document is filed."""
RECENT = 4096
"""Texts whose words are kept ready."""
CLOSE = 0.2
"""Likeness from which two texts very likely speak of one occasion."""
NEAR = 0.12
"""Likeness from which they may."""
TOUCHING = 0.08
"""Likeness from which two texts of the same days may."""


class Vectors:
    """Rarer words of documents, hashed, one document after the other, and the weight of each document's words."""

    def __init__(self) -> None:
        self.words = array("I")
        self.ends = array("Q")
        self.weights = array("d")

    def join(self, other: Vectors) -> None:
        """Put those of other documents behind these."""
        first = len(self.words)
        self.words.extend(other.words)
        self.ends.extend(array("Q", (first + end for end in other.ends)))
        self.weights.extend(other.weights)


class Occasions:
    """Likeness of documents by their rarer words. A text is read when first asked for.

    `words` gives the hashed words of a document that is there, where they are known already.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        ids: Iterable[str],
        words: Callable[[str], Iterable[int]] | None = None,
    ) -> None:
        listed = sorted(set(ids), key=lambda document_id: (hashed([document_id]), document_id))[:SAMPLE]
        self._words_of = words if words is not None else lambda document_id: hashed_words(documents[document_id].text)
        self._documents = documents
        self._seen: Counter[int] = Counter()
        self._size = 0
        for document_id in listed:
            if document_id in documents:
                self._seen.update(self._words_of(document_id))
                self._size += 1
        told = np.fromiter(self._seen.items(), dtype=[("word", "<u4"), ("seen", "<i8")], count=len(self._seen))
        told.sort(order="word")
        self._known, self._counts = told["word"].copy(), told["seen"].copy()
        self._squares: dict[int, float] = {}
        # Pairs of claims come document by document: what was last looked at is looked at next.
        self._words = lru_cache(maxsize=RECENT)(lambda document_id: frozenset(self._vector(document_id)[0]))
        self._likeness = lru_cache(maxsize=16 * RECENT)(self._cosine)
        self._vector: Callable[[str], tuple[array[int], float]] = lru_cache(maxsize=RECENT)(self._weighed)

    def vectors(self, ids: Iterable[str]) -> Vectors:
        """Return the rarer words of some documents, with how much they weigh."""
        found = Vectors()
        for document_id in ids:
            words, weight = ((), 0.0) if self.silent else self._vector(document_id)
            found.words.extend(words)
            found.ends.append(len(found.words))
            found.weights.append(weight)
        return found

    def learn(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Take the words of these documents as found, from now on: none of their texts is read for them again."""
        at = {document_id: number for number, document_id in enumerate(ids)}

        def known(document_id: str) -> tuple[array[int], float]:
            number = at[document_id]
            return vectors.words[vectors.ends[number - 1] if number else 0 : vectors.ends[number]], vectors.weights[
                number
            ]

        self._vector = known
        self._words_of = lambda document_id: ()

    @property
    def silent(self) -> bool:
        """Return whether there are too few documents to tell what is rare."""
        return self._size < LEAST

    def likeness(self, a: str, b: str) -> float:
        """Return how like two documents are, from 0 to 1; 0 where nothing can be said."""
        if self.silent or a == b:
            return 0.0
        return self._likeness(a, b) if a < b else self._likeness(b, a)

    def _cosine(self, a: str, b: str) -> float:
        first, second = self._vector(a)[1], self._vector(b)[1]
        if not first or not second:
            return 0.0
        shared = sorted(self._words(a) & self._words(b))
        return sum(map(self.square, shared)) / (first * second)

    def rare(self, words: Iterable[int]) -> frozenset[int]:
        """Return those of some hashed words that few documents of the case hold, and more than one."""
        if self.silent:
            return frozenset()
        seen = self._seen.get
        return frozenset(word for word in words if 2 <= seen(word, 0) <= CROWD)

    def filed_under(self, document_id: str) -> tuple[int, ...]:
        """Return a few words of a document that some other documents hold too: like texts tend to share them."""
        return () if self.silent else self.filed(self._vector(document_id)[0])

    def filed(self, words: Iterable[int]) -> tuple[int, ...]:
        """Return the words by which a document is filed, of its rarer words."""
        seen = self._seen
        return tuple(sorted(word for word in words if 2 <= seen[word] <= CROWD)[:SKETCH])

    def rare_among(self, words: np.ndarray) -> np.ndarray:
        """Return of each of many hashed words whether it is rare, as `rare` tells it."""
        if self.silent:
            return np.zeros(len(words), dtype=bool)
        found: np.ndarray = np.isin(words, self._known[(self._counts >= 2) & (self._counts <= CROWD)])
        return found

    def square(self, word: int) -> float:
        """Return the squared weight of a word."""
        return self._weight(self._seen.get(word, 0))

    def _weight(self, seen: int) -> float:
        """Return the squared weight of a word that so many documents of the sample hold, worked out once."""
        known = self._squares.get(seen)
        if known is None:
            known = self._squares[seen] = math.log((self._size + 1) / max(1, seen)) ** 2
        return known

    def _weighed(self, document_id: str) -> tuple[array[int], float]:
        told = self._words_of(document_id) if document_id in self._documents else ()
        words = np.fromiter(told, dtype=np.uint32)
        at = np.minimum(np.searchsorted(self._known, words), max(0, len(self._known) - 1))
        seen = np.where(self._known[at] == words, self._counts[at], 0) if len(self._known) else np.zeros(len(words))
        kept = np.lexsort((words, seen))[:KEPT]
        found = array("I")
        found.frombytes(words[kept].tobytes())
        return found, math.sqrt(sum(map(self._weight, seen[kept].tolist())))


def hashed_words(text: str) -> set[int]:
    """Return the words of a text that carry meaning, hashed."""
    return {hashed([word]) for word in content(text)}
