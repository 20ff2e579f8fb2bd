"""The table that linking works at: profiles of all claims, their order, their blocks and the setting they share."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from tripoint.comparison.occasions import Occasions
from tripoint.comparison.shelves import Shelves
from tripoint.comparison.voices import Voices
from tripoint.events.accounts import accounts
from tripoint.events.blocks import Blocks, neighbourhood, neighbours
from tripoint.events.judging import compare
from tripoint.events.profile import Profile, profile
from tripoint.events.repeats import stand_ins
from tripoint.events.setting import CROWDED, REPEATED, Setting
from tripoint.events.sides import helpers
from tripoint.events.threads import is_single
from tripoint.model import Claim, Document, Link

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
        self.setting = Setting(companions=_companions(tellers, voices), occasions=occasions, documents=documents)
        self.ids: list[str] = []
        self._profiles = shelves(Profile)
        self._inside = shelves(Link)
        self._ends = array("I"), array("I")
        self._heads = array("I")
        self._blocks = Blocks()
        crowds: Counter[str] = Counter()
        order: list[array[int]] = [array("q"), array("q"), array("q")]
        tellings: list[bytes | None] = []
        for group in told:
            behind = helpers(group)
            alone = [profile(claim, voices, documents, helpers=behind, rare=occasions.rare) for claim in group]
            tellings.extend(held.telling for held in alone)
            crowds.update({name for held in alone if held.claim.type in REPEATED for name in held.held_keys})
            for held, head in zip(alone, self._accounts(group, alone), strict=True):
                if head is None:
                    self._blocks.skip()
                else:
                    self._blocks.add(head, _Filed(occasions, held.claim.document_id))
                for column, value in zip(order, neighbourhood(head or held), strict=True):
                    column.append(value)
                self.ids.append(held.claim.claim_id)
                self._profiles.append(head or held)
        self.setting = replace(self.setting, crowded=frozenset(p for p, size in crowds.items() if size > CROWDED))
        self.rank = np.empty(len(self.ids), dtype=np.int64)
        self.rank[sorted(range(len(self.ids)), key=self.ids.__getitem__)] = np.arange(len(self.ids))
        day, run, start = (np.frombuffer(column, dtype=np.int64) for column in order)
        self._at = np.lexsort((self.rank, start, run, day))
        self._stands = stand_ins(tellings, self.rank)
        self.profile = lru_cache(maxsize=READY)(self._profiles.__getitem__)

    def __len__(self) -> int:
        return len(self.ids)

    def _accounts(self, group: Sequence[Claim], alone: Sequence[Profile]) -> list[Profile | None]:
        """Compare the claims of one document; return for each the profile of the account it stands for, if it does."""
        first = len(self.ids)
        single = is_single(alone)
        told = [replace(held, single=single) for held in alone] if single else alone
        links: list[Link] = []
        for one, two in neighbours(told):
            a, b = sorted((one, two), key=lambda at: told[at].claim.claim_id)
            link = compare(told[a], told[b], self.setting)
            if link is not None:
                links.append(link)
                self._inside.append(link)
                for column, at in zip(self._ends, (a, b), strict=True):
                    column.append(first + at)
        place = {held.claim.claim_id: at for at, held in enumerate(told)}
        found: list[Profile | None] = [None] * len(told)
        heads = [0] * len(told)
        for account in accounts(group, told, links):
            head = place[account.profile.claim.claim_id]
            found[head] = account.profile
            for member in account.members:
                heads[place[member]] = first + head
        self._heads.extend(heads)
        return found

    def inside(self) -> Iterator[tuple[int, int, Link]]:
        """Yield the links between claims of one document, but for claims that others stand for."""
        for at, (one, two) in enumerate(zip(*self._ends, strict=True)):
            if self._stands[one] == one or self._stands[two] == two:
                yield one, two, self._inside[at]

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
        # An account is compared unless all that it tells is told in the same words elsewhere.
        kept = np.zeros(len(self), dtype=bool)
        kept[np.frombuffer(self._heads, dtype=np.uint32)[self._stands == np.arange(len(self))]] = True
        codes, _ = self._blocks.pairs(places, kept)
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
