"""Which rows of a record file are those of the last build, for the tables of case.db that take only what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tripoint.store.carrying import carry, taken
from tripoint.store.records import count

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


def change(path: Path, kind: type[R], held: str, columns: Sequence[str]) -> Change | None:
    """Return what changed in a file since the build whose folder is `held`; None when most did, or it is not known."""
    if held == path.parent.name:
        return Change((), ())
    before = path.parent.parent / held / path.name
    try:
        if not held or _last(path).read_text(encoding="utf-8") != held:
            return None
        rows = np.load(_again(path), allow_pickle=False)
        gone = np.setdiff1d(np.arange(count(before)), rows[rows >= 0])
        if len(rows) != count(path) or 2 * (len(gone) + np.count_nonzero(rows < 0)) > len(rows):
            return None
        told = pq.read_table(before, columns=list(columns), use_threads=False).take(gone)
    except (OSError, ValueError, pa.ArrowException):
        return None
    went = zip(*(told.column(name).to_pylist() for name in columns), strict=True)
    return Change(taken(path, kind, np.flatnonzero(rows < 0)), went)


def _again(path: Path) -> Path:
    return path.with_name(f"{path.stem}.again.npy")


def _last(path: Path) -> Path:
    return path.with_name(f"{path.stem}.last.txt")
