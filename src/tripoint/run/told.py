"""The claims of articles as they are told: document by document, shard after shard."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import TYPE_CHECKING, overload

import numpy as np

from tripoint.model import Claim
from tripoint.run.packing import Packed
from tripoint.store.archive import RecordArchive

if TYPE_CHECKING:
    from tripoint.comparison.voices import Voices
    from tripoint.events import Keys
    from tripoint.store.corrections import Corrections


class Told(Sequence[list[Claim]]):
    """The claims of each document, read when they are asked for. `starts`: the place of the first of each document."""

    def __init__(self, claims: RecordArchive[Claim], starts: Sequence[int]) -> None:
        self._claims = claims
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, place: int) -> list[Claim]: ...
    @overload
    def __getitem__(self, place: slice) -> list[list[Claim]]: ...
    def __getitem__(self, place: int | slice) -> list[Claim] | list[list[Claim]]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        after = place + 1
        end = self._starts[after] if after < len(self._starts) else len(self._claims)
        return self._claims.between(self._starts[place], end)


class ToldClaims:
    """The claims of a case in an archive, as people put them right, with the documents that tell them.

    `tellers`: the documents that have claims, in the order of the claims; `made`: what people put right; `against`: the
    parties that claims tell to be against each other, None where people or other portions have changed what they tell.
    """

    def __init__(self, archive: RecordArchive[Claim], made: Corrections) -> None:
        self.archive = archive
        self.tellers: list[str] = []
        self.against: set[tuple[str, str]] | None = set()
        self._made = made
        self._starts = array("I")
        self._edges: list[int] = []

    def take(self, some: Packed[Claim], against: Iterable[tuple[str, str]]) -> None:
        """Add the claims of the next shard, with who is told there to be against whom."""
        place = len(self.archive)
        put_right = bool(self._made) and not self._made.keys().isdisjoint(some.names)
        if put_right or not self.archive.take(some.names, some.records, some.stamps, some.labels):
            self.against = None
            told = [corrected(one, self._made) for one in some.records]
            for document_id, listed in groupby(told, key=lambda claim: claim.document_id):
                self._tell(document_id, len(self.archive))
                for claim in listed:
                    self.archive.add(claim.claim_id, claim, claim.type)
        else:
            if self.against is not None:
                self.against.update(against)
            for document_id, size in some.tellers:
                self._tell(document_id, place)
                place += size
        self._edges.append(len(self.tellers))

    def _tell(self, document_id: str, place: int) -> None:
        """Note that the claims of a document begin at a place."""
        if self.tellers[-1:] != [document_id]:
            self.tellers.append(document_id)
            self._starts.append(place)

    def told(self) -> Told:
        """Return the claims of each document."""
        return Told(self.archive, self._starts)

    def shards(self) -> Iterator[range]:
        """Yield for each shard the numbers of its documents."""
        begin = 0
        for end in self._edges:
            yield range(begin, end)
            begin = end

    def keys(self, voices: Voices, rejected: AbstractSet[str]) -> Keys:
        """Return what components of the claims are known by."""
        from tripoint.events import Keys

        aside = (at for at, claim_id in enumerate(self.archive) if claim_id in rejected) if rejected else ()
        ends = np.array([*self._starts[1:], len(self.archive)] if self.tellers else [], dtype=np.int64)
        return Keys(self.archive, self.tellers, ends, voices, aside)


def corrected(claim: Claim, made: Corrections) -> Claim:
    """Return the claim as people put it right, itself where nobody did."""
    if claim.claim_id not in made:
        return claim
    from tripoint.store import corrections

    return corrections.corrected(claim, made[claim.claim_id])
