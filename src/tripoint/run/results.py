"""What the shards made, read as a whole: for the stages over all claims, and for the case database."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

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
from tripoint.run.decided import Decided
from tripoint.run.forks import Forks
from tripoint.run.kept import events_in
from tripoint.run.madeevents import MadeEvents
from tripoint.run.memory import give_back
from tripoint.run.shards import Shard
from tripoint.run.told import Told, ToldClaims, corrected
from tripoint.store.archive import RecordArchive
from tripoint.store.case import Case
from tripoint.store.filed import OpenFiles
from tripoint.store.heap import RecordHeap
from tripoint.store.imprinted import DocumentArchive
from tripoint.store.records import SUFFIX, read

if TYPE_CHECKING:
    from tripoint.comparison.voices import Voices
    from tripoint.events import Keys
    from tripoint.run.keptpassages import Passages
    from tripoint.store.corrections import Corrections

R = TypeVar("R")


class Results:
    """The records of all shards, streamed. `whole` holds the folders of the stages over all of them.

    `again`: by page, later times at which it was found unchanged; `sightings`: looks at addresses without a new page.
    `crew` does what several `workers` of this machine can do side by side. `linked` hears of the folder in which the
    links are, as soon as they are.
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
        self.whole: dict[str, Path] = {}
        self.crew = Forks(workers, self.heap)
        self.linked: Callable[[Path], None] = lambda folder: None
        self._files = OpenFiles()
        self._folder: Path | None = None
        self._last: Path | None = None
        self._told: ToldClaims | None = None
        self._documents: DocumentArchive | None = None
        self._texts: list[list[str]] = []
        self._decided = Decided(decisions, self._machine)
        self._voices: Voices | None = None
        self._passages: Passages | None = None
        self._made: MadeEvents | None = None
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

    def documents(self) -> DocumentArchive:
        """Documents by id, on disk. Gathered once, until `forget`."""
        if self._documents is None:
            self._documents = DocumentArchive(self._scratch("documents"), Document)
            for some in gathering.documents(self.paths("documents", "documents"), self._files):
                self._texts.append(some.names)
                if not self._documents.take(some.names, some.records, some.stamps, some.labels):
                    for name, doc in zip(some.names, some.records, strict=True):
                        self._documents.add(name, doc)
        return self._documents

    def claims(self) -> RecordArchive[Claim]:
        """The claims of articles by id, on disk: comments never take part in events. Gathered once, until `forget`.

        They stand document by document, as people put them right, under their types.
        """
        return self._claims().archive

    def _claims(self) -> ToldClaims:
        if self._told is None:
            told = ToldClaims(RecordArchive(self._scratch("claims"), Claim), self.corrections())
            where = self.names("claims"), self.paths("claims", "claims"), self._files, self._folder, self._last
            for some, against in gathering.claims(*where):
                told.take(some, against)
            self._told = told
        return self._told

    def _machine(self) -> Iterator[Claim]:
        """Return the claims as the machine made them: a correction is found before any of them is made."""
        return self.every("claims", "claims", Claim) if self._decided.corrects else self.claims().streamed()

    def tellers(self) -> list[str]:
        """The documents that have claims, in the order of the claims."""
        return self._claims().tellers

    def told(self) -> Told:
        """The claims of each document."""
        return self._claims().told()

    def keys(self) -> Keys:
        """Return what components of the claims are known by."""
        return self._claims().keys(self.voices(), self.rejected())

    def portions(self) -> Iterator[tuple[str, range]]:
        """Yield for each shard what its claims, and what people did to them, are known by, and its documents."""
        told, rejected, made = self.told(), self.rejected(), self.corrections()
        for shard, some in zip(self.shards, self._claims().shards(), strict=True):
            by_people: list[Claim | str] = []
            if rejected or made:
                claims = [claim for at in some for claim in told[at]]
                by_people += sorted(claim.claim_id for claim in claims if claim.claim_id in rejected)
                by_people += [claim for claim in claims if claim.claim_id in made]
            name = versions.name_of(shard.names["documents"], shard.names["claims"], len(some), *by_people)
            yield name, some

    def rejected(self) -> frozenset[str]:
        """The claims that people rejected, as their decisions find them now."""
        return self._decided.rejected()

    def people(self) -> tuple[Link, ...]:
        """The links that people made, as their decisions find the claims now."""
        return self._decided.people()

    def corrections(self) -> Corrections:
        """What people put right, by claim."""
        return self._decided.corrections()

    def corrected(self) -> Iterator[tuple[Claim, Claim]]:
        """Yield each claim that people put right, as the machine made it and as it is now."""
        made = self.corrections()
        if made:
            for claim in self.every("claims", "claims", Claim):
                if claim.claim_id in made:
                    yield claim, corrected(claim, made)

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
        from tripoint.comparison.hostility import HOSTILE, camps_of
        from tripoint.comparison.sorts import of_types
        from tripoint.comparison.voices import heard
        from tripoint.documents.revisions import lines
        from tripoint.run.kepttexts import keep_shared, kept_texts, shared_before

        if self._voices is None:
            rejected, documents = self.rejected(), self.documents()
            told = of_types(self.claims(), HOSTILE)  # of the others no side is learnt
            standing = (claim for claim in told if claim.claim_id not in rejected)
            pairs = None if rejected else self._claims().against
            hostile = None if pairs is None else camps_of(pairs)
            portions = list(zip(self.names("documents"), self._texts, strict=True))
            texts = kept_texts(portions, documents, self.crew, self._folder, self._last)
            shared = shared_before(self._last)
            of_lines = lines(self.revisions())
            self._voices = heard(standing, documents, lines=of_lines, texts=texts, shared=shared, hostile=hostile)
            keep_shared(self._folder, shared)
        return self._voices

    def passages(self, last: Path | None) -> Passages:
        """The passages that documents share, looked for from when they are first asked for until they are written.

        `last` is the folder of those of the last build.
        """
        from tripoint.run.keptpassages import Passages

        if self._passages is None:
            self._passages = Passages(last, self.voices().partly, self.documents(), self.crew.ahead)
        return self._passages

    def heap(self, kind: type[R]) -> RecordHeap[R]:
        """Return an empty list of records on disk, which goes when it is let go of."""
        return RecordHeap(self._scratch(kind.__name__), kind)

    def take(self, made: MadeEvents) -> None:
        """Keep the events that were made, for those who ask, until `forget`."""
        self._made = made

    def made(self) -> MadeEvents:
        """The events, in their order: as they were taken when they were made, or read again."""
        if self._made is None:
            self._made = events_in(self.whole["events"])
        return self._made

    def forget(self) -> None:
        """Let go of the claims and documents and of what was found about them."""
        if self._told is not None:
            self._told.archive.close()
        if self._documents is not None:
            self._documents.close()
        self._files.close()
        self._told = self._documents = self._voices = self._made = self._passages = None
        self._texts = []
        give_back()

    def _scratch(self, name: str) -> Path:
        return self.case.records.root / "scratch" / f"{name}.{os.getpid()}"

    def failures(self) -> Iterator[Failure]:
        """Every failure, of the intake and of each stage."""
        yield from self.intake_failures
        for stage in ("documents", "mentions", "claims"):
            yield from self.every(stage, "failures", Failure)
