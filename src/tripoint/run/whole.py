"""The stages over all claims: from the results of the shards to events, and from these to assessments."""

from __future__ import annotations

from pathlib import Path

from tripoint.model import (
    Assessment,
    Contradiction,
    ControlSpan,
    Copy,
    Event,
    Link,
    PublicationBound,
    SourceProfile,
)
from tripoint.run.kept import KeptEvents, KeptRows, assessed_by, finish, keeping, last_events, last_made
from tripoint.run.results import Results
from tripoint.run.undated import publications
from tripoint.store.records import SUFFIX, write
from tripoint.store.redating import Redated


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
        keys=results.keys(),
    )
    write(folder / f"events{SUFFIX}", Event, made)
    finish(folder)


def make_assessments(results: Results, folder: Path) -> None:
    """Assess the events."""
    from tripoint import assess
    from tripoint.run.keptpassages import write_passages

    last = last_made(folder, assessed_by())
    made = results.heap(Event)
    for event in results.of_whole("events", "events", Event):
        made.append(event)
    bounds = list(publications(results))
    found = assess.assess(
        made,
        results.claims(),
        Redated(results.documents(), bounds) if bounds else results.documents(),
        rejected=results.rejected(),
        voices=results.voices(),
        crew=results.crew,
    )
    write(folder / f"assessments{SUFFIX}", Assessment, found.assessments)
    write(folder / f"contradictions{SUFFIX}", Contradiction, found.contradictions)
    write(folder / f"control{SUFFIX}", ControlSpan, found.control)
    write(folder / f"copies{SUFFIX}", Copy, found.copies)
    write(folder / f"sources{SUFFIX}", SourceProfile, found.sources)
    write(folder / f"publications{SUFFIX}", PublicationBound, bounds)
    write_passages(folder, last, results.voices().partly, results.documents())
    finish(folder, assessed_by())
