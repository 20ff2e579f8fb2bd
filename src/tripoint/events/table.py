"""The table that linking works at: profiles of all claims, their order, their blocks and the setting they share."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b

import msgspec
import numpy as np

from tripoint.comparison.occasions import Occasions
from tripoint.comparison.shelves import Joined, Shelves
from tripoint.comparison.voices import Voices
from tripoint.events.accounts import Account, accounts
from tripoint.events.blocks import Blocks, hashed_word, neighbourhood, neighbours
from tripoint.events.judgements import bearing
from tripoint.events.judging import compare
from tripoint.events.profile import Profile, profile
from tripoint.events.repeats import stand_ins
from tripoint.events.screen import Screen
from tripoint.events.setting import CROWDED, REPEATED, Setting
from tripoint.events.sides import helpers
from tripoint.events.threads import is_single
from tripoint.model import Claim, Document, Link, Verdict

RARE = 20
"""A quotation in more documents than this makes no companions (ten thousand copies, or a proverb)."""
READY = 40_000
"""Profiles that are kept ready: those of the weeks that are being compared."""
AT_ONCE = 1 << 16
"""Pairs that are handed on together."""

_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode


class Table:
    """Claims by number, in the order in which they came; `rank` is the place of each in the order of ids."""

    def __init__(
        self,
        told: Iterable[Sequence[Claim]],
        tellers: Sequence[str],
        documents: Mapping[str, Document],
        voices: Voices,
        shelves: Shelves,
        rejected: AbstractSet[str],
    ) -> None:
        occasions = Occasions(documents, tellers)
        self.setting = Setting(companions=_companions(tellers, voices), occasions=occasions, documents=documents)
        self.ids: list[str] = []
        self._profiles = shelves(Profile)
        self._inside = shelves(Link)
        self._ends = array("I"), array("I")
        self._heads = array("I")
        self._blocks = Blocks()
        self.screen = Screen()
        numbers: dict[str, int] = {}
        crowds: Counter[str] = Counter()
        order: list[array[int]] = [array("q"), array("q"), array("q")]
        tellings: list[bytes | None] = []
        stamps = bytearray()
        self.documents: list[str] = []
        places: list[frozenset[str]] = []
        known_places: dict[frozenset[str], frozenset[str]] = {}
        for group in told:
            behind = helpers(claim for claim in group if claim.claim_id not in rejected)
            alone = [profile(claim, voices, documents, helpers=behind, rare=occasions.rare) for claim in group]
            tellings.extend(None if held.claim.claim_id in rejected else held.telling for held in alone)
            crowds.update(
                {
                    name
                    for held in alone
                    if held.claim.type in REPEATED and held.claim.claim_id not in rejected
                    for name in held.held_keys
                }
            )
            for held, head in zip(alone, self._accounts(group, alone, rejected), strict=True):
                if head is None:
                    self._blocks.skip()
                else:
                    self._blocks.add(head, _Filed(occasions, held.claim.document_id))
                for column, value in zip(order, neighbourhood(head or held), strict=True):
                    column.append(value)
                self.ids.append(held.claim.claim_id)
                self.documents.append(group[0].document_id)
                places.append(known_places.setdefault((head or held).held_keys, (head or held).held_keys))
                stamps += blake2b(_ENCODE(head or held), digest_size=16).digest()
                self._profiles.append(head or held)
                self.screen.add(head or held, numbers.setdefault(held.claim.document_id, len(numbers)))
        self.setting = replace(self.setting, crowded=frozenset(p for p, size in crowds.items() if size > CROWDED))
        self.rank = np.empty(len(self.ids), dtype=np.int64)
        ordered = sorted(range(len(self.ids)), key=self.ids.__getitem__)
        self.rank[ordered] = np.arange(len(self.ids))
        self.sorted_ids = np.array([self.ids[at].encode("utf-8", "surrogatepass") for at in ordered], dtype=np.bytes_)
        self.stamps = np.frombuffer(bytes(stamps), dtype=np.uint64).reshape(-1, 2)[ordered]
        # Where places are crowded, acts in them are judged otherwise: such a claim is another then.
        crowded = self.setting.crowded
        told_in = (sum(map(hashed_word, places[at] & crowded)) for at in ordered)
        self.stamps[:, 0] += np.fromiter(told_in, dtype=np.uint64, count=len(ordered))
        day, run, start = (np.frombuffer(column, dtype=np.int64) for column in order)
        self._at = np.lexsort((self.rank, start, run, day))
        self._stands = stand_ins(tellings, self.rank)
        self.profile = lru_cache(maxsize=READY)(self._profiles.__getitem__)

    def __len__(self) -> int:
        return len(self.ids)

    def _accounts(
        self, group: Sequence[Claim], alone: Sequence[Profile], rejected: AbstractSet[str]
    ) -> list[Profile | None]:
        """Compare the claims of one document; return for each the profile of the account it stands for, if it does.

        A rejected claim is an account of its own: it lends nothing to the others.
        """
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
        for account in _of_standing(group, told, links, rejected):
            head = place[account.profile.claim.claim_id]
            found[head] = account.profile
            for member in account.members:
                heads[place[member]] = first + head
        self._heads.extend(heads)
        return found

    def inside(self, found: Joined[Link]) -> Iterator[tuple[int, int, int, Verdict]]:
        """Add the links between claims of one document to those `found`; yield them, each with its place and verdict.

        Claims that others stand for are left out.
        """
        first = found.add(self._inside)
        for at, (one, two) in enumerate(zip(*self._ends, strict=True)):
            if self._stands[one] == one or self._stands[two] == two:
                yield one, two, first + at, self._inside[at].verdict

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the numbers of the claims of these ids."""
        wanted = set(ids)
        return {claim_id: at for at, claim_id in enumerate(self.ids) if claim_id in wanted} if wanted else {}

    def repeats(self) -> Iterator[tuple[int, int]]:
        """Yield each claim that another stands for, behind that other."""
        for at in np.flatnonzero(self._stands != np.arange(len(self))).tolist():
            yield int(self._stands[at]), at

    def pairs(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Yield the pairs worth comparing, the lower id first, those of one time after the other, many at a time."""
        places = np.empty(len(self), dtype=np.int64)
        places[self._at] = np.arange(len(self))
        # An account is compared unless all that it tells is told in the same words elsewhere.
        kept = np.zeros(len(self), dtype=bool)
        kept[np.frombuffer(self._heads, dtype=np.uint32)[self._stands == np.arange(len(self))]] = True
        codes, _ = self._blocks.pairs(places, kept)
        self._blocks = Blocks()  # those of a million claims take half a gigabyte, and nobody asks for them again
        for begin in range(0, len(codes), AT_ONCE):
            one, two = np.divmod(codes[begin : begin + AT_ONCE], np.uint64(max(1, len(self))))
            left, right = self._at[one.astype(np.int64)], self._at[two.astype(np.int64)]
            turned = self.rank[left] > self.rank[right]
            yield np.where(turned, right, left), np.where(turned, left, right)

    def bearing(self, one: int, two: int) -> int:
        """Return how the documents of two claims stand to each other."""
        a, b = sorted((self.documents[one], self.documents[two]))
        if a == b:
            return 0
        return bearing(self.setting.occasions.likeness(a, b), together=(a, b) in self.setting.companions)


def _of_standing(
    group: Sequence[Claim], told: Sequence[Profile], links: Sequence[Link], rejected: AbstractSet[str]
) -> list[Account]:
    if rejected.isdisjoint(claim.claim_id for claim in group):
        return accounts(group, told, links)
    aside = [Account(held, (held.claim.claim_id,)) for held in told if held.claim.claim_id in rejected]
    return aside + accounts(
        [claim for claim in group if claim.claim_id not in rejected],
        [held for held in told if held.claim.claim_id not in rejected],
        [link for link in links if link.claim_a not in rejected and link.claim_b not in rejected],
    )


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
