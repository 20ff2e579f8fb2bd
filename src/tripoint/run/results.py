"""What the shards made, read as a whole: for the stages over all claims, and for the case database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

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
    Reading,
    Revision,
    SourceProfile,
)
from tripoint.run import versions
from tripoint.run.shards import Shard
from tripoint.store import rows
from tripoint.store.case import Case
from tripoint.store.database import DatabaseWriter, beginning, ending
from tripoint.store.lookup import RecordLookup
from tripoint.store.records import SUFFIX, count, read, write

if TYPE_CHECKING:
    from tripoint.comparison.voices import Voices

R = TypeVar("R")


class Results:
    """The records of all shards, streamed. `whole` holds the folders of the stages over all of them.

    `again`: by page, later times at which it was found unchanged.
    """

    def __init__(
        self,
        case: Case,
        shards: list[Shard],
        failures: list[Failure],
        decisions: tuple[Decision, ...],
        *,
        again: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.case = case
        self.shards = shards
        self.again = again if again is not None else {}
        self.intake_failures = failures
        self.decisions = decisions
        self.whole: dict[str, Path] = {}
        self._claims: list[Claim] | None = None
        self._rejected: frozenset[str] | None = None
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

    def documents(self) -> RecordLookup[Document]:
        """Documents by id, read when asked for."""
        return RecordLookup(self.paths("documents", "documents"), Document, key="document_id")

    def claims(self) -> list[Claim]:
        """The claims of articles by id: comments never take part in events. Read once, until `forget`."""
        if self._claims is None:
            found = [claim for claim in self.every("claims", "claims", Claim) if claim.comment_id is None]
            self._claims = sorted(found, key=lambda claim: claim.claim_id)
        return self._claims

    def rejected(self) -> frozenset[str]:
        """The claims that people rejected, as their decisions find them now. Found once, until `forget`."""
        from tripoint import events

        if self._rejected is None:
            anchors = map(events.anchor, self.claims())
            self._rejected = events.rejected(events.attach(self.decisions, anchors)) if self.decisions else frozenset()
        return self._rejected

    def revisions(self) -> tuple[Revision, ...]:
        """The documents of addresses that were captured more than once. Found once."""
        from tripoint.documents import revisions

        if self._revisions is None:
            pages = (page for shard in self.shards for page in shard.pages)
            documents = self.every("documents", "documents", Document)
            self._revisions = revisions.find(pages, documents, again=self.again)
        return self._revisions

    def voices(self) -> Voices:
        """What the documents and the claims that stand share: found once for events and assessments, until `forget`."""
        from tripoint.comparison.voices import heard
        from tripoint.documents.revisions import lines

        if self._voices is None:
            rejected = self.rejected()
            standing = (c for c in self.claims() if c.claim_id not in rejected)
            self._voices = heard(standing, self.documents(), lines=lines(self.revisions()))
        return self._voices

    def forget(self) -> None:
        """Let go of the claims and of what was found about them."""
        self._claims = self._rejected = self._voices = None

    def failures(self) -> Iterator[Failure]:
        """Every failure, of the intake and of each stage."""
        yield from self.intake_failures
        for stage in ("documents", "mentions", "claims"):
            yield from self.every(stage, "failures", Failure)


def make_events(results: Results, folder: Path) -> None:
    """Link the claims and assemble the events."""
    from tripoint import events

    claims = results.claims()
    documents = results.documents()
    voices = results.voices()
    links = events.link(claims, documents, results.decisions, voices=voices)
    write(folder / f"links{SUFFIX}", Link, links)
    made = events.assemble(claims, links, documents, rejected=results.rejected(), voices=voices)
    write(folder / f"events{SUFFIX}", Event, made)


def make_assessments(results: Results, folder: Path) -> None:
    """Assess the events."""
    from tripoint import assess

    claims = {claim.claim_id: claim for claim in results.claims()}
    made = tuple(results.of_whole("events", "events", Event))
    found = assess.assess(made, claims, results.documents(), rejected=results.rejected(), voices=results.voices())
    write(folder / f"assessments{SUFFIX}", Assessment, found.assessments)
    write(folder / f"contradictions{SUFFIX}", Contradiction, found.contradictions)
    write(folder / f"control{SUFFIX}", ControlSpan, found.control)
    write(folder / f"copies{SUFFIX}", Copy, found.copies)
    write(folder / f"sources{SUFFIX}", SourceProfile, found.sources)


def write_shard_tables(results: Results) -> None:
    """Begin case.db with what the shards made."""
    with beginning(results.case.database) as db:
        anatomies = RecordLookup(results.paths("documents", "anatomies"), Anatomy, key="page_id")
        pages = [page for shard in results.shards for page in shard.pages]
        db.add("pages", (rows.page_row(page, anatomies.get(page.page_id)) for page in pages))
        db.add("documents", map(rows.document_row, results.every("documents", "documents", Document)))
        db.add("comments", map(rows.comment_row, results.every("documents", "comments", Comment)))
        db.add("mentions", _mentions(results))
        db.add_claims(results.every("claims", "claims", Claim))


def write_whole_tables(results: Results, *, case_key: str, settings_digest: str) -> None:
    """Complete case.db with the events and what stands behind them, and put it in its place."""
    with ending(results.case.database) as db:
        db.add("links", map(rows.link_row, results.of_whole("events", "links", Link)))
        _add_events(db, results)
        db.add(
            "contradictions", map(rows.contradiction_row, results.of_whole("assess", "contradictions", Contradiction))
        )
        db.add("control", map(rows.control_row, results.of_whole("assess", "control", ControlSpan)))
        db.add("copies", map(rows.copy_row, results.of_whole("assess", "copies", Copy)))
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
