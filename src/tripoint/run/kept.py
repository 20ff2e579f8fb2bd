"""What linking keeps for the builds to come: rows of portions of documents, judged pairs, links, events.

It lies in the folder of the events beside them and is used again when the rules are the same. Rows are known by the
digests of what they were made from, so that portions that have not changed are not read again.
"""

from __future__ import annotations

import os
import shutil
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
import numpy as np
import pyarrow as pa

from tripoint.model import Link
from tripoint.run import versions
from tripoint.store.heap import RecordHeap

if TYPE_CHECKING:
    from tripoint.events.judgements import Judgements
    from tripoint.events.made import Made

R = TypeVar("R")

_MADE_BY = "made-by.txt"
"""Tells by which rules what is kept was made."""
_LINKS = "kept-links"
_EVENTS = "kept-events"
_AT_ONCE = 10_000
"""Records that are read together."""
_CODEC = "zstd"


class LastEvents:
    """The events folder of an earlier build whose rules are those of now."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def judgements(self, heap: RecordHeap[Link]) -> Judgements | None:
        """Return what that build judged, its links in the heap; None when it cannot be read."""
        from tripoint.events.judgements import Judgements

        return Judgements.read(self.folder, heap) if _fill(heap, self.folder / _LINKS) else None


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


class KeptRows:
    """The rows of portions, a file for each in the folder that is made; those of the last build are taken over."""

    def __init__(self, portions: Iterable[tuple[str, range]], folder: Path, last: LastEvents | None) -> None:
        named = list(portions)
        self.ranges: Sequence[range] = [documents for _, documents in named]
        self._paths = [folder / f"rows-{name}.msgpack" for name, _ in named]
        if last is not None:
            for path in self._paths:
                _take_over(last.folder / path.name, path)
        self._there = [path.is_file() for path in self._paths]

    def has(self, number: int) -> bool:
        """Return whether the last build kept the rows of a portion."""
        return self._there[number]

    def rows(self, number: int) -> bytes | None:
        """Return the rows of a portion that the last build kept; None when they cannot be read."""
        try:
            size, packed = self._paths[number].read_bytes().split(b"\n", 1)
            return _unpacked(packed, int(size))
        except (OSError, ValueError, pa.ArrowException):
            return None

    def keep(self, number: int, rows: bytes) -> None:
        """Keep the rows of a portion that were made now."""
        self._paths[number].unlink(missing_ok=True)  # another folder may hold the same file
        self._paths[number].write_bytes(b"%d\n" % len(rows) + _packed(rows))


class KeptEvents:
    """What was made of each component: in the folder of the last build, and in that of this one."""

    def __init__(self, folder: Path, last: LastEvents | None, heap: RecordHeap[Made]) -> None:
        self._folder = folder
        self._heap = heap
        self._places: dict[bytes, int] = {}
        if last is not None and _fill(heap, last.folder / _EVENTS):
            try:
                keys = (last.folder / f"{_EVENTS}.keys").read_bytes()
            except OSError:
                return
            if len(keys) == 16 * len(heap):
                self._places = {keys[16 * at : 16 * at + 16]: at for at in range(len(heap))}

    def get(self, key: bytes) -> Made | None:
        """Return what was made under that key, None when nothing was."""
        place = self._places.get(key)
        return None if place is None else self._heap[place]

    def keep(self, made: Sequence[Made]) -> None:
        """Keep what this build makes of its components."""
        with (self._folder / f"{_EVENTS}.keys").open("wb") as file:
            for one in keeping((made[at] for at in range(len(made))), self._folder, _EVENTS):
                file.write(one.key)


def keeping(records: Iterable[R], folder: Path, name: str = _LINKS) -> Iterator[R]:
    """Yield records, and keep them in the folder as they lie on a shelf."""
    encode = msgspec.msgpack.Encoder(order="deterministic").encode
    ends = array("Q")
    size = 0
    with pa.output_stream(folder / f"{name}.msgpack", compression=_CODEC) as file:
        for record in records:
            encoded = encode(record)
            size += len(encoded)
            ends.append(size)
            file.write(encoded)
            yield record
    np.save(folder / f"{name}.npy", np.frombuffer(ends, dtype=np.uint64), allow_pickle=False)


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
