"""Pairs of bare event mentions, and the named reasons why two may tell one happening.

A bare mention is a word in its sentence, seldom with sides, places or days. Nothing tells of what topic a document is.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tripoint.comparison.wording import content
from tripoint.evals.coreference_topic import Topic
from tripoint.evals.linkage import joined
from tripoint.model import Claim
from tripoint.resources.wordmeanings import word_likeness, word_meanings

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

REASONS = (
    "same lemma",
    "same five letters",
    "words alike in meaning",
    "words much alike in meaning",
    "sentences alike in meaning",
    "rare words of the sentences in common",
    "names and numbers beside the words in common",
    "names of the sentences in common",
    "texts alike",
    "texts alike (logarithm)",
    "words and texts alike",
    "one text",
    "how rare the commoner word is",
    "how rare the rarer word is",
    "slots that agree, less those that do not",
    "how late in their texts",
)
"""What a pair is weighed by, in the order of its row."""
ALIKE = 0.3
"""A likeness of words from which on a pair is looked at though they do not begin alike."""
ONE_MATTER = 0.1
"""A likeness of texts, average linkage, from which on they are of one matter: set once by hand."""
_AROUND = 60
_LATE = 400
_NAME, _BESIDE = re.compile(r"\b[A-Z][a-z]{2,}"), re.compile(r"\b[A-Z][a-z]+|\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention: its topic and its text by number, its word, the claim that stands for it, and what stands around."""

    key: Hashable
    topic: int
    text: int
    lemma: str
    claim: Claim
    sentence: frozenset[str]
    beside: frozenset[str]
    names: frozenset[str]

    @property
    def slots(self) -> tuple[frozenset[str], ...]:
        """Who, whom and where, as far as a claim tells it."""
        told = self.claim
        return (
            frozenset(party.name for party in told.agents),
            frozenset(party.name for party in (*told.targets, *told.recipients)),
            frozenset(slot.place.name for slot in told.places),
        )


class Pairs(NamedTuple):
    """Pairs of mentions by number, and the row of each."""

    one: Whole
    two: Whole
    rows: Floats


