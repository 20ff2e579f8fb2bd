"""Weights of words for pairs of event mentions, fitted on some topics so that linking can be scored on others.

The weights are those of a logistic regression in which each piece of evidence is a curve of straight lines, on top of
what the other reasons come to. Topics fall into five folds; a pair of claims is judged by weights that were fitted on
pairs of which no mention lies in the folds of its two.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from tripoint.evals.clusters import score
from tripoint.evals.coreference_pairs import Floats, Mentions, Whole
from tripoint.evals.coreference_topic import Topic
from tripoint.events.clusters import contracted
from tripoint.events.wordevidence import BETWEEN, WITHIN
from tripoint.resources.wordweights import Curve, Weights, WordWeights

FOLDS = 5
LEVELS = (0.0, 0.2, 0.4, 0.6)
"""What is added for every pair: likelihoods of pairs leave out those that never meet, which bind nothing."""
_RIDGE = 1.0
_STEPS = 30

Gold = Mapping[Hashable, Hashable]
Knots = Sequence[tuple[str, tuple[float, ...]]]


class Bonds(NamedTuple):
    """What pairs of mentions weigh, in columns; `words` is 1 where words alone decide, else 0."""

    one: Whole
    two: Whole
    weights: Floats
    words: Floats


class Learned(NamedTuple):
    """The mentions of some topics, and of each pair of theirs whether it is one happening."""

    mentions: Mentions
    gold: Gold
    one: Whole
    two: Whole
    same: Floats

    @staticmethod
    def of(topics: Sequence[Topic]) -> Learned:
        """Return those of some topics."""
        gold = {mention: name for topic in topics for mention, name in topic.gold.items()}
        mentions = Mentions(topics)
        names = {name: at for at, name in enumerate(dict.fromkeys(gold.values()))}
        cluster = np.array([names[gold[key]] for key in mentions.keys], dtype=np.int64)
        one, two = (
            np.array([getattr(pair, side) for pair in mentions.pairs], dtype=np.int64) for side in ("one", "two")
        )
        return Learned(mentions, gold, one, two, (cluster[one] == cluster[two]).astype(np.float64))

    def weights(self, folds: Sequence[int] = ()) -> WordWeights | None:
        """Return the weights fitted on the topics outside some folds, None where there is too little to learn."""
        with threadpool_limits(limits=1):  # so small sums are not worth a thread, and come out the same anywhere
            return self._weights(folds)

    def _weights(self, folds: Sequence[int]) -> WordWeights | None:
        fold = self.mentions.topic % FOLDS
        open_ = ~np.isin(fold[self.one], folds) & ~np.isin(fold[self.two], folds)
        parts = []
        for together, knots in ((True, WITHIN), (False, BETWEEN)):
            pairs = self.mentions.pairs
            some = [at for at in np.flatnonzero(open_).tolist() if pairs[at].together is together and pairs[at].told]
            if len(set(self.same[some].tolist())) < 2:
                return None
            told = np.array([pairs[at].told for at in some], dtype=np.float64)
            parts.append(fitted(told, self.same[some], np.array([pairs[at].rest for at in some]), knots))
        plain = WordWeights(*parts)
        inside = ~np.isin(fold, folds)
        bonds = self._bonds(plain, inside)
        level = max(LEVELS, key=lambda level: self._f1(bonds, level, inside))
        return WordWeights(*(part._replace(start=round(part.start + level, 3)) for part in plain))

    def _bonds(self, weights: WordWeights, inside: np.ndarray) -> Bonds:
        """Return what pairs of some mentions weigh by these weights, and of each whether words alone decide."""
        bonds, words_decide = [], []
        some = np.flatnonzero(inside[self.one] & inside[self.two])
        for pair in (self.mentions.pairs[at] for at in some.tolist()):
            words = weights.within if pair.together else weights.between
            bonds.append(pair.total if pair.told is None else pair.rest + words.score(pair.told))
            words_decide.append(pair.told is not None)
        return Bonds(self.one[some], self.two[some], np.array(bonds), np.array(words_decide, dtype=np.float64))

    def _f1(self, bonds: Bonds, level: float, inside: np.ndarray) -> float:
        """Return how well some mentions are clustered by bonds, so much more added where words decide."""
        keys = self.mentions.keys
        raised = bonds.weights + level * bonds.words
        found: dict[Hashable, Hashable] = {}
        for number, group in enumerate(contracted(self.mentions.singles, bonds.one, bonds.two, raised).groups):
            found.update((keys[at], number) for at in group if inside[at])
        return score(found, {key: self.gold[key] for key in found}).f1


def fitted(told: Floats, same: Floats, rest: Floats, knots: Knots) -> Weights:
    """Return the weights by which evidence, on top of the `rest`, tells best which pairs are the same.

    By Newton's method with a ridge, each step halved as long as it makes things worse.
    """
    x = np.hstack([_parts(column, at) for column, (_, at) in zip(told.T, knots, strict=True)])
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-6
    x = np.hstack([np.ones((len(x), 1)), (x - mean) / spread])
    ridge = _RIDGE * np.eye(x.shape[1])
    ridge[0, 0] = 1e-3
    found = np.zeros(x.shape[1])

    def worth(weights: Floats) -> float:
        sum_ = x @ weights + rest
        return float(np.sum(np.logaddexp(0, sum_) - same * sum_) + 0.5 * weights @ ridge @ weights)

    for _ in range(_STEPS):
        sure = 1 / (1 + np.exp(-np.clip(x @ found + rest, -30, 30)))
        bent = (x * (sure * (1 - sure))[:, None]).T @ x + ridge
        step = np.linalg.solve(bent, x.T @ (same - sure) - ridge @ found)
        while worth(found + step) > worth(found) and float(np.abs(step).max()) > 1e-6:
            step = step / 2
        found = found + step
        if float(np.abs(step).max()) < 1e-4:
            break
    slopes = found[1:] / spread
    curves, at = [], 0
    for name, places in knots:
        scores = np.concatenate(([0.0], np.cumsum(slopes[at : at + len(places) - 1])))
        curves.append(Curve(name, places, tuple(round(float(score), 3) for score in scores)))
        at += len(places) - 1
    return Weights(round(float(found[0] - slopes @ mean), 3), tuple(curves))


def _parts(column: Floats, knots: Sequence[float]) -> Floats:
    """Return how much of each stretch between two knots lies below each value."""
    return np.stack([np.clip((column - low) / (high - low), 0.0, 1.0) for low, high in pairwise(knots)], axis=1)


class CrossFitted:
    """For each two documents of some topics the weights fitted on topics outside their folds."""

    def __init__(self, topics: Sequence[Topic], found: Mapping[tuple[int, int], WordWeights]) -> None:
        self._fold = {name: at % FOLDS for at, topic in enumerate(topics) for name in topic.documents}
        self._found = found

    def __call__(self, one: str, two: str) -> WordWeights:
        """Return those for two documents, or for one."""
        a, b = sorted((self._fold[one], self._fold[two]))
        return self._found[a, b]


def cross_fitted(topics: Sequence[Topic]) -> CrossFitted | None:
    """Return weights for the documents of topics, each two judged by weights of others.

    None where there are fewer topics than folds, or too little in them to learn from.
    """
    if len(topics) < FOLDS:
        return None
    learned = Learned.of(topics)
    found = {}
    for a in range(FOLDS):
        for b in range(a, FOLDS):
            weights = learned.weights((a, b))
            if weights is None:
                return None
            found[a, b] = weights
    return CrossFitted(topics, found)
