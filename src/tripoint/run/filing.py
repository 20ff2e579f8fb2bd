"""The case database: its tables filled with the results of shards and stages, rows that still hold kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from tripoint import __version__
from tripoint.model import (
    Anatomy,
    Assessment,
    Claim,
    Comment,
    Contradiction,
    ControlSpan,
    Copy,
    Document,
    Event,
    Failure,
    Link,
    Mention,
    Passage,
    PublicationBound,
    Reading,
    SourceProfile,
)
from tripoint.run import versions
from tripoint.run.carried import Change, change
from tripoint.run.results import Results
from tripoint.run.shards import Shard
from tripoint.store import rows
from tripoint.store.database import beginning, continuing, ending, meta
from tripoint.store.filling import DatabaseWriter
from tripoint.store.lookup import RecordLookup
from tripoint.store.records import SUFFIX, count, read

R = TypeVar("R")


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
        _change(db, results.whole["events"], Link, rows.link_row, "links", ("claim_a", "claim_b"))
        _add_events(db, results)
        db.add(
            "contradictions", map(rows.contradiction_row, results.of_whole("assess", "contradictions", Contradiction))
        )
        db.add("control", map(rows.control_row, results.of_whole("assess", "control", ControlSpan)))
        db.add("copies", map(rows.copy_row, results.of_whole("assess", "copies", Copy)))
        places = ("document_id", "start", "other", "other_start")
        _change(db, results.whole["assess"], Passage, rows.passage_row, "passages", places)
        db.add("revisions", map(rows.revision_row, results.revisions()))
        db.add("sources", map(rows.source_row, results.of_whole("assess", "sources", SourceProfile)))
        db.mark_copies()
        db.redate(results.of_whole("assess", "publications", PublicationBound))
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


def _change(
    db: DatabaseWriter, folder: Path, kind: type[R], row: Callable[[R], rows.Row], table: str, columns: tuple[str, ...]
) -> None:
    """Bring a table to what the folder's file tells: by what changed since it was filled, or else from the beginning.

    `columns` tell one record from another.
    """
    path = folder / f"{table}{SUFFIX}"
    found = change(path, kind, db.noted(f"{table}_of"), columns)
    if found is None:
        db.clear(table)
        found = Change(read(path, kind), ())
    db.remove(table, columns, found.gone)
    db.add(table, map(row, found.new))
    db.note(**{f"{table}_of": folder.name})


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
