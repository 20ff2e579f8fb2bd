"""The stages over all claims: from the results of the shards to events, and from these to assessments."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tripoint.comparison.shelves import plain
from tripoint.model import (
    Contradiction,
    ControlSpan,
    Copy,
    Link,
    PublicationBound,
    SourceProfile,
)
from tripoint.run.carried import add_on
from tripoint.run.garbage import HARDLY_EVER, rare_collections
from tripoint.run.homes import homes_then, write_homes
from tripoint.run.keeping import finish, last_made
from tripoint.run.kept import event_keys, judged_by, keep_events, last_events, made_before
from tripoint.run.keptrows import KeptRows
from tripoint.run.madeevents import MadeEvents
from tripoint.run.memory import keep_freed
from tripoint.run.results import Results
from tripoint.run.undated import publications
from tripoint.store.records import SUFFIX, write
from tripoint.store.redating import Redated


def open_modules() -> None:
    """Import what these stages need, and open the lists they read, while others work: each copy would do it again."""
    import tripoint.assess
    import tripoint.comparison.hostility
    import tripoint.documents.revisions
    import tripoint.events
    import tripoint.run.keptassessments
    import tripoint.run.keptpassages  # noqa: F401
    from tripoint.resources.actors import register
    from tripoint.resources.claims import words
    from tripoint.resources.wordmeanings import word_meanings
    from tripoint.resources.wordweights import word_weights

    for one in (register, words, word_meanings, word_weights):
        one()


@rare_collections(HARDLY_EVER)
def make_events(results: Results, folder: Path) -> None:
    """Link the claims and assemble the events."""
    from tripoint import events
    from tripoint.run.keptassessments import assessed_by

    keep_freed()
    last = last_events(folder)
    results.kept_in(folder, None if last is None else last.folder)
    voices = results.voices()
    results.passages(last_made(results.case.records.folder("assess", "next"), assessed_by()))  # looked for from now on
    before = None if last is None else last.judgements()
    rows = KeptRows(results.portions(), folder, None if last is None else last.folder)
    judged = events.judged(
        results.told(),
        results.tellers(),
        results.documents(),
        results.people(),
        rejected=results.rejected(),
        voices=voices,
        before=before,
        shelves=results.heap,
        crew=results.crew,
        portions=rows,
        folder=folder,
    )

    def put_down() -> None:
        rows.write()
        anew = plain(judged.links, np.flatnonzero(judged.again < 0).tolist())
        add_on(folder / f"links{SUFFIX}", Link, judged.again, None if last is None else last.links, anew)
        judged.judging.write(folder)
        results.linked(folder)

    if last is None:
        put_down()  # to write all links while others cluster would take most room at once
    else:
        results.crew.meanwhile(put_down)
    keys = results.keys()
    known = keys.claims()
    homes = None if last is None else homes_then(last.folder, known, judged, before)
    stood = None if last is None else made_before(last, keys.case, homes)
    made = events.assembled(
        results.claims(),
        judged.bonds,
        voices,
        rejected=results.rejected(),
        crew=results.crew,
        keys=keys,
        before=stood,
        singles=judged.singles,
    )
    results.crew.catch_up()
    keep_events(folder, made, keys.case, stood)
    write_homes(folder, known, made, judged)
    results.take(MadeEvents(made.events, made.ids, made.homes.tolist()))
    finish(folder, judged_by())


@rare_collections(HARDLY_EVER)
def make_assessments(results: Results, folder: Path) -> None:
    """Assess the events."""
    from tripoint import assess
    from tripoint.run.keptassessments import KeptAssessments, assessed_by, dated_keys, keep_found

    keep_freed()
    last = last_made(folder, assessed_by())
    results.kept_in(None, results.whole["events"])
    voices = results.voices()
    made = results.made()
    bounds = list(publications(results, made))
    keys = event_keys(results.whole["events"])
    before = None
    if keys:
        before = KeptAssessments(last, dated_keys(keys, bounds, made))
    found = assess.assess(
        made,
        results.claims(),
        Redated(results.documents(), bounds) if bounds else results.documents(),
        rejected=results.rejected(),
        voices=voices,
        crew=results.crew,
        before=before,
    )
    keep_found(folder, found, before)
    write(folder / f"contradictions{SUFFIX}", Contradiction, found.contradictions)
    write(folder / f"control{SUFFIX}", ControlSpan, found.control)
    write(folder / f"copies{SUFFIX}", Copy, found.copies)
    write(folder / f"sources{SUFFIX}", SourceProfile, found.sources)
    write(folder / f"publications{SUFFIX}", PublicationBound, bounds)
    results.passages(last).write(folder)
    finish(folder, assessed_by())
