"""Which claims are in which event and when it was: all that the lists of claims in case.db need to know of events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from tripoint.run.carried import Change
from tripoint.run.kept import EVENTS, event_keys
from tripoint.run.piles import pile_of
from tripoint.store.filling import Member


class _Time(msgspec.Struct):
    start: str | None
    end: str | None


class _Event(msgspec.Struct):
    """What is read of an event here."""

    event_id: str
    time: _Time | None
    claims: tuple[str, ...]


def members(events: Path, places: Iterable[int] | None = None) -> Iterator[Member]:
    """Yield the events of a folder at some places, those of all if none are told."""
    told = pile_of(events, EVENTS, _Event)
    for event in map(told.at, range(len(told)) if places is None else places):
        yield event.event_id, (None, None) if event.time is None else (event.time.start, event.time.end), event.claims


def changed_members(events: Path, held: str) -> Change | None:
    """Return which events came and which went since those `held` in a case.db; None when most did.

    `held` names the folders of events and assessments that it was filled from, separated by a space.
    """
    last, _, _ = held.partition(" ")
    if last == events.name:
        return Change((), ())
    before, now = event_keys(events.parent / last) if last else {}, event_keys(events)
    gone = [(one,) for one, key in before.items() if now.get(one) != key]
    new = [at for at, (one, key) in enumerate(now.items()) if before.get(one) != key]
    return None if not before or 2 * (len(gone) + len(new)) > len(now) else Change(members(events, new), gone)
