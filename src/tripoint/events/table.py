"""The table that linking works at: profiles of all claims, their order, their blocks and the setting they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Any

import numpy as np
from msgspec.structs import force_setattr

from tripoint.comparison.columns import parted
from tripoint.comparison.crews import Crew
from tripoint.comparison.frequencies import Frequencies
from tripoint.comparison.joined import Joined, Named
from tripoint.comparison.occasions import Occasions
from tripoint.comparison.quotes import Quotes
from tripoint.comparison.shelves import Shelf
from tripoint.comparison.voices import Voices
from tripoint.events.bearings import Bearings, companions
from tripoint.events.blockfiles import BlockWriter
from tripoint.events.blocks import Blocks
from tripoint.events.clusters import Single
from tripoint.events.crowds import crowd_stamps, crowds
from tripoint.events.joinedrows import JoinedRows, joined_rows
from tripoint.events.portions import Portions
from tripoint.events.profile import Profile
from tripoint.events.rarities import Entries, Rarities
from tripoint.events.reader import Reader
from tripoint.events.ready import Ready
from tripoint.events.repeats import stand_ins
from tripoint.events.rows import KINDS, Portion
from tripoint.events.setting import Setting, Weighing, shipped
from tripoint.model import Claim, Document, Link

TEXTS = 60
"""Documents that are worth a process of their own."""
AT_ONCE = 1 << 16
"""Pairs that are handed on together."""


class Table:
    """Claims by number, in the order in which they came.

    `rank` is the place of each in the order of ids, `places` that in the order of time and wording; `part` tells which
    ones are compared, and `again` which ones come from rows that the last build kept; `bearings` tell how their
    documents stand to each other, and `singles` are what clustering needs of them.
    """

    def __init__(
        self,
        told: Sequence[Sequence[Claim]],
        tellers: Sequence[str],
        documents: Mapping[str, Document],
        voices: Voices,
        crew: Crew,
        rejected: AbstractSet[str],
        portions: Portions,
        then: Frequencies | None = None,
        weighing: Weighing | None = shipped,
    ) -> None:
        self._profiles, self.singles, self._inside = Joined[Profile](), Joined[Single](), Joined[Link]()
        self._quotes = Joined[Quotes]()
        nothing = np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.int64)
        # Neither what texts quote nor what is rare in the case tells of claims of one document.
        setting = Setting(
            companions=frozenset(), occasions=Occasions((), *nothing), documents=documents, weighing=weighing
        )
        rows = self._rows(Reader(voices, setting, rejected), told, portions, crew)
        voices.know(Named(tellers, self._quotes))
        quoting = companions(tellers, *rows.statements)
        occasions = Occasions(tellers, *rows.vocabulary, there=documents, then=then)
        rows.vocabulary = rows.statements = nothing
        crowded = crowds(rows)
        together = frozenset(tuple(sorted((tellers[a], tellers[b]))) for a, b in quoting.tolist())
        self.setting = Setting(together, occasions, documents, crowded, weighing)
        self._rarities = Rarities(rows, occasions)
        self.frequencies = occasions.frequencies
        self._rare_words = Entries(rows, self._rarities, occasions)
        self.ids, self.screen, self._blocks = rows.ids, rows.screen, rows.blocks
        self.bearings = Bearings(rows.texts, quoting, occasions, self._again)
        self._ends, self._marks, self._scores = rows.ends, rows.marks, rows.scores
        names = np.array([one.encode("utf-8", "surrogatepass") for one in self.ids], dtype=np.bytes_)
        self.by_rank = ordered = np.argsort(names, kind="stable")
        self.rank = np.empty(len(self.ids), dtype=np.int64)
        self.rank[ordered] = np.arange(len(self.ids))
        self.sorted_ids = names[ordered]
        self.stamps, self.rare_stamps = rows.stamps[ordered], self._rarities.stamps[ordered]
        self.filed_stamps, self.crowd_stamps = self._rare_words.stamps[ordered], crowd_stamps(rows, crowded)[ordered]
        day, run, start = rows.order
        self._at = np.lexsort((self.rank, start, run, day))
        self._stands = stand_ins(rows.tellings, self.rank)
        self.places = np.empty(len(self.ids), dtype=np.int64)
        self.places[self._at] = np.arange(len(self.ids))
        # An account is compared unless all that it tells is told in the same words elsewhere.
        self.part = np.zeros(len(self.ids), dtype=bool)
        self.part[rows.heads[self._stands == np.arange(len(self.ids))]] = True
        self.again = self._again[rows.texts]
        self.ready = Ready(self._profiles_of)

    def _rows(self, reader: Reader, told: Sequence[Sequence[Claim]], portions: Portions, crew: Crew) -> JoinedRows:
        """Return the rows of all portions: those that an earlier build kept, and the others made now."""
        ranges = portions.ranges
        missing = [number for number in range(len(ranges)) if not portions.has(number)]
        made, records = Joined[bytes](), Joined[bytes]()
        sizes = np.array([len(ranges[number]) for number in missing], dtype=np.int64)
        for _, _, (packed, encoded) in crew(
            partial(_read, reader, told, [ranges[number] for number in missing]),
            len(missing),
            bytes,
            bytes,
            least=TEXTS,
            loads=sizes,
        ):
            made.add(packed)
            records.add(encoded)
        place = {number: at for at, number in enumerate(missing)}
        self._again = np.zeros(len(told), dtype=bool)  # documents whose rows the last build kept
        found: list[Portion] = []
        for number, documents in enumerate(ranges):
            rows = None if number in place else portions.rows(number)
            if rows is not None:
                self._again[documents.start : documents.stop] = True
            elif number in place:
                portions.keep(number, rows := made[place[number]], records[place[number]])
            else:
                anew = reader.rows(told[text] for text in documents)
                portions.keep(number, rows := anew.packed(), anew.encoded())
            found.append(Portion.of(rows))
        whole = joined_rows(found)
        # Only now: what is kept for long would lie between what is let go of, and its room be of no use.
        for number, some in enumerate(found):
            for shelf, kind, bounds in zip(self._records(), KINDS, some.bounds(), strict=True):
                shelf.add(portions.records(number, kind, bounds))
        return whole

    def _records(self) -> tuple[Joined[Any], ...]:
        """Return the records of each of the `KINDS`."""
        return self._profiles, self.singles, self._inside, self._quotes

    def _profiles_of(self, places: Sequence[int]) -> list[Profile]:
        found = self._profiles.picked(places)
        for at, held in zip(places, found, strict=True):
            rare = self._rarities.of(at)
            if rare:
                # Nobody else has seen it yet, and to make it anew would take as long as to read it.
                force_setattr(held, "rare", rare)
        return found

    def __len__(self) -> int:
        return len(self.ids)

    def inside(self, found: Joined[Link]) -> tuple[np.ndarray, ...]:
        """Add the links between claims of one document to those `found`; return both claims and the link's place.

        Then come its score, its mark, and whether it is one that the last build kept. Claims that others stand for are
        left out.
        """
        first = found.add(self._inside)
        one, two = self._ends
        stands = self._stands == np.arange(len(self))
        here = np.flatnonzero(stands[one] | stands[two])
        return one[here], two[here], first + here, self._scores[here], self._marks[here], self.again[one[here]]

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the numbers of the claims of these ids."""
        wanted = set(ids)
        return {claim_id: at for at, claim_id in enumerate(self.ids) if claim_id in wanted} if wanted else {}

    def repeats(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the claims that stand for others, each with one for which it stands."""
        others = np.flatnonzero(self._stands != np.arange(len(self)))
        return self._stands[others], others

    def pairs(self, out: BlockWriter | None) -> np.ndarray:
        """Return the pairs worth comparing, by the places of their claims in time; the blocks go `out`, and are let go.

        Those of a million claims take half a gigabyte, and nobody asks for them again.
        """
        blocks, self._blocks = self._blocks, Blocks()
        blocks.enter(*self._rare_words.of(np.ones(len(self), dtype=bool)))
        return blocks.pairs(self.places, self.part, self.rank, out)

    def entries(self, entering: np.ndarray, rare: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the blocks of some claims, as `Blocks.of_claims` does; all blocks are let go."""
        blocks, self._blocks = self._blocks, Blocks()
        blocks.enter(*self._rare_words.of(rare))
        return blocks.of_claims(entering, rare, self.rank)

    def by_time(self, codes: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Yield pairs told by the places of their claims in time, the lower id first, many at a time."""
        for begin in range(0, len(codes), AT_ONCE):
            left, right = (self._at[side] for side in parted(codes[begin : begin + AT_ONCE]))
            turned = self.rank[left] > self.rank[right]
            yield np.where(turned, right, left), np.where(turned, left, right)

    def by_rank_pairs(self, codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return pairs told by the ranks of their claims, the lower first."""
        one, two = parted(codes)
        return self.by_rank[one], self.by_rank[two]

    def shared(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Return how many rare words the claims of each pair hold in common: none, one, or two for more."""
        return self._rarities.shared(one, two)


def _read(
    reader: Reader, told: Sequence[Sequence[Claim]], ranges: Sequence[range], some: range, packed: Shelf, records: Shelf
) -> None:
    """Put the rows of some portions on a shelf, as bytes, and their records on the next."""
    for number in some:
        rows = reader.rows(told[text] for text in ranges[number])
        packed.append(rows.packed())
        records.append(rows.encoded())
