"""Which records are those of the last build, for the tables of case.db that take only what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
import pyarrow as pa

from tripoint.events.judgements import LinkedClaims
from tripoint.model import Assessment, Event, Link
from tripoint.run.kept import EVENTS, event_keys
from tripoint.run.keptassessments import ASSESSMENTS
from tripoint.run.piles import again_of, pile_of, read_pile, tell_again
from tripoint.store.records import SUFFIX
from tripoint.store.shelf import finished
from tripoint.store.volumes import RecordRows, add_volume

R = TypeVar("R")


class Change(NamedTuple):
    """What came and went between two builds: records, and the columns that tell which ones went, None for all."""

    new: Iterable[Any]
    gone: Iterable[tuple[Any, ...]] | None


def add_on(path: Path, kind: type[R], rows: np.ndarray, last: RecordRows[R] | None, new: Iterable[Any]) -> None:
    """Write records as `add_volume` does, and beside them which row each was in those of the `last` build."""
    add_volume(path, kind, rows, last, new)
    if last is not None:
        tell_again(path, rows, last.home.name)


def changed_links(path: Path, held: str, most: int) -> Change | None:
    """Return what changed of the links since the build whose folder is `held`; None when most did, or it is not known.

    What came is given in tables of `most` links. What went is told by its claims, as that build kept them: its links
    need not be read.
    """
    if held == path.parent.name:
        return Change((), ())
    try:
        rows = again_of(path, held)
        if rows is None:
            return None
        before, now = LinkedClaims(path.parent.parent / held), RecordRows(path, Link)
        left = np.ones(len(before), dtype=bool)
        left[rows[rows >= 0]] = False
        gone, new = np.flatnonzero(left), np.flatnonzero(rows < 0)
        if len(rows) != len(now) or 2 * (len(gone) + len(new)) > len(rows):
            return None
        went = before.pairs(gone)
    except (OSError, ValueError, IndexError, pa.ArrowException):
        return None
    return Change(now.tables(new, most), went)


def links_of(events: Path, held: str, most: int) -> Change:
    """Return what changed of the links in a folder of events since the build whose folder is `held`, or else all.

    While its files are opened a folder that is being made may get its name.
    """
    try:
        return _links_in(events, held, most)
    except FileNotFoundError:
        return _links_in(finished(events), held, most)


def _links_in(events: Path, held: str, most: int) -> Change:
    path = events / f"links{SUFFIX}"
    found = changed_links(path, held, most)
    if found is None:
        links = RecordRows(path, Link)
        found = Change(links.tables(np.arange(len(links)), most), None)
    return found


def change_of_pile(folder: Path, stem: str, kind: type[R], held: str, columns: Sequence[str]) -> Change | None:
    """Return what changed on a pile, likewise."""
    if held == folder.name:
        return Change((), ())
    again, now = again_of(folder / stem, held), read_pile(folder, stem, kind)
    before = read_pile(folder.parent / held, stem, kind) if held else None
    if again is None or now is None or before is None or len(again) != len(now):
        return None
    left = np.ones(len(before), dtype=bool)
    left[again[again >= 0]] = False
    gone, new = np.flatnonzero(left).tolist(), np.flatnonzero(again < 0).tolist()
    if 2 * (len(gone) + len(new)) > len(again):
        return None
    values = attrgetter(*columns)
    return Change(map(now.at, new), (values(before.at(at)) for at in gone))


def changed_events(events: Path, assessed: Path, held: str, ids: Iterable[str]) -> Change | None:
    """Return which events came, with their assessments, and which went, likewise.

    `held` are the names of the two folders that the table with these `ids` was filled from. An event stands where its
    key is the same, and its assessment was carried on.
    """
    if held == f"{events.name} {assessed.name}":
        return Change((), ())
    last, _, assessed_last = held.partition(" ")
    again = again_of(assessed / ASSESSMENTS, assessed_last) if last else None
    if again is None:
        return None
    before, now = event_keys(events.parent / last), event_keys(events)
    if len(again) != len(now):
        return None
    standing = {
        one
        for (one, key), place in zip(now.items(), again.tolist(), strict=True)
        if place >= 0 and before.get(one) == key
    }
    gone = [(one,) for one in ids if one not in standing]
    new = [at for at, one in enumerate(now) if one not in standing]
    if 2 * (len(gone) + len(new)) > len(now):
        return None
    told, behind = pile_of(events, EVENTS, Event), pile_of(assessed, ASSESSMENTS, Assessment)
    return Change(((told.at(at), behind.at(at)) for at in new), gone)


def every_event(events: Path, assessed: Path) -> Iterable[tuple[Event, Assessment]]:
    """Return all events, with their assessments: both stand in the order of the events' ids."""
    return zip(pile_of(events, EVENTS, Event), pile_of(assessed, ASSESSMENTS, Assessment), strict=True)
