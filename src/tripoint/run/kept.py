"""What linking keeps for the builds to come: rows of portions of documents, judged pairs, links, events.

It lies in the folder of the events beside them and is used again when the rules are the same. Rows are known by the
digests of what they were made from, so that portions that have not changed are not read again.
"""

from __future__ import annotations

import os
import shutil
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import pyarrow as pa

from tripoint.comparison.shelves import encoded
from tripoint.model import Event, Link, Origin
from tripoint.run import versions
from tripoint.store.carrying import RecordRows
from tripoint.store.heap import RecordHeap
from tripoint.store.records import SUFFIX

if TYPE_CHECKING:
    from tripoint.events import Made, Named
    from tripoint.events.judgements import Judgements

_MADE_BY = "made-by.txt"
"""Tells by which rules what is kept was made."""
_EVENTS = "kept-events"
_ORIGINS = "kept-origins"
_AT_ONCE = 10_000
"""Records that are read together."""
_CODEC = "zstd"


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
    path = last_made(folder, _judged_by())
    return None if path is None else LastEvents(path)


def last_made(folder: Path, by: str) -> Path | None:
    """Return the newest folder beside `folder` that was finished as made `by` the same, None when there is none."""
    for path in sorted(folder.parent.glob(f"*/{_MADE_BY}"), key=lambda path: (-path.stat().st_mtime, path)):
        if path.parent != folder and not path.parent.suffix and path.read_text(encoding="utf-8") == by:
            return path.parent
    return None


def finish(folder: Path, by: str | None = None) -> None:
    """Say by which rules what is kept in the folder was made: those of linking where nothing else is told."""
    (folder / _MADE_BY).write_text(_judged_by() if by is None else by, encoding="utf-8")


def assessed_by() -> str:
    """Return the digest of all that assessing depends on, but for the events, the claims and the documents."""
    return versions.name_of(
        versions.code_of("tripoint.assess", "tripoint.run.whole"), versions.resources(), versions.libraries()
    )


def _judged_by() -> str:
    """Return the digest of all that judging two claims depends on, but for the claims and their documents."""
    return versions.name_of(versions.code_of("tripoint.events", __name__), versions.resources(), versions.libraries())


class Kept:
    """Bytes for each portion, a file for each in the folder that is made; those of the last build are taken over.

    Without a `folder` nothing is kept, and what there is is read where it lies.
    """

    def __init__(self, stem: str, names: Iterable[str], folder: Path | None, last: Path | None) -> None:
        self._writes = folder is not None
        home = folder or last or Path()
        self._paths = [home / f"{stem}-{name}.msgpack" for name in names]
        if folder is not None and last is not None:
            for path in self._paths:
                _take_over(last / path.name, path)
        self._there = [path.is_file() for path in self._paths]

    def has(self, number: int) -> bool:
        """Return whether the last build kept those of a portion."""
        return self._there[number]

    def get(self, number: int) -> bytes | None:
        """Return those of a portion that the last build kept; None when they cannot be read."""
        try:
            size, packed = self._paths[number].read_bytes().split(b"\n", 1)
            return _unpacked(packed, int(size))
        except (OSError, ValueError, pa.ArrowException):
            return None

    def keep(self, number: int, told: bytes) -> None:
        """Keep those of a portion that were made now."""
        if self._writes:
            self._paths[number].unlink(missing_ok=True)  # another folder may hold the same file
            self._paths[number].write_bytes(b"%d\n" % len(told) + _packed(told))


class KeptRows(Kept):
    """The rows of portions of documents."""

    def __init__(self, portions: Iterable[tuple[str, range]], folder: Path, last: LastEvents | None) -> None:
        named = list(portions)
        self.ranges: Sequence[range] = [documents for _, documents in named]
        super().__init__("rows", (name for name, _ in named), folder, None if last is None else last.folder)

    rows = Kept.get


class KeptEvents:
    """What the last build made of components: their events with what stands behind each, and their keys."""

    def __init__(
        self, last: LastEvents | None, events: RecordHeap[Event], origins: RecordHeap[tuple[Origin, ...]]
    ) -> None:
        from tripoint.events import Named

        self.events = events
        self.origins = origins
        self.names: list[Named] = []
        self._components: dict[bytes, range] = {}
        self._places: dict[bytes, int] = {}
        if last is None or not (_fill(events, last.folder / _EVENTS) and _fill(origins, last.folder / _ORIGINS)):
            return
        try:
            told = (last.folder / f"{_EVENTS}.keys").read_bytes()
            names, components = msgspec.msgpack.decode(told, type=tuple[list[Named], list[tuple[bytes, int]]])
        except (OSError, msgspec.DecodeError):
            return
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
    _keep(made.events, folder / _EVENTS)
    _keep(made.origins, folder / _ORIGINS)
    (folder / f"{_EVENTS}.keys").write_bytes(_ENCODE((made.names, made.components)))


_ENCODE = msgspec.msgpack.Encoder().encode


def _keep(records: Sequence[Any], path: Path) -> None:
    """Keep records as they lie on a shelf."""
    ends = array("Q")
    size = 0
    with pa.output_stream(path.with_name(f"{path.name}.msgpack"), compression=_CODEC) as file:
        for at in range(len(records)):
            told = encoded(records, at)
            size += len(told)
            ends.append(size)
            file.write(told)
    np.save(path.with_name(f"{path.name}.npy"), np.frombuffer(ends, dtype=np.uint64), allow_pickle=False)


def _fill(heap: RecordHeap[Any], path: Path) -> bool:
    """Put the records that a build kept on the heap; return whether all could be read."""
    try:
        ends = np.load(path.with_name(f"{path.name}.npy"), allow_pickle=False)
        with pa.input_stream(path.with_name(f"{path.name}.msgpack"), compression=_CODEC) as file:
            begin = 0
            for at in range(0, len(ends), _AT_ONCE):
                some = ends[at : at + _AT_ONCE]
                encoded = file.read(int(some[-1]) - begin)
                if len(encoded) != int(some[-1]) - begin:
                    return False
                heap.take(encoded, (some - np.uint64(begin)).tolist())
                begin = int(some[-1])
    except (OSError, ValueError, pa.ArrowException):
        return False
    return True


def _take_over(before: Path, now: Path) -> None:
    if before.is_file():
        try:
            os.link(before, now)
        except OSError:  # a file system without links
            shutil.copyfile(before, now)


def _packed(some: bytes) -> bytes:
    packed: bytes = pa.compress(some, codec=_CODEC, asbytes=True)
    return packed


def _unpacked(packed: bytes, size: int) -> bytes:
    some: bytes = pa.decompress(packed, decompressed_size=size, codec=_CODEC, asbytes=True)
    return some
