"""Which rows of a record file are those of the last build, for the tables of case.db that take only what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tripoint.model import Assessment, Event
from tripoint.run.kept import event_keys
from tripoint.store.carrying import carry
from tripoint.store.records import SUFFIX
from tripoint.store.volumes import RecordRows, add_volume

R = TypeVar("R")


class Change(NamedTuple):
    """What came and went between two builds: records, and the columns that tell which ones went."""

    new: Iterable[Any]
    gone: Iterable[tuple[Any, ...]]


def carry_on(path: Path, kind: type[R], rows: np.ndarray, last: Path | None, new: Iterable[R]) -> None:
    """Write records as `carry` does, and beside them which row each was in the file of the `last` build."""
    carry(path, kind, rows, last, new)
    if last is not None:
        np.save(_again(path), rows, allow_pickle=False)
        _last(path).write_text(last.parent.name, encoding="utf-8")


def add_on(path: Path, kind: type[R], rows: np.ndarray, last: RecordRows[R] | None, new: Iterable[R]) -> None:
    """Write records as `add_volume` does, and beside them likewise."""
    add_volume(path, kind, rows, last, new)
    if last is not None:
        np.save(_again(path), rows, allow_pickle=False)
        _last(path).write_text(last.home.name, encoding="utf-8")


def change(path: Path, kind: type[R], held: str, columns: Sequence[str]) -> Change | None:
    """Return what changed in a file since the build whose folder is `held`; None when most did, or it is not known."""
    if held == path.parent.name:
        return Change((), ())
    before = path.parent.parent / held / path.name
    try:
        if not held or _last(path).read_text(encoding="utf-8") != held:
            return None
        rows = np.load(_again(path), allow_pickle=False)
        then, now = RecordRows(before, kind), RecordRows(path, kind)
        left = np.ones(len(then), dtype=bool)
        left[rows[rows >= 0]] = False
        gone, new = np.flatnonzero(left), np.flatnonzero(rows < 0)
        if len(rows) != len(now) or 2 * (len(gone) + len(new)) > len(rows):
            return None
        went = list(then.columns(gone, columns))
    except (OSError, ValueError, IndexError, pa.ArrowException):
        return None
    return Change(now.taken(new), went)


def changed_events(events: Path, assessed: Path, held: str, ids: Iterable[str]) -> Change | None:
    """Return which events came, with their assessments, and which went, likewise.

    `held` are the names of the two folders that the table with these `ids` was filled from. An event stands where its
    key is the same, and its assessment was carried on.
    """
    if held == f"{events.name} {assessed.name}":
        return Change((), ())
    last, _, assessed_last = held.partition(" ")
    told, behind = events / f"events{SUFFIX}", assessed / f"assessments{SUFFIX}"
    try:
        if not last or _last(behind).read_text(encoding="utf-8") != assessed_last:
            return None
        again = np.load(_again(behind), allow_pickle=False)
        named, weighed = _ids(told), _ids(behind)
    except (OSError, ValueError, pa.ArrowException):
        return None
    before, now = event_keys(events.parent / last), event_keys(events)
    places = {event_id: at for at, event_id in enumerate(weighed)}
    if len(again) != len(weighed) or places.keys() != set(named):
        return None
    standing = {one for one in named if again[places[one]] >= 0 and one in before and before[one] == now.get(one)}
    gone = [(one,) for one in ids if one not in standing]
    new = np.array([at for at, one in enumerate(named) if one not in standing], dtype=np.int64)
    if 2 * (len(gone) + len(new)) > len(named):
        return None
    assessments = RecordRows(behind, Assessment).taken(
        np.array([places[named[at]] for at in new.tolist()], dtype=np.int64)
    )
    return Change(zip(RecordRows(told, Event).taken(new), assessments, strict=True), gone)


def _ids(path: Path) -> list[str]:
    found: list[str] = pq.read_table(path, columns=["event_id"], use_threads=False).column(0).to_pylist()
    return found


def _again(path: Path) -> Path:
    return path.with_name(f"{path.stem}.again.npy")


def _last(path: Path) -> Path:
    return path.with_name(f"{path.stem}.last.txt")