class Mentions:
    """All mentions of some topics; `matter` numbers for each the texts of one matter, as their words tell."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        documents = {name: doc for topic in topics for name, doc in topic.documents.items()}
        number = {name: at for at, name in enumerate(sorted(documents))}
        words = [content(documents[name].text) for name in sorted(documents)]
        self._held = Counter(word for some in words for word in some)
        self._texts = len(words)
        self.listed = [
            _mention(key, at, number[topic.worded[name].document_id], topic.worded[name])
            for at, topic in enumerate(topics)
            for key, name in topic.worded_of.items()
        ]
        self._likeness = self._of_texts(words)
        self.text = np.array([one.text for one in self.listed], dtype=np.int64)
        self.topic = np.array([one.topic for one in self.listed], dtype=np.int64)
        self.matter = joined(1.0 - self._likeness, 1.0 - ONE_MATTER)[self.text]

    def _weight(self, word: str) -> float:
        return math.log(self._texts / self._held[word]) if word in self._held else 6.0

    def _of_texts(self, words: Sequence[AbstractSet[str]]) -> Floats:
        """Return how alike texts are by the words they share, the rarer the more."""
        place = {word: at for at, word in enumerate(self._held)}
        held = np.zeros((len(words), max(1, len(place))), dtype=np.float32)
        for at, some in enumerate(words):
            for word in some:
                held[at, place[word]] = self._weight(word)
        held /= np.maximum(1e-6, np.linalg.norm(held, axis=1, keepdims=True))
        return (held @ held.T).astype(np.float64)

    def pairs(self) -> Pairs:
        """Return the pairs of one matter that begin alike or mean alike, each with its row."""
        lemmas = sorted({one.lemma for one in self.listed})
        number = {lemma: at for at, lemma in enumerate(lemmas)}
        lemma = np.array([number[one.lemma] for one in self.listed], dtype=np.int64)
        known = np.stack([word_meanings().direction(word) for word in lemmas]).astype(np.float64)
        letters = np.unique([word[:5] for word in lemmas], return_inverse=True)[1]
        first: list[Whole] = []
        second: list[Whole] = []
        for members in groups(self.matter):
            a, b = np.triu_indices(len(members), 1)
            one, two = members[a], members[b]
            kept = (letters[lemma[one]] == letters[lemma[two]]) | (
                (known[lemma[one]] * known[lemma[two]]).sum(axis=1) > ALIKE
            )
            first.append(one[kept])
            second.append(two[kept])
        one, two = (np.concatenate([np.zeros(0, dtype=np.int64), *side]) for side in (first, second))
        return Pairs(one, two, self._rows(one, two, lemma, letters))

    def _rows(self, one: Whole, two: Whole, lemma: Whole, letters: Whole) -> Floats:
        texts = defaultdict(set)
        for mention in self.listed:
            texts[mention.lemma].add(mention.text)
        rare = np.array([math.log(self._texts / len(texts[mention.lemma])) for mention in self.listed])
        late = np.array([min(mention.claim.evidence[0].start, _LATE) for mention in self.listed])
        sentences = np.stack([word_meanings().direction(m.claim.evidence[0].text) for m in self.listed])
        like = self._likeness[self.text[one], self.text[two]]
        listed = self.listed
        told = [_told(listed[a], listed[b], self._weight) for a, b in zip(one.tolist(), two.tolist(), strict=True)]
        meaning, common, beside, names, slots = np.array(told, dtype=np.float64).reshape(-1, 5).T
        columns = (
            *(lemma[one] == lemma[two], letters[lemma[one]] == letters[lemma[two]], meaning),
            *(np.maximum(0.0, meaning - 0.6), (sentences[one] * sentences[two]).sum(axis=1), common, beside, names),
            *(like, np.log(np.maximum(0.01, like)), meaning * like, self.text[one] == self.text[two]),
            *(np.minimum(rare[one], rare[two]), np.maximum(rare[one], rare[two]), slots, late[one] + late[two]),
        )
        return np.stack([np.asarray(column, dtype=np.float64) for column in columns], axis=1)


def groups(numbers: Whole) -> Iterator[Whole]:
    """Yield the places of each number."""
    order = np.argsort(numbers, kind="stable")
    yield from np.split(order, np.flatnonzero(np.diff(numbers[order])) + 1)


def _mention(key: Hashable, topic: int, text: int, told: Claim) -> Mention:
    span = told.evidence[0]
    at = told.trigger_start - span.start
    around = span.text[max(0, at - _AROUND) : max(0, at) + _AROUND + 10]
    return Mention(
        key=key,
        topic=topic,
        text=text,
        lemma=told.type,
        claim=told,
        sentence=frozenset(content(span.text)) - {told.type},
        beside=frozenset(word.lower() for word in _BESIDE.findall(around)),
        names=frozenset(word.lower() for word in _NAME.findall(span.text)),
    )


def _told(a: Mention, b: Mention, weight: Callable[[str], float]) -> tuple[float, float, float, float, float]:
    """Return what is told of two mentions one by one: words, words around, names beside and around, slots."""
    common = sum(map(weight, sorted(a.sentence & b.sentence)))
    least = min(sum(map(weight, sorted(a.sentence))), sum(map(weight, sorted(b.sentence))))
    return (
        word_likeness(a.lemma, b.lemma),
        common / max(least, 8.0),
        len(a.beside & b.beside) / max(1, min(len(a.beside), len(b.beside))),
        len(a.names & b.names) / max(1, min(len(a.names), len(b.names))),
        float(sum(1 if x & y else -1 for x, y in zip(a.slots, b.slots, strict=True) if x and y)),
    )
