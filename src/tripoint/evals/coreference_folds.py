"""A table of weights for pairs of bare mentions, fitted on some topics and scored on others. No claim is linked by it.

The table is a logistic regression: each named reason weighs something, and something more or less where the lemmas are
the same. Topics fall into five folds; a pair is judged by weights that were fitted on pairs of which no mention lies in
the folds of its two mentions, and a matter is cut at the level that did best on the topics outside its fold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from tripoint.evals.clusters import score
from tripoint.evals.coreference_pairs import REASONS, Floats, Mentions, Pairs, Whole, groups
from tripoint.evals.coreference_topic import Topic
from tripoint.evals.linkage import joined

FOLDS = 5
LEVELS = (0.2, 0.3, 0.4, 0.5, 0.6)
"""How sure the mean pair of two clusters has to be for them to be joined."""
_RIDGE = 1.0
_STEPS = 12

Gold = Mapping[Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class Table:
    """Fitted weights: of the level, of each reason, and of each reason where the lemmas are the same."""

    mean: Floats
    spread: Floats
    weights: Floats

    @staticmethod
    def fitted(rows: Floats, same: np.ndarray) -> Table:
        """Return the table that tells pairs that are the same best, by Newton's method with a ridge."""
        found = Table(rows.mean(axis=0), rows.std(axis=0) + 1e-6, np.zeros(2 * rows.shape[1] + 1))
        x, y = found._columns(rows), same.astype(np.float64)
        weights = found.weights
        for _ in range(_STEPS):
            sure = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
            bent = (x * (sure * (1 - sure))[:, None]).T @ x + _RIDGE * np.eye(len(weights))
            weights = weights + np.linalg.solve(bent, x.T @ (y - sure) - _RIDGE * weights)
        return Table(found.mean, found.spread, weights)

    def sure(self, rows: Floats) -> Floats:
        """Return how likely each pair tells one happening."""
        likely: Floats = 1 / (1 + np.exp(-np.clip(self._columns(rows) @ self.weights, -30, 30)))
        return likely

    def _columns(self, rows: Floats) -> Floats:
        plain = (rows - self.mean) / self.spread
        return np.hstack([np.ones((len(rows), 1)), plain, plain * rows[:, :1]])

    def named(self) -> dict[str, tuple[float, float]]:
        """Return for each reason what it weighs by its spread, and what more where the lemmas are the same."""
        count = len(REASONS)
        return {
            name: (round(float(self.weights[1 + at]), 2), round(float(self.weights[1 + count + at]), 2))
            for at, name in enumerate(REASONS)
        }


class HeldOut(NamedTuple):
    """For each mention of all topics its cluster, by tables that did not see its topic; the first of these tables."""

    clusters: dict[Hashable, Hashable]
    table: Table


def held_out(topics: Sequence[Topic]) -> HeldOut | None:
    """Return the clusters of the mentions of all topics by tables of other topics.

    None where there are fewer topics than folds, or too little in them to fit a table on.
    """
    if len(topics) < FOLDS:
        return None
    with threadpool_limits(limits=1):  # so small sums are not worth a thread, and come out the same anywhere
        return _held_out(topics)


def _held_out(topics: Sequence[Topic]) -> HeldOut | None:
    gold = {mention: name for topic in topics for mention, name in topic.gold.items()}
    mentions = Mentions(topics)
    pairs = mentions.pairs()
    same = _same(mentions, pairs, gold)
    fold = mentions.topic % FOLDS
    one, two = fold[pairs.one], fold[pairs.two]
    sure = np.zeros(len(same))
    levels: list[float] = []
    tables: list[Table] = []
    for a in range(FOLDS):
        for b in range(a, FOLDS):
            learned = ~np.isin(one, (a, b)) & ~np.isin(two, (a, b))
            here = ((one == a) & (two == b)) | ((one == b) & (two == a))
            if len(set(same[learned].tolist())) < 2:
                return None
            table = Table.fitted(pairs.rows[learned], same[learned])
            sure[here] = table.sure(pairs.rows[here])
            tables.append(table)
            if a == b:
                levels.append(_level(mentions, pairs, table.sure(pairs.rows), learned, gold))
    found: dict[Hashable, Hashable] = {mention: mention for mention in gold}
    most = {
        matter: Counter(fold[mentions.matter == matter].tolist()).most_common(1)[0][0]
        for matter in set(mentions.matter.tolist())
    }
    found.update(_clustered(mentions, pairs, sure, {matter: levels[at] for matter, at in most.items()}))
    return HeldOut(found, tables[0])


def _same(mentions: Mentions, pairs: Pairs, gold: Gold) -> np.ndarray:
    names = {name: at for at, name in enumerate(dict.fromkeys(gold.values()))}
    cluster = np.array([names[gold[one.key]] for one in mentions.listed], dtype=np.int64)
    found: np.ndarray = cluster[pairs.one] == cluster[pairs.two]
    return found


def _level(mentions: Mentions, pairs: Pairs, sure: Floats, learned: np.ndarray, gold: Gold) -> float:
    """Return the level that does best on the mentions of the pairs that were learned from, a third of their topics."""
    fold = mentions.topic % FOLDS
    inside = np.isin(fold, np.unique(fold[pairs.one[learned]]))
    topics = np.unique(mentions.topic[inside])[::3]
    wanted = {one.key: gold[one.key] for one in mentions.listed if one.topic in set(topics.tolist())}
    kept = np.isin(mentions.topic[pairs.one], topics) & np.isin(mentions.topic[pairs.two], topics)
    some = Pairs(pairs.one[kept], pairs.two[kept], pairs.rows[:0])

    def f1(level: float) -> float:
        found = {key: key for key in wanted} | _clustered(mentions, some, sure[kept], level)
        return score({key: found[key] for key in wanted}, wanted).f1

    return max(LEVELS, key=f1)


def _clustered(
    mentions: Mentions, pairs: Pairs, sure: Floats, levels: Mapping[int, float] | float
) -> dict[Hashable, Hashable]:
    """Return the clusters of the mentions of pairs: average linkage inside each matter."""
    found: dict[Hashable, Hashable] = {}
    matter = mentions.matter[pairs.one]
    for some in groups(matter) if len(matter) else ():
        number = int(matter[some[0]])
        members: Whole = np.unique(np.concatenate([pairs.one[some], pairs.two[some]]))
        apart = np.ones((len(members), len(members)))
        a, b = np.searchsorted(members, pairs.one[some]), np.searchsorted(members, pairs.two[some])
        apart[a, b] = apart[b, a] = 1.0 - sure[some]
        level = levels if isinstance(levels, float) else levels[number]
        for at, cluster in zip(members.tolist(), joined(apart, 1.0 - level).tolist(), strict=True):
            found[mentions.listed[at].key] = (number, cluster)
    return found
