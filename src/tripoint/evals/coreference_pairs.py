"""The pairs of event mentions that linking weighs, with what it makes of them before fitted weights come in.

Which pairs these are follows from the reasons set by hand alone: nothing fitted has a say in what is learned from.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from tripoint.comparison.crews import alone
from tripoint.comparison.occasions import Occasions
from tripoint.comparison.voices import Voices
from tripoint.evals.coreference_topic import Topic
from tripoint.events.blocks import neighbours
from tripoint.events.candidates import AllPairs
from tripoint.events.clauses import inner
from tripoint.events.clusters import Single
from tripoint.events.judging import comparable, conflicting
from tripoint.events.portions import Passing
from tripoint.events.profile import Profile
from tripoint.events.profiling import profile
from tripoint.events.reasons import BY_HAND, left_to_words, weigh
from tripoint.events.setting import Setting
from tripoint.events.sides import helpers
from tripoint.events.table import Table
from tripoint.events.threads import is_single
from tripoint.events.wordevidence import evidence
from tripoint.model import Claim, Document

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions by number, all reasons by hand together, and those that do not weigh words.

    `told` is the evidence of words, None where they do not decide alone.
    """

    one: int
    two: int
    together: bool
    total: float
    rest: float
    told: tuple[float, ...] | None


class Mentions:
    """The mentions of some topics that have a word, by number, and the pairs of them that linking weighs."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        documents = {name: doc for topic in topics for name, doc in topic.documents.items()}
        listed = [
            (key, at, topic.worded[name]) for at, topic in enumerate(topics) for key, name in topic.worded_of.items()
        ]
        listed.sort(key=lambda one: (one[2].document_id, one[2].claim_id))
        self.keys: list[Hashable] = [key for key, _, _ in listed]
        self.topic: Whole = np.array([at for _, at, _ in listed], dtype=np.int64)
        claims = [claim for _, _, claim in listed]
        self.singles = [Single.of(claim, documents.get(claim.document_id)) for claim in claims]
        self._number = {claim.claim_id: at for at, claim in enumerate(claims)}
        told = [list(group) for _, group in groupby(claims, key=lambda claim: claim.document_id)]
        self.pairs = [*self._within(told, documents), *self._between(told, documents)]

    def _within(self, told: Sequence[Sequence[Claim]], documents: Mapping[str, Document]) -> Iterator[Pair]:
        """Yield the pairs of one text."""
        voices, setting = Voices(documents, {}), Setting(frozenset(), Occasions.of({}), documents, weighing=None)
        for group in told:
            behind, within = helpers(group), inner(group)
            held = [profile(claim, voices, documents, helpers=behind, inner=within) for claim in group]
            if is_single(held):
                held = [replace(one, single=True) for one in held]
            for a, b in neighbours(held):
                yield from self._weighed(held[a], held[b], setting)

    def _between(self, told: Sequence[Sequence[Claim]], documents: Mapping[str, Document]) -> Iterator[Pair]:
        """Yield the pairs of accounts of two texts."""
        tellers = [group[0].document_id for group in told]
        voices, portions = Voices(documents, {}), Passing(len(told))
        table = Table(told, tellers, documents, voices, alone, frozenset(), portions, None, None)
        for left, right in AllPairs(table, None).unread():
            for a, b in table.ready.pairs(left, right):
                if a.claim.document_id != b.claim.document_id:
                    yield from self._weighed(a, b, table.setting)

    def _weighed(self, a: Profile, b: Profile, setting: Setting) -> Iterator[Pair]:
        if not comparable(a, b) or conflicting(a, b) is not None:
            return
        total, spoken = weigh(a, b, setting)
        yield Pair(
            self._number[a.claim.claim_id],
            self._number[b.claim.claim_id],
            a.claim.document_id == b.claim.document_id,
            total,
            total - sum(score for name, score, _ in spoken if name in BY_HAND),
            evidence(a, b, setting) if left_to_words(a, b, spoken) else None,
        )
