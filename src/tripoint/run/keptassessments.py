"""What the last build found of events, by what these were made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from tripoint.assess.assessing import Assessed
from tripoint.assess.before import Found, Settled, Sums, Taken, Weighed, still, told_members
from tripoint.assess.noted import Notes
from tripoint.assess.sources import Membership
from tripoint.comparison.shelves import every_encoded
from tripoint.model import Assessment, Event, PublicationBound
from tripoint.run import versions
from tripoint.run.kept import each_key
from tripoint.run.keptsums import keep_sums, read_sums
from tripoint.run.piles import Pile, lay_on, pile_up, read_pile

ASSESSMENTS = "assessments"
"""The pile of the assessments of a build, in the order of the events' ids."""
_WEIGHED, _NOTES, _SETTLED, _MEMBERS = "kept-weighed", "kept-notes", "kept-settled", "kept-members"
_ROW = np.dtype([("key", "<u8", 2), ("opposed", "<u8", 2), ("origins", "<u4"), ("inside", "?")])
"""For each event what it is known by and, as `Weighed` has it, what it came to."""
_NONE = b"\0"
"""Stands for contradictions where there are none."""


def assessed_by() -> str:
    """Return the digest of all that assessing depends on, but for the events, the claims and the documents."""
    code = versions.code_of("tripoint.assess", "tripoint.run.whole", __name__)
    return versions.name_of(code, versions.resources(), versions.libraries())


class KeptAssessments:
    """The assessments of the last build, and what was found of events and matters; `keys` tell what events are of."""

    def __init__(self, last: Path | None, keys: Mapping[str, bytes]) -> None:
        self.assessments: Sequence[Assessment] = ()
        self.weighed: Sequence[Weighed] = ()
        self.notes: Sequence[Notes] = ()
        self.settled: Sequence[Settled] = ()
        self.rows = np.zeros(0, dtype=_ROW)
        self.matters = b""
        self.keys = keys
        self._places: dict[bytes, int] = {}
        self._matters: dict[bytes, int] = {}
        self._found: list[Found] = []
        self._members = b""
        self._same: bool | None = None
        self.sums: Sums | None = None
        if last is None:
            return
        weighed, notes = read_pile(last, _WEIGHED, Weighed), read_pile(last, _NOTES, Notes)
        settled, assessments = read_pile(last, _SETTLED, Settled), read_pile(last, ASSESSMENTS, Assessment)
        try:
            rows = np.load(last / f"{_WEIGHED}.rows.npy", allow_pickle=False)
            matters, self._members = ((last / name).read_bytes() for name in (f"{_SETTLED}.keys", _MEMBERS))
        except (OSError, ValueError, EOFError):
            return
        if weighed is None or notes is None or assessments is None or rows.dtype != _ROW:
            return
        if len(rows) == len(assessments) == len(weighed) == len(notes):
            self.assessments, self.weighed, self.notes, self.rows = assessments, weighed, notes, rows
            places, opposed = range(len(rows)), [b""] * len(rows)
            self._places = dict(zip(each_key(rows["key"].tobytes()), places, strict=True))
            for at in np.flatnonzero(rows["opposed"].any(axis=1)).tolist():
                opposed[at] = rows["opposed"][at].tobytes()
            self._found = list(map(Found, places, opposed, rows["origins"].tolist(), rows["inside"].tolist()))
        if settled is not None and len(matters) == 16 * len(settled):
            self.settled, self.matters = settled, matters
            self._matters = dict(zip(each_key(matters), range(len(settled)), strict=True))
            self.sums = read_sums(last, len(self.notes), len(settled))

    def found(self, key: bytes, members: Membership) -> Found | None:
        """Return what is known of the event of that key; None when it is new, or a party that it asked for another."""
        place = self._places.get(key)
        if place is None or not (self._stands(members) or still(self.weighed[place].asked, members)):
            return None
        return self._found[place]

    def matter(self, key: bytes, members: Membership) -> int:
        """Return the place of what was found of the matter of that key, -1 where an event's would be None."""
        place = self._matters.get(key)
        return place if place is not None and self.holds(place, members) else -1

    def holds(self, place: int, members: Membership) -> bool:
        """Return whether what was found of the matter at that place does not rest on who is part of whom now."""
        return self._stands(members) or still(self.settled[place].asked, members)

    def gone(self, places: Iterable[int]) -> Iterator[tuple[Notes, int]]:
        """Yield the notes on the events that are not at these places, and how many origins each had."""
        left = np.ones(len(self.rows), dtype=bool)
        stood = np.fromiter(places, dtype=np.int64)
        left[stood[stood >= 0]] = False
        for at in np.flatnonzero(left).tolist():
            yield self.notes[at], self._found[at].origins

    def _stands(self, members: Membership) -> bool:
        """Return whether everybody is part of whom they were: nobody's record need be read for it then."""
        if self._same is None:
            self._same = told_members(members) == self._members
        return self._same


