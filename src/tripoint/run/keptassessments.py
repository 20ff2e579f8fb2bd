"""What the last build found of events, by what these were made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec
import pyarrow as pa

from tripoint.assess.assessing import Assessed
from tripoint.assess.before import Settled, Weighed
from tripoint.assess.noted import Notes
from tripoint.model import Assessment, Event, PublicationBound
from tripoint.run import versions
from tripoint.run.keeping import fill, keep_records
from tripoint.store.carrying import RecordRows
from tripoint.store.heap import RecordHeap
from tripoint.store.records import SUFFIX

_WEIGHED, _NOTES, _SETTLED = "kept-weighed", "kept-notes", "kept-settled"


def assessed_by() -> str:
    """Return the digest of all that assessing depends on, but for the events, the claims and the documents."""
    code = versions.code_of("tripoint.assess", "tripoint.run.whole", __name__)
    return versions.name_of(code, versions.resources(), versions.libraries())


class KeptAssessments:
    """The assessments of the last build, and what was found of events and matters; `keys` tell what events are of.

    `weighed`, `notes` and `settled` are empty lists that take what was found.
    """

    def __init__(
        self,
        last: Path | None,
        weighed: RecordHeap[Weighed],
        notes: RecordHeap[Notes],
        settled: RecordHeap[Settled],
        keys: Mapping[str, bytes],
    ) -> None:
        self.assessments: Sequence[Assessment] = ()
        self.path: Path | None = None
        self.weighed, self.notes = weighed, notes
        self._keys = keys
        self._settled = settled
        self._places: dict[bytes, int] = {}
        self._matters: dict[bytes, int] = {}
        if last is None:
            return
        if not (fill(weighed, last / _WEIGHED) and fill(notes, last / _NOTES) and fill(settled, last / _SETTLED)):
            return
        try:
            told, matters = ((last / f"{name}.keys").read_bytes() for name in (_WEIGHED, _SETTLED))
            assessments = RecordRows(last / f"assessments{SUFFIX}", Assessment)
        except (OSError, pa.ArrowException):
            return
        if len(told) == 16 * len(weighed) and len(assessments) == len(weighed) == len(notes):
            self.path, self.assessments = last / f"assessments{SUFFIX}", assessments
            self._places = {told[16 * at : 16 * at + 16]: at for at in range(len(weighed))}
            if len(matters) == 16 * len(settled):
                self._matters = {matters[16 * at : 16 * at + 16]: at for at in range(len(settled))}

    def key(self, event_id: str) -> bytes:
        """Return what an event is known by now."""
        return self._keys[event_id]

    def place(self, key: bytes) -> int | None:
        """Return the place of what was found of the event of that key; None when it is new."""
        return self._places.get(key)

    def settled(self, key: bytes) -> Settled | None:
        """Return what was found of the matter of that key, None when it was not met."""
        place = self._matters.get(key)
        return None if place is None else self._settled[place]


def keep_found(folder: Path, found: Assessed) -> None:
    """Keep what was found of events and matters."""
    keep_records(found.weighed, folder / _WEIGHED)
    keep_records(found.notes, folder / _NOTES)
    keep_records(found.settled, folder / _SETTLED)
    for name, records in ((_WEIGHED, found.weighed), (_SETTLED, found.settled)):
        (folder / f"{name}.keys").write_bytes(b"".join(records[at].key for at in range(len(records))))


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
