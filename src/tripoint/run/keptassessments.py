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
from tripoint.assess.before import Settled, Taken, Weighed
from tripoint.assess.noted import Notes
from tripoint.comparison.shelves import encoded
from tripoint.model import Assessment, Event, PublicationBound
from tripoint.run import versions
from tripoint.run.piles import Pile, lay_on, pile_up, read_pile

ASSESSMENTS = "assessments"
"""The pile of the assessments of a build, in the order of the events' ids."""
_WEIGHED, _NOTES, _SETTLED = "kept-weighed", "kept-notes", "kept-settled"


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
        self.told = self.matters = b""
        self._keys = keys
        self._places: dict[bytes, int] = {}
        self._matters: dict[bytes, int] = {}
        if last is None:
            return
        weighed, notes = read_pile(last, _WEIGHED, Weighed), read_pile(last, _NOTES, Notes)
        settled, assessments = read_pile(last, _SETTLED, Settled), read_pile(last, ASSESSMENTS, Assessment)
        try:
            told, matters = ((last / f"{name}.keys").read_bytes() for name in (_WEIGHED, _SETTLED))
        except OSError:
            return
        if weighed is None or notes is None or assessments is None or len(told) != 16 * len(weighed):
            return
        if len(assessments) == len(weighed) == len(notes):
            self.assessments = assessments
            self.weighed, self.notes, self.told = weighed, notes, told
            self._places = {told[16 * at : 16 * at + 16]: at for at in range(len(weighed))}
        if settled is not None and len(matters) == 16 * len(settled):
            self.settled, self.matters = settled, matters
            self._matters = {matters[16 * at : 16 * at + 16]: at for at in range(len(settled))}

    def key(self, event_id: str) -> bytes:
        """Return what an event is known by now."""
        return self._keys[event_id]

    def place(self, key: bytes) -> int | None:
        """Return the place of what was found of the event of that key; None when it is new."""
        return self._places.get(key)

    def matter(self, key: bytes) -> int | None:
        """Return the place of what was found of the matter of that key, None when it was not met."""
        return self._matters.get(key)


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
        again = np.array(taken.again, dtype=np.int64)
        pile_up(folder, stem, again, last, _new(taken.all, again))
    (folder / f"{_WEIGHED}.keys").write_bytes(_keys(found.weighed, then.told))
    (folder / f"{_SETTLED}.keys").write_bytes(_keys(found.settled, then.matters))


def _pile(records: Sequence[Any]) -> Pile[Any] | None:
    return records if isinstance(records, Pile) else None


def _new(records: Sequence[Any], again: np.ndarray) -> Iterator[bytes]:
    return (encoded(records, at) for at in np.flatnonzero(again < 0).tolist())


def _keys(taken: Taken[Weighed] | Taken[Settled], before: bytes) -> bytes:
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
