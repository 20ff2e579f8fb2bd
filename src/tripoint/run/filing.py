"""The case database: its tables filled with the results of shards and stages, rows that still hold kept."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from tripoint import __version__
from tripoint.model import (
    Anatomy,
    Claim,
    Comment,
    Contradiction,
    ControlSpan,
    Copy,
    Document,
    Failure,
    Mention,
    Passage,
    PublicationBound,
    Reading,
    SourceProfile,
)
from tripoint.run import versions
from tripoint.run.carried import Change, change_of_pile, changed_events, every_event, links_of
from tripoint.run.keptpassages import PASSAGES
from tripoint.run.memberships import changed_members, members
from tripoint.run.packing import every
from tripoint.run.piles import pile_of
from tripoint.run.results import Results
from tripoint.run.shards import Shard
from tripoint.run.stages import STAGES
from tripoint.store import rows
from tripoint.store.database import beginning, continuing, ending, going_on, is_current, meta, on_disk
from tripoint.store.filling import DatabaseWriter
from tripoint.store.linked import AT_ONCE
from tripoint.store.records import SUFFIX, read
from tripoint.store.shelf import unfinished

R = TypeVar("R")


def fill_tables(kept: Sequence[Shard], results: Results) -> Generator[None, Path | None, None]:
    """Begin case.db with what the shards made; go on with links, and with the order of claims, once these are told.

    Waits for shards that are not made yet: None tells that there are more. The folder of the events may be told before
    it is finished, when it has the links, and then again. Rows of the shards that are `kept` are taken
    from the last case.db, which needs nothing of what is made now. `complete_tables` does the rest.
    """
    yield from _fill_shards(kept, results)
    while (events := (yield)) is None:
        pass
    with going_on(results.case.database) as db:
        db.bring_links(*links_of(events, db.noted("links_of"), AT_ONCE))
        db.finish_links()
    while unfinished(events):
        events = (yield) or events
    with going_on(results.case.database) as db:
        db.note(links_of=events.name)
        come, gone = changed_members(events, db.noted("events_of")) or Change(members(events), None)
        db.place_claims(come, None if gone is None else list(gone))
    on_disk(results.case.database)


def _fill_shards(kept: Sequence[Shard], results: Results) -> Generator[None, Path | None, None]:
    """Begin case.db with what the shards made, as people put it right."""
    path = results.case.database
    pages = (page.page_id for shard in kept for page in shard.pages)
    with continuing(path, pages) if kept else beginning(path) as db:
        standing = set(map(id, kept))
        for shard in results.shards:
            if id(shard) not in standing:
                while not all(results.case.records.has(*name) for name in shard.names.items()):
                    yield
                _add_shard(db, results, shard)
        db.note(**_portions(results))
    with going_on(path) as db:
        db.correct(results.corrected())
        db.order_claims()


def _add_shard(db: DatabaseWriter, results: Results, shard: Shard) -> None:
    def file(stage: str, name: str) -> Path:
        return results.case.records.folder(stage, shard.names[stage]) / f"{name}{SUFFIX}"

    anatomies = {anatomy.page_id: anatomy for anatomy in read(file("documents", "anatomies"), Anatomy)}
    db.add("pages", (rows.page_row(page, anatomies.get(page.page_id)) for page in shard.pages))
    db.add("documents", map(rows.document_row, every(file("documents", "documents"), Document)))
    db.add("comments", map(rows.comment_row, read(file("documents", "comments"), Comment)))
    db.add("mentions", _mentions(file("mentions", "mentions"), file("mentions", "readings")))
    db.add_claims(every(file("claims", "claims"), Claim))
    for stage in shard.names:
        if "failures" in STAGES[stage].makes:
            db.add("failures", map(rows.failure_row, read(file(stage, "failures"), Failure)))


def kept_rows(results: Results) -> list[Shard]:
    """Return the shards whose rows the last case.db holds; none when it would have to change by half.

    One of another version has other tables: nothing of it is kept.
    """
    if not is_current(results.case.database):
        return []
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


def complete_tables(results: Results, *, case_key: str, settings_digest: str) -> None:
    """Complete case.db with the events and what stands behind them, and put it in its place."""
    with ending(results.case.database) as db:
        _add_events(db, results)
        db.add(
            "contradictions", map(rows.contradiction_row, results.of_whole("assess", "contradictions", Contradiction))
        )
        db.add("control", map(rows.control_row, results.of_whole("assess", "control", ControlSpan)))
        db.add("copies", map(rows.copy_row, results.of_whole("assess", "copies", Copy)))
        places = ("document_id", "start", "other", "other_start")
        folder = results.whole["assess"]
        found = change_of_pile(folder, PASSAGES, Passage, db.noted("passages_of"), places)
        found = found or Change(pile_of(folder, PASSAGES, Passage), None)
        _bring(db, "passages", places, found, rows.passage_row, folder)
        db.add("revisions", map(rows.revision_row, results.revisions()))
        db.add("sources", map(rows.source_row, results.of_whole("assess", "sources", SourceProfile)))
        db.mark_copies()
        db.redate(results.of_whole("assess", "publications", PublicationBound))
        db.add("failures", map(rows.failure_row, results.intake_failures))
        counted = {"articles": "documents"}
        db.note(
            case_key=case_key,
            tripoint_version=__version__,
            code_version=versions.code_of("tripoint"),
            settings_digest=settings_digest,
            resources_digest=versions.resources(),
            **{f"count_{name}": db.count(counted.get(name, name)) for name in _COUNTED},
        )


_COUNTED = ("pages", "articles", "comments", "claims", "events", "contradictions", "failures")


def _bring(
    db: DatabaseWriter, table: str, columns: tuple[str, ...], found: Change, row: Callable[[R], rows.Row], folder: Path
) -> None:
    """Bring a table to what a folder tells: by what changed since it was filled, or else from the beginning.

    `columns` tell one record from another.
    """
    if found.gone is None:
        db.clear(table)
    else:
        db.remove(table, columns, found.gone)
    db.add(table, map(row, found.new))
    db.note(**{f"{table}_of": folder.name})


def _add_events(db: DatabaseWriter, results: Results) -> None:
    """Bring the tables of events to what was assessed, likewise."""
    events, assessed = results.whole["events"], results.whole["assess"]
    found = changed_events(events, assessed, db.noted("events_of"), db.held("events", "event_id"))
    found = found or Change(every_event(events, assessed), None)
    db.remove_events(None if found.gone is None else list(found.gone))
    for event, assessment in found.new:
        db.add_event(rows.event_row(event, assessment), event_id=event.event_id)
    db.note(events_of=f"{events.name} {assessed.name}")


def _mentions(mentions: Path, readings: Path) -> Iterator[rows.Row]:
    """Rows of mentions: readings stand in the order of their mentions, in a file of their own."""
    groups = groupby(read(readings, Reading), key=lambda reading: reading.mention_id)
    waiting: dict[str, tuple[Reading, ...]] = {}
    for mention in read(mentions, Mention):
        while mention.mention_id not in waiting:
            group = next(groups, None)
            if group is None:
                break
            waiting[group[0]] = (*waiting.get(group[0], ()), *group[1])
        yield rows.mention_row(mention, waiting.pop(mention.mention_id, ()))
