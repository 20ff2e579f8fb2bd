"""What the shards made, read as a whole: for the stages over all claims, and for the case database."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, overload

import numpy as np

from tripoint.model import (
    Claim,
    Decision,
    Document,
    Failure,
    Link,
    Revision,
    Sighting,
)
from tripoint.run import gathering, versions
from tripoint.run.forks import Forks
from tripoint.run.gathering import Packed, gathered
from tripoint.run.shards import Shard
from tripoint.store.archive import RecordArchive
from tripoint.store.case import Case
from tripoint.store.heap import RecordHeap
from tripoint.store.records import SUFFIX, read

if TYPE_CHECKING:
    from tripoint.comparison.voices import Voices
    from tripoint.events import Attached, Keys
    from tripoint.store.corrections import Corrections

R = TypeVar("R")


class Results:
    """The records of all shards, streamed. `whole` holds the folders of the stages over all of them.

    `again`: by page, later times at which it was found unchanged; `sightings`: looks at addresses without a new page.
    `crew` does what several `workers` of this machine can do side by side.
    """

    def __init__(
        self,
        case: Case,
        shards: list[Shard],
        failures: list[Failure],
        decisions: tuple[Decision, ...],
        *,
        again: Mapping[str, tuple[str, ...]] | None = None,
        sightings: Sequence[Sighting] = (),
        workers: int = 1,
    ) -> None:
        self.case = case
        self.shards = shards
        self.again = again if again is not None else {}
        self.sightings = sightings
        self.intake_failures = failures
        self.decisions = decisions
        self.whole: dict[str, Path] = {}
        self.crew = Forks(workers, self.heap)
        self._folder: Path | None = None
        self._last: Path | None = None
        self._claims: RecordArchive[Claim] | None = None
        self._documents: RecordArchive[Document] | None = None
        self._texts: list[list[str]] = []
        self._tellers: list[str] = []
        self._starts = array("I")
        self._edges: list[int] = []
        self._corrects = any(decision.act == "correct" for decision in decisions)
        self._attached: list[Attached] | None = None
        self._people: tuple[frozenset[str], tuple[Link, ...]] | None = None
        self._voices: Voices | None = None
        self._revisions: tuple[Revision, ...] | None = None

    def names(self, stage: str) -> list[str]:
        """Names of the stage's folders, in the order of shards."""
        return [shard.names[stage] for shard in self.shards]

    def paths(self, stage: str, file: str) -> list[Path]:
        """Record files of a stage, one per shard."""
        return [self.case.records.folder(stage, name) / f"{file}{SUFFIX}" for name in self.names(stage)]

    def every(self, stage: str, file: str, kind: type[R]) -> Iterator[R]:
        """Yield the records of all shards."""
        for path in self.paths(stage, file):
            yield from read(path, kind)

    def of_whole(self, stage: str, file: str, kind: type[R]) -> Iterator[R]:
        """Yield the records of a stage over all shards."""
        return read(self.whole[stage] / f"{file}{SUFFIX}", kind)

    def kept_in(self, folder: Path | None, last: Path | None) -> None:
        """Say which folder keeps what is gathered from now on, and which one holds what the last build kept."""
        self._folder, self._last = folder, last

    def _gathered(self, stage: str, make: Callable[[Path], Packed]) -> Iterator[Packed]:
        where = stage, self._folder, self._last
        return gathered(make, self.names(stage), self.paths(stage, stage), self.crew, where)

    def documents(self) -> RecordArchive[Document]:
        """Documents by id, on disk. Gathered once, until `forget`."""
        if self._documents is None:
            self._documents = RecordArchive(self._scratch("documents"), Document)
            for some in self._gathered("documents", gathering.documents):
                self._texts.append(some.names)
                if some.stands_in(self._documents):
                    for name, doc in zip(some.names, some.all(Document), strict=True):
                        self._documents.add(name, doc)
                else:
                    self._documents.take(some.names, some.records, some.ends, some.stamps, some.labels)
        return self._documents

    def claims(self) -> RecordArchive[Claim]:
        """The claims of articles by id, on disk: comments never take part in events. Gathered once, until `forget`.

        They stand document by document, as people put them right, under their types.
        """
        if self._claims is None:
            made = self.corrections()
            self._claims = RecordArchive(self._scratch("claims"), Claim)
            for some in self._gathered("claims", gathering.claims):
                if some.stands_in(self._claims) or not made.keys().isdisjoint(some.names):
                    told = [_corrected(one, made) if one.claim_id in made else one for one in some.all(Claim)]
                    for document_id, listed in groupby(told, key=lambda claim: claim.document_id):
                        self._tell(document_id)
                        for claim in listed:
                            self._claims.add(claim.claim_id, claim, claim.type)
                else:
                    place = len(self._claims)
                    for document_id, size in some.tellers:
                        self._tell(document_id, place)
                        place += size
                    self._claims.take(some.names, some.records, some.ends, some.stamps, some.labels)
                self._edges.append(len(self._tellers))
        return self._claims

    def _tell(self, document_id: str, place: int | None = None) -> None:
        """Note that the claims of a document begin here, or at a place to come."""
        if self._tellers[-1:] != [document_id]:
            self._tellers.append(document_id)
            self._starts.append(len(self._claims or ()) if place is None else place)

    def tellers(self) -> list[str]:
        """The documents that have claims, in the order of the claims."""
        self.claims()
        return self._tellers

    def told(self) -> Told:
        """The claims of each document."""
        self.claims()
        return Told(self.claims(), self._starts)

    def keys(self) -> Keys:
        """Return what components of the claims are known by."""
        from tripoint.events import Keys

        claims, rejected = self.claims(), self.rejected()
        aside = (at for at, claim_id in enumerate(claims) if claim_id in rejected) if rejected else ()
        ends = np.array([*self._starts[1:], len(claims)] if self._tellers else [], dtype=np.int64)
        return Keys(claims, self._tellers, ends, self.voices(), aside)

    def portions(self) -> Iterator[tuple[str, range]]:
        """Yield for each shard what its claims, and what people did to them, are known by, and its documents."""
        told, rejected, corrected, begin = self.told(), self.rejected(), self.corrections(), 0
        for shard, end in zip(self.shards, self._edges, strict=True):
            by_people: list[Claim | str] = []
            if rejected or corrected:
                claims = [claim for at in range(begin, end) for claim in told[at]]
                by_people += sorted(claim.claim_id for claim in claims if claim.claim_id in rejected)
                by_people += [claim for claim in claims if claim.claim_id in corrected]
            name = versions.name_of(shard.names["documents"], shard.names["claims"], end - begin, *by_people)
            yield name, range(begin, end)
            begin = end

    def rejected(self) -> frozenset[str]:
        """The claims that people rejected, as their decisions find them now."""
        return self._decided()[0]

    def people(self) -> tuple[Link, ...]:
        """The links that people made, as their decisions find the claims now."""
        return self._decided()[1]

    def _decided(self) -> tuple[frozenset[str], tuple[Link, ...]]:
        from tripoint import events

        if self._people is None:
            attached = self.attached()
            self._people = events.rejected(attached), tuple(events.people_links(attached))
        return self._people

    def attached(self) -> list[Attached]:
        """People's decisions with the claims that they mean now. Found once."""
        from tripoint import events

        if self._attached is None:
            # corrections are found by what the machine made, before any of them is made
            machine = self.every("claims", "claims", Claim) if self._corrects else self.claims().streamed()
            made = (claim for claim in machine if claim.comment_id is None)
            self._attached = events.attach(self.decisions, map(events.anchor, made)) if self.decisions else []
        return self._attached

    def corrections(self) -> Corrections:
        """What people put right, by claim."""
        from tripoint import events

        return events.corrections(self.attached()) if self._corrects else {}

    def corrected(self) -> Iterator[tuple[Claim, Claim]]:
        """Yield each claim that people put right, as the machine made it and as it is now."""
        made = self.corrections()
        if made:
            for claim in self.every("claims", "claims", Claim):
                if claim.claim_id in made:
                    yield claim, _corrected(claim, made)

    def revisions(self) -> tuple[Revision, ...]:
        """The documents of addresses that were captured more than once. Found once."""
        from tripoint.documents import revisions

        if self._revisions is None:
            pages = (page for shard in self.shards for page in shard.pages)
            documents = self.documents().streamed()
            self._revisions = revisions.find(pages, documents, again=self.again, sightings=self.sightings)
        return self._revisions

    def voices(self) -> Voices:
        """What the documents and the claims that stand share: found once for events and assessments, until `forget`."""
        from tripoint.comparison.hostility import HOSTILE
        from tripoint.comparison.sorts import of_types
        from tripoint.comparison.voices import heard
        from tripoint.documents.revisions import lines
        from tripoint.run.kepttexts import kept_texts

        if self._voices is None:
            rejected, documents = self.rejected(), self.documents()
            told = of_types(self.claims(), HOSTILE)  # of the others no side is learnt
            standing = (claim for claim in told if claim.claim_id not in rejected)
            portions = list(zip(self.names("documents"), self._texts, strict=True))
            texts = kept_texts(portions, documents, self.crew, self._folder, self._last)
            self._voices = heard(standing, documents, lines=lines(self.revisions()), texts=texts)
        return self._voices

    def heap(self, kind: type[R]) -> RecordHeap[R]:
        """Return an empty list of records on disk, which goes when it is let go of."""
        return RecordHeap(self._scratch(kind.__name__), kind)

    def forget(self) -> None:
        """Let go of the claims and documents and of what was found about them."""
        for archive in (self._claims, self._documents):
            if archive is not None:
                archive.close()
        self._claims = self._documents = self._people = self._voices = None
        self._texts, self._tellers, self._starts, self._edges = [], [], array("I"), []

    def _scratch(self, name: str) -> Path:
        return self.case.records.root / "scratch" / f"{name}.{os.getpid()}"

    def failures(self) -> Iterator[Failure]:
        """Every failure, of the intake and of each stage."""
        yield from self.intake_failures
        for stage in ("documents", "mentions", "claims"):
            yield from self.every(stage, "failures", Failure)


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


def _corrected(claim: Claim, made: Corrections) -> Claim:
    from tripoint.store.corrections import corrected

    return corrected(claim, made[claim.claim_id])
