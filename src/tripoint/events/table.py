"""The table that linking works at: profiles of all claims, their order, their blocks and the setting they share."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np

from tripoint.comparison.occasions import Occasions
from tripoint.comparison.shelves import Shelves
from tripoint.comparison.voices import Voices
from tripoint.events.blocks import Blocks, neighbourhood
from tripoint.events.profile import Profile, profile
from tripoint.events.repeats import stand_ins
from tripoint.events.setting import Setting
from tripoint.events.sides import helpers
from tripoint.model import Claim, Document

RARE = 20
"""A quotation in more documents than this makes no companions (ten thousand copies, or a proverb)."""
READY = 40_000
"""Profiles that are kept ready: those of the weeks that are being compared."""


class Table:
    """Claims by number, in the order in which they came; `rank` is the place of each in the order of ids."""

    def __init__(
        self,
        told: Iterable[Sequence[Claim]],
        tellers: Sequence[str],
        documents: Mapping[str, Document],
        voices: Voices,
        shelves: Shelves,
    ) -> None:
        occasions = Occasions(documents, tellers)
        self.setting = Setting(companions=_companions(tellers, voices), occasions=occasions)
        self.ids: list[str] = []
        self._profiles = shelves(Profile)
        self._blocks = Blocks()
        order: list[array[int]] = [array("q"), array("q"), array("q")]
        tellings: list[bytes | None] = []
        for group in told:
            behind = helpers(group)
            for claim in group:
                held = profile(claim, voices, documents, helpers=behind)
                self._blocks.add(held, _Filed(occasions, claim.document_id))
                for column, value in zip(order, neighbourhood(held), strict=True):
                    column.append(value)
                tellings.append(held.telling)
                self.ids.append(claim.claim_id)
                self._profiles.append(held)
        self.rank = np.empty(len(self.ids), dtype=np.int64)
        self.rank[sorted(range(len(self.ids)), key=self.ids.__getitem__)] = np.arange(len(self.ids))
        day, run, start = (np.frombuffer(column, dtype=np.int64) for column in order)
        self._at = np.lexsort((self.rank, start, run, day))
        self._stands = stand_ins(tellings, self.rank)
        self.profile = lru_cache(maxsize=READY)(self._profiles.__getitem__)

    def __len__(self) -> int:
        return len(self.ids)

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the numbers of the claims of these ids."""
        wanted = set(ids)
        return {claim_id: at for at, claim_id in enumerate(self.ids) if claim_id in wanted} if wanted else {}

    def repeats(self) -> Iterator[tuple[int, int]]:
        """Yield each claim that another stands for, behind that other."""
        for at in np.flatnonzero(self._stands != np.arange(len(self))).tolist():
            yield int(self._stands[at]), at

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs worth comparing, the lower id first, those of one time after the other."""
        places = np.empty(len(self), dtype=np.int64)
        places[self._at] = np.arange(len(self))
        codes, _ = self._blocks.pairs(places, self._stands == np.arange(len(self)))
        for begin in range(0, len(codes), 1 << 16):
            one, two = np.divmod(codes[begin : begin + (1 << 16)], np.uint64(max(1, len(self))))
            left, right = self._at[one.astype(np.int64)], self._at[two.astype(np.int64)]
            turned = self.rank[left] > self.rank[right]
            left, right = np.where(turned, right, left), np.where(turned, left, right)
            yield from zip(left.tolist(), right.tolist(), strict=True)


class _Filed:
    """The words that a document is filed under, found when they are asked for."""

    def __init__(self, occasions: Occasions, document_id: str) -> None:
        self._occasions = occasions
        self._document_id = document_id

    def __call__(self) -> tuple[int, ...]:
        return self._occasions.filed_under(self._document_id)


def _companions(tellers: Sequence[str], voices: Voices) -> frozenset[tuple[str, str]]:
    """Return the pairs of documents that quote the same statement."""
    listed = sorted(tellers)
    runs, owners = array("q"), array("q")
    for number, document_id in enumerate(listed):
        quoted = voices.statements(document_id)
        runs.extend(quoted)
        owners.extend([number] * len(quoted))
    told, by = np.frombuffer(runs, dtype=np.int64), np.frombuffer(owners, dtype=np.int64)
    order = np.lexsort((by, told))
    told, by = told[order], by[order]
    edges = np.flatnonzero(told[1:] != told[:-1]) + 1
    starts, ends = np.concatenate(([0], edges)), np.concatenate((edges, [len(told)]))
    sizes = ends - starts
    pairs: set[tuple[str, str]] = set()
    for at in np.flatnonzero((sizes >= 2) & (sizes <= RARE)).tolist():
        held = [listed[number] for number in by[starts[at] : ends[at]].tolist()]
        pairs.update((one, two) for i, one in enumerate(held) for two in held[i + 1 :])
    return frozenset(pairs)
