"""Volumes: record files to which a build adds one of what is new, beside a file that tells where each record lies.

What an update writes is what is new, and eight bytes for each record. Where less than half of what lies there is of use
any more, or where there are a dozen volumes, one is written of what is. One file without volumes is read likewise.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tripoint.comparison.shelves import Listed
from tripoint.store.carrying import Groups, rewrite
from tripoint.store.records import ROWS_PER_GROUP, read_group, write
from tripoint.store.taking import outworn, take_over

R = TypeVar("R")

_ROW = np.uint64((1 << 32) - 1)


class RecordRows(Listed[R]):
    """The records of a file and of its further volumes, read when they are asked for.

    Raises OSError, ValueError or pa.ArrowException where they cannot be read.
    """

    def __init__(self, path: Path, kind: type[R]) -> None:
        self._kind, self.home = kind, path.parent
        index = _index(path)
        if index.exists():
            self.rows: np.ndarray = np.load(index, allow_pickle=False)
            numbers = np.unique(self.rows >> np.uint64(32)).tolist()
        else:
            self.rows, numbers = np.arange(pq.read_metadata(path).num_rows, dtype=np.uint64), [0]
        self.paths: dict[int, Path] = {number: _volume(path, number) for number in numbers}
        self._files = {number: pq.ParquetFile(one) for number, one in self.paths.items()}
        self.sizes = {number: int(file.metadata.num_rows) for number, file in self._files.items()}
        self._starts: dict[int, list[int]] = {}
        for number, file in self._files.items():
            sizes = [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)]
            self._starts[number] = [sum(sizes[:at]) for at in range(len(sizes))]
            here = self.rows[self.rows >> np.uint64(32) == number] & _ROW
            if len(here) and int(here.max()) >= self.sizes[number]:
                raise ValueError(f"{self.paths[number]} is shorter than it was")
        self._groups = {number: Groups(file) for number, file in self._files.items()}
        self._group = lru_cache(maxsize=8)(lambda number, at: read_group(self._files[number], at, kind))

    def __len__(self) -> int:
        return len(self.rows)

    def at(self, place: int) -> R:
        """Return one record."""
        if not 0 <= place < len(self.rows):
            raise IndexError(place)
        number, row = divmod(int(self.rows[place]), 1 << 32)
        group = bisect_right(self._starts[number], row) - 1
        record: R = self._group(number, group)[row - self._starts[number][group]]
        return record

    def __iter__(self) -> Iterator[R]:
        return self.taken(np.arange(len(self)))

    def taken(self, places: np.ndarray) -> Iterator[R]:
        """Yield the records at some places, in their order, and hold few."""
        for table in self.tables(places, ROWS_PER_GROUP):
            yield from msgspec.convert(table.to_pylist(), type=list[self._kind], strict=True)  # type: ignore[name-defined]

    def tables(self, places: np.ndarray, most: int) -> Iterator[pa.Table]:
        """Yield tables of the records at some places, each of so many at most."""
        return (self.table(places[begin : begin + most]) for begin in range(0, len(places), most))

    def table(self, places: np.ndarray) -> pa.Table:
        """Return a table of the records at some places."""
        rows = self.rows[places]
        numbers = rows >> np.uint64(32)
        order = np.argsort(numbers, kind="stable")
        edges = np.flatnonzero(np.diff(numbers[order])) + 1
        found = pa.concat_tables(
            self._groups[int(numbers[some[0]])].picked((rows[some] & _ROW).astype(np.int64))
            for some in np.split(order, edges)
        )
        return found if np.all(order[:-1] < order[1:]) else found.take(np.argsort(order))


def add_volume(path: Path, kind: type[R], rows: np.ndarray, last: RecordRows[R] | None, new: Iterable[Any]) -> None:
    """Write records to `path` and its volumes: `rows` tells where each is of the `last` ones, -1 for the next `new`.

    A new one is a record, or what it is made of by name.
    """
    stood = np.flatnonzero(rows >= 0)
    if last is None or not len(stood):
        write(path, kind, new)
        return
    where = np.zeros(len(rows), dtype=np.uint64)
    where[stood] = last.rows[rows[stood]]
    held = np.unique(where[stood] >> np.uint64(32)).tolist()
    if outworn(len(held), len(stood), sum(last.sizes[number] for number in held)):
        rewrite(path, kind, rows, last.table, new)
        return
    for number in held:
        take_over(last.paths[number], _volume(path, number))
    number, anew = max(last.paths) + 1, np.flatnonzero(rows < 0)
    if len(anew):
        write(_volume(path, number), kind, new)
        where[anew] = np.uint64(number << 32) | np.arange(len(anew), dtype=np.uint64)
    np.save(_index(path), where, allow_pickle=False)


def _index(path: Path) -> Path:
    return path.with_suffix(".volumes.npy")


def _volume(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}.{number}{path.suffix}") if number else path