def keep_found(folder: Path, found: Assessed, before: KeptAssessments | None) -> None:
    """Keep the assessments, and what was found of events and matters."""
    then = KeptAssessments(None, {}) if before is None else before
    again = np.array(found.weighed.again, dtype=np.int64)
    lay_on(folder, ASSESSMENTS, again, _pile(then.assessments), _new(found.assessments, again))
    for stem, taken, last in (
        (_WEIGHED, found.weighed, _pile(then.weighed)),
        (_NOTES, found.notes, _pile(then.notes)),
        (_SETTLED, found.settled, _pile(then.settled)),
    ):
        of_taken = np.array(taken.again, dtype=np.int64)
        pile_up(folder, stem, of_taken, last, _new(taken.all, of_taken))
    rows = np.zeros(len(again), dtype=_ROW)
    rows[again >= 0] = then.rows[again[again >= 0]]
    for at in np.flatnonzero(again < 0).tolist():
        one = found.weighed.all[at]
        told = [np.frombuffer(some.ljust(16, _NONE), dtype=np.uint64) for some in (one.key, one.opposed)]
        rows[at] = (*told, one.origins, bool(one.inside))
    np.save(folder / f"{_WEIGHED}.rows.npy", rows, allow_pickle=False)
    (folder / f"{_SETTLED}.keys").write_bytes(_keys(found.settled, then.matters))
    (folder / _MEMBERS).write_bytes(found.members)
    if found.tallies is not None:
        keep_sums(folder, found.matters, found.tallies, then.sums, len(again))


def _pile(records: Sequence[Any]) -> Pile[Any] | None:
    return records if isinstance(records, Pile) else None


def _new(records: Sequence[Any], again: np.ndarray) -> Iterator[bytes]:
    return every_encoded(records, np.flatnonzero(again < 0).tolist())


def _keys(taken: Taken[Settled], before: bytes) -> bytes:
    """Return what records are known by: as it was `before`, or as each that is new tells."""
    return b"".join(
        before[16 * place : 16 * place + 16] if place >= 0 else taken.all[at].key
        for at, place in enumerate(taken.again)
    )


def dated_keys(
    keys: Mapping[str, bytes], bounds: Iterable[PublicationBound], events: Iterable[Event]
) -> Mapping[str, bytes]:
    """Return the keys of events, other ones where documents behind them are dated by others."""
    told = {bound.document_id: msgspec.msgpack.encode(bound) for bound in bounds}
    if not told:
        return keys
    found = dict(keys)
    dated: dict[str, list[bytes]] = defaultdict(list)
    for event in events:
        for document_id in event.documents:
            if document_id in told:
                dated[event.event_id].append(told[document_id])
    for event_id, some in dated.items():
        found[event_id] = blake2b(b"".join((found[event_id], *some)), digest_size=16).digest()
    return found
