"""What the last build found of events, by what these were made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec
import pyarrow as pa

from tripoint.assess.before import Weighed
from tripoint.model import Assessment, Event, PublicationBound
from tripoint.run import versions
from tripoint.run.keeping import fill, keep_records
from tripoint.store.carrying import RecordRows
from tripoint.store.heap import RecordHeap
from tripoint.store.records import SUFFIX

_WEIGHED = "kept-weighed"


def assessed_by() -> str:
    """Return the digest of all that assessing depends on, but for the events, the claims and the documents."""
    code = versions.code_of("tripoint.assess", "tripoint.run.whole", __name__)
    return versions.name_of(code, versions.resources(), versions.libraries())


class KeptAssessments:
    """The assessments of the last build, and what was found of each event; `keys` tell what events are made from."""

    def __init__(self, last: Path | None, weighed: RecordHeap[Weighed], keys: Mapping[str, bytes]) -> None:
        self.assessments: Sequence[Assessment] = ()
        self.path: Path | None = None
        self._keys = keys
        self._weighed = weighed
        self._places: dict[bytes, int] = {}
        if last is None or not fill(weighed, last / _WEIGHED):
            return
        try:
            told = (last / f"{_WEIGHED}.keys").read_bytes()
            assessments = RecordRows(last / f"assessments{SUFFIX}", Assessment)
        except (OSError, pa.ArrowException):
            return
        if len(told) == 16 * len(weighed) and len(assessments) == len(weighed):
            self.path, self.assessments = last / f"assessments{SUFFIX}", assessments
            self._places = {told[16 * at : 16 * at + 16]: at for at in range(len(weighed))}

    def key(self, event_id: str) -> bytes:
        """Return what an event is known by now."""
        return self._keys[event_id]

    def weighed(self, key: bytes) -> tuple[int, Weighed] | None:
        """Return the place of the assessment of the event of that key, with what was found; None when it is new."""
        place = self._places.get(key)
        return None if place is None else (place, self._weighed[place])


def keep_weighed(folder: Path, weighed: Sequence[Weighed]) -> None:
    """Keep what was found of events."""
    keep_records(weighed, folder / _WEIGHED)
    (folder / f"{_WEIGHED}.keys").write_bytes(b"".join(weighed[at].key for at in range(len(weighed))))


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
