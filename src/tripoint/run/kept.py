"""What linking keeps for the builds to come: rows of portions of documents, judged pairs, links, events.

It lies in the folder of the events beside them and is used again when the rules are the same. Rows are known by the
digests of what they were made from, so that portions that have not changed are not read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pyarrow as pa

from tripoint.model import Event, Link, Origin
from tripoint.run import versions
from tripoint.run.keeping import Kept, fill, keep_records, last_made
from tripoint.store.carrying import RecordRows
from tripoint.store.heap import RecordHeap
from tripoint.store.records import SUFFIX

if TYPE_CHECKING:
    from tripoint.events import Made, Named
    from tripoint.events.judgements import Judgements

_EVENTS = "kept-events"
_ORIGINS = "kept-origins"
_KEEPING = ("tripoint.run.gathering", "tripoint.run.homes", "tripoint.run.kepttexts")
"""Modules whose files of the last build are used again."""


class LastEvents:
    """The events folder of an earlier build whose rules are those of now."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def links(self) -> Path:
        """The file of that build's links."""
        return self.folder / f"links{SUFFIX}"

    def judgements(self) -> Judgements | None:
        """Return what that build judged; None when it cannot be read."""
        from tripoint.events.judgements import Judgements

        try:
            return Judgements.read(self.folder, RecordRows(self.links, Link))
        except (OSError, pa.ArrowException):
            return None


def last_events(folder: Path) -> LastEvents | None:
    """Return the newest folder beside `folder` of a build by the same rules, None when there is none."""
    path = last_made(folder, judged_by())
    return None if path is None else LastEvents(path)


def judged_by() -> str:
    """Return the digest of all that judging two claims depends on, but for the claims and their documents."""
    code = versions.code_of("tripoint.events", *_KEEPING, __name__)
    return versions.name_of(code, versions.resources(), versions.libraries())


class KeptRows(Kept):
    """The rows of portions of documents."""

    def __init__(self, portions: Iterable[tuple[str, range]], folder: Path, last: LastEvents | None) -> None:
        named = list(portions)
        self.ranges: Sequence[range] = [documents for _, documents in named]
        super().__init__("rows", (name for name, _ in named), folder, None if last is None else last.folder)

    rows = Kept.get


class KeptEvents:
    """What the last build made of components: their events with what stands behind each, and their keys.

    `homes`: for each claim the number of the cluster that it was in, -1 where something has touched that cluster.
    """

    def __init__(
        self,
        last: LastEvents | None,
        events: RecordHeap[Event],
        origins: RecordHeap[tuple[Origin, ...]],
        homes: np.ndarray | None = None,
    ) -> None:

        self.events = events
        self.homes = homes
        self.origins = origins
        self.names: list[Named] = []
        self._components: dict[bytes, range] = {}
        self._places: dict[bytes, int] = {}
        if last is None or not (fill(events, last.folder / _EVENTS) and fill(origins, last.folder / _ORIGINS)):
            return
        found = _named(last.folder)
        if found is None:
            return
        names, components = found
        if len(names) == len(events) == len(origins) == sum(size for _, size in components):
            self.names = names
            begin = 0
            for key, size in components:
                self._components[key] = range(begin, begin + size)
                begin += size
        self._places = {name.key: at for at, name in enumerate(self.names)}

    def component(self, key: bytes) -> range | None:
        """Return the places of the events of the component of that key, None when it was not met."""
        return self._components.get(key)

    def event(self, key: bytes) -> int | None:
        """Return the place of the event of that key, None when it was not made."""
        return self._places.get(key)


def keep_events(folder: Path, made: Made) -> None:
    """Keep what a build makes of components."""
    keep_records(made.events, folder / _EVENTS)
    keep_records(made.origins, folder / _ORIGINS)
    (folder / f"{_EVENTS}.keys").write_bytes(msgspec.msgpack.encode((made.names, made.components)))


def event_keys(folder: Path) -> dict[str, bytes]:
    """Return by id what the events of a folder are known by; nothing where that cannot be read."""
    found = _named(folder)
    return {} if found is None else {name.event_id: name.key for name in found[0]}


def _named(folder: Path) -> tuple[list[Named], list[tuple[bytes, int]]] | None:
    from tripoint.events import Named

    try:
        told = (folder / f"{_EVENTS}.keys").read_bytes()
        return msgspec.msgpack.decode(told, type=tuple[list[Named], list[tuple[bytes, int]]])
    except (OSError, msgspec.DecodeError):
        return None
