"""The stages over all claims: from the results of the shards to events, and from these to assessments."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tripoint.model import (
    Assessment,
    Contradiction,
    ControlSpan,
    Copy,
    Event,
    Link,
    Origin,
    PublicationBound,
    SourceProfile,
)
from tripoint.run.kept import KeptEvents, KeptRows, assessed_by, finish, keep_events, last_events, last_made
from tripoint.run.results import Results
from tripoint.run.undated import publications
from tripoint.store.carrying import carry
from tripoint.store.records import SUFFIX, write
from tripoint.store.redating import Redated


def make_events(results: Results, folder: Path) -> None:
    """Link the claims and assemble the events."""
    from tripoint import events

    last = last_events(folder)
    voices = results.voices(folder, None if last is None else last.folder)
    judged = events.judged(
        results.told(),
        results.tellers(),
        results.documents(),
        results.people(),
        rejected=results.rejected(),
        voices=voices,
        before=None if last is None else last.judgements(),
        shelves=results.heap,
        crew=results.crew,
        portions=KeptRows(results.portions(), folder, last),
    )
    carry(folder / f"links{SUFFIX}", Link, judged.links, judged.again, None if last is None else last.links)
    judged.judging.write(folder)
    made = events.assembled(
        results.claims(),
        judged.bonds,
        voices,
        rejected=results.rejected(),
        crew=results.crew,
        keys=results.keys(),
        before=KeptEvents(last, results.heap(Event), results.heap(tuple[Origin, ...])),
        keep=partial(keep_events, folder),
    )
    write(folder / f"events{SUFFIX}", Event, made)
    finish(folder)


def make_assessments(results: Results, folder: Path) -> None:
    """Assess the events."""
    from tripoint import assess
    from tripoint.run.keptpassages import write_passages

    last = last_made(folder, assessed_by())
    voices = results.voices(None, results.whole["events"])
    made = results.heap(Event)
    for event in results.of_whole("events", "events", Event):
        made.append(event)
    bounds = list(publications(results))
    found = assess.assess(
        made,
        results.claims(),
        Redated(results.documents(), bounds) if bounds else results.documents(),
        rejected=results.rejected(),
        voices=voices,
        crew=results.crew,
    )
    write(folder / f"assessments{SUFFIX}", Assessment, found.assessments)
    write(folder / f"contradictions{SUFFIX}", Contradiction, found.contradictions)
    write(folder / f"control{SUFFIX}", ControlSpan, found.control)
    write(folder / f"copies{SUFFIX}", Copy, found.copies)
    write(folder / f"sources{SUFFIX}", SourceProfile, found.sources)
    write(folder / f"publications{SUFFIX}", PublicationBound, bounds)
    write_passages(folder, last, voices.partly, results.documents())
    finish(folder, assessed_by())
