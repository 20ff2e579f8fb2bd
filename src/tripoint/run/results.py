"""What the shards made, read as a whole: for the stages over all claims, and for the case database."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, overload

from tripoint import __version__
from tripoint.model import (
    Anatomy,
    Assessment,
    Claim,
    Comment,
    Contradiction,
    ControlSpan,
    Copy,
    Decision,
    Document,
    Event,
    Failure,
    Link,
    Mention,
    Passage,
    Reading,
    Revision,
    Sighting,
    SourceProfile,
)
from tripoint.run import versions
from tripoint.run.forks import Forks
from tripoint.run.kept import KeptEvents, KeptRows, finish, keeping, last_events
from tripoint.run.shards import Shard
from tripoint.store import rows
from tripoint.store.case import Case
from tripoint.store.database import DatabaseWriter, beginning, continuing, ending, meta
from tripoint.store.heap import RecordArchive, RecordHeap
from tripoint.store.lookup import RecordLookup
from tripoint.store.records import SUFFIX, count, read, write

if TYPE_CHECKING:
    from tripoint.comparison.voices import Voices
    from tripoint.events import Attached
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
        self._claims: RecordArchive[Claim] | None = None
        self._documents: RecordArchive[Document] | None = None
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

    def documents(self) -> RecordArchive[Document]:
        """Documents by id, on disk. Gathered once, until `forget`."""
        if self._documents is None:
            self._documents = RecordArchive(self._scratch("documents"), Document)
            for doc in self.every("documents", "documents", Document):
                self._documents.add(doc.document_id, doc)
        return self._documents

    def claims(self) -> RecordArchive[Claim]:
        """The claims of articles by id, on disk: comments never take part in events. Gathered once, until `forget`.

        They stand document by document, as people put them right.
        """
        if self._claims is None:
            made = self.corrections()
            self._claims = RecordArchive(self._scratch("claims"), Claim)
            for path in self.paths("claims", "claims"):
                for claim in read(path, Claim):
                    place = len(self._claims)
                    if claim.comment_id is None:
                        self._claims.add(claim.claim_id, _corrected(claim, made) if claim.claim_id in made else claim)
                    if len(self._claims) > place and self._tellers[-1:] != [claim.document_id]:
                        self._tellers.append(claim.document_id)
                        self._starts.append(place)
                self._edges.append(len(self._tellers))
        return self._claims

    def tellers(self) -> list[str]:
        """The documents that have claims, in the order of the claims."""
        self.claims()
        return self._tellers

    def told(self) -> Told:
        """The claims of each document."""
        self.claims()
        return Told(self.claims(), self._starts)

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
            documents = self.every("documents", "documents", Document)
            self._revisions = revisions.find(pages, documents, again=self.again, sightings=self.sightings)
        return self._revisions

    def voices(self) -> Voices:
        """What the documents and the claims that stand share: found once for events and assessments, until `forget`."""
        from tripoint.comparison.voices import heard
        from tripoint.documents.revisions import lines

        if self._voices is None:
            rejected = self.rejected()
            standing = (claim for claim in self.claims().streamed() if claim.claim_id not in rejected)
            self._voices = heard(standing, self.documents(), lines=lines(self.revisions()))
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
        self._tellers, self._starts, self._edges = [], array("I"), []

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


def make_events(results: Results, folder: Path) -> None:
    """Link the claims and assemble the events."""
    from tripoint import events

    voices = results.voices()
    last = last_events(folder)
    judged = events.judged(
        results.told(),
        results.tellers(),
        results.documents(),
        results.people(),
        rejected=results.rejected(),
        voices=voices,
        before=None if last is None else last.judgements(results.heap(Link)),
        shelves=results.heap,
        crew=results.crew,
        portions=KeptRows(results.portions(), folder, last),
    )
    write(folder / f"links{SUFFIX}", Link, keeping(judged.links, folder))
    judged.judging.write(folder)
    made = events.assembled(
        results.claims(),
        judged.links,
        voices,
        rejected=results.rejected(),
        crew=results.crew,
        before=KeptEvents(folder, last, results.heap(events.Made)),
    )
    write(folder / f"events{SUFFIX}", Event, made)
    finish(folder)


def make_assessments(results: Results, folder: Path) -> None:
    """Assess the events."""
    from tripoint import assess
    from tripoint.comparison.passages import between

    made = results.heap(Event)
    for event in results.of_whole("events", "events", Event):
        made.append(event)
    found = assess.assess(
        made,
        results.claims(),
        results.documents(),
        rejected=results.rejected(),
        voices=results.voices(),
        crew=results.crew,
    )
    write(folder / f"assessments{SUFFIX}", Assessment, found.assessments)
    write(folder / f"contradictions{SUFFIX}", Contradiction, found.contradictions)
    write(folder / f"control{SUFFIX}", ControlSpan, found.control)
    write(folder / f"copies{SUFFIX}", Copy, found.copies)
    write(folder / f"sources{SUFFIX}", SourceProfile, found.sources)
    write(folder / f"passages{SUFFIX}", Passage, between(results.voices().partly, results.documents()))


def write_shard_tables(results: Results) -> None:
    """Begin case.db with what the shards made; rows of shards that the last case.db held already are taken from it."""
    path = results.case.database
    kept = _kept(results)
    new = Results(results.case, [shard for shard in results.shards if shard not in kept], [], ())
    pages = (page.page_id for shard in kept for page in shard.pages)
    with continuing(path, pages) if kept else beginning(path) as db:
        anatomies = RecordLookup(new.paths("documents", "anatomies"), Anatomy, key="page_id")
        taken = (page for shard in new.shards for page in shard.pages)
        db.add("pages", (rows.page_row(page, anatomies.get(page.page_id)) for page in taken))
        db.add("documents", map(rows.document_row, new.every("documents", "documents", Document)))
        db.add("comments", map(rows.comment_row, new.every("documents", "comments", Comment)))
        db.add("mentions", _mentions(new))
        db.add_claims(new.every("claims", "claims", Claim))
        db.note(**_portions(results))


def _kept(results: Results) -> list[Shard]:
    """Return the shards whose rows the last case.db holds; none when it would have to change by half."""
    last = meta(results.case.database)
    if any(last.get(name) != told for name, told in _portions(results).items() if name != "portions"):
        return []
    held = set(last.get("portions", "").split())
    kept = [shard for shard in results.shards if _portion(shard) in held]
    return kept if 2 * len(kept) >= len(results.shards) else []


def _portions(results: Results) -> dict[str, str]:
    """Return the entries of `meta` that say which shards the rows come from, and which code wrote them."""
    return {
        "portions": " ".join(map(_portion, results.shards)),
        "portions_code": versions.code_of("tripoint.store", __name__),
    }


def _portion(shard: Shard) -> str:
    return versions.name_of(*shard.names.values())


def write_whole_tables(results: Results, *, case_key: str, settings_digest: str) -> None:
    """Complete case.db with the events and what stands behind them, and put it in its place."""
    with ending(results.case.database) as db:
        db.correct(results.corrected())
        db.add("links", map(rows.link_row, results.of_whole("events", "links", Link)))
        _add_events(db, results)
        db.add(
            "contradictions", map(rows.contradiction_row, results.of_whole("assess", "contradictions", Contradiction))
        )
        db.add("control", map(rows.control_row, results.of_whole("assess", "control", ControlSpan)))
        db.add("copies", map(rows.copy_row, results.of_whole("assess", "copies", Copy)))
        db.add("passages", map(rows.passage_row, results.of_whole("assess", "passages", Passage)))
        db.add("revisions", map(rows.revision_row, results.revisions()))
        db.add("sources", map(rows.source_row, results.of_whole("assess", "sources", SourceProfile)))
        db.mark_copies()
        failures = list(results.failures())
        pages = sum(len(shard.pages) for shard in results.shards)
        db.add("failures", map(rows.failure_row, failures))
        db.note(
            case_key=case_key,
            tripoint_version=__version__,
            code_version=versions.code_of("tripoint"),
            settings_digest=settings_digest,
            resources_digest=versions.resources(),
            **{f"count_{name}": number for name, number in _counts(results, pages, failures).items()},
        )


def _counts(results: Results, pages: int, failures: list[Failure]) -> dict[str, int]:
    def total(paths: Iterable[Path]) -> int:
        return sum(count(path) for path in paths)

    return {
        "pages": pages,
        "articles": total(results.paths("documents", "documents")),
        "comments": total(results.paths("documents", "comments")),
        "claims": total(results.paths("claims", "claims")),
        "events": count(results.whole["events"] / f"events{SUFFIX}"),
        "contradictions": count(results.whole["assess"] / f"contradictions{SUFFIX}"),
        "failures": len(failures),
    }


def _mentions(results: Results) -> Iterator[rows.Row]:
    """Rows of mentions: readings stand in the order of their mentions, in files of their own."""
    for mentions, readings in zip(
        results.paths("mentions", "mentions"), results.paths("mentions", "readings"), strict=True
    ):
        groups = groupby(read(readings, Reading), key=lambda reading: reading.mention_id)
        waiting: dict[str, tuple[Reading, ...]] = {}
        for mention in read(mentions, Mention):
            while mention.mention_id not in waiting:
                group = next(groups, None)
                if group is None:
                    break
                waiting[group[0]] = (*waiting.get(group[0], ()), *group[1])
            yield rows.mention_row(mention, waiting.pop(mention.mention_id, ()))


def _add_events(db: DatabaseWriter, results: Results) -> None:
    behind = RecordLookup([results.whole["assess"] / f"assessments{SUFFIX}"], Assessment, key="event_id")
    for event in results.of_whole("events", "events", Event):
        row = rows.event_row(event, behind.get(event.event_id))
        db.add_event(row, event_id=event.event_id, claims=event.claims)
