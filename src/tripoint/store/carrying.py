"""Record files carried on: rows of an earlier file taken over as they lie, beside new ones, and read one by one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tripoint.comparison.shelves import Listed
from tripoint.store.records import GROUPS, ROWS_PER_GROUP, new_file, read_group, write
from tripoint.store.schema import schema_of

R = TypeVar("R")


def carry(path: Path, kind: type[R], rows: np.ndarray, last: Path | None, new: Iterable[R]) -> None:
    """Write records to `path`: `rows` tells of each where it stands in the file `last`, -1 where it is the next `new`.

    The file is the same as if all had been written.
    """
    if last is None or not len(rows) or rows.max() < 0:
        write(path, kind, new)
        return
    fresh = iter(new)
    schema, size = schema_of(kind), GROUPS.get(kind, ROWS_PER_GROUP)  # type: ignore[arg-type]
    with pq.ParquetFile(last) as file, new_file(path, schema) as out:
        groups = _Groups(file)
        for begin in range(0, len(rows), size):
            some = rows[begin : begin + size]
            old, anew = np.flatnonzero(some >= 0), np.flatnonzero(some < 0)
            made = [msgspec.to_builtins(record) for record in islice(fresh, len(anew))]
            taken, places = groups.around(some[old]) if len(old) else (schema.empty_table(), old)
            order = np.empty(len(some), dtype=np.int64)
            order[anew] = np.arange(len(anew))
            order[old] = places + len(anew)
            table = pa.concat_tables([pa.Table.from_pylist(made, schema=schema), taken]).take(order)
            out.write_batch(table.combine_chunks().to_batches()[0])


def taken(path: Path, kind: type[R], rows: np.ndarray) -> Iterator[R]:
    """Yield the records at these rows of a file, in their order."""
    with pq.ParquetFile(path) as file:
        groups = _Groups(file)
        for begin in range(0, len(rows), ROWS_PER_GROUP):
            table = groups.picked(rows[begin : begin + ROWS_PER_GROUP])
            yield from msgspec.convert(table.to_pylist(), type=list[kind], strict=True)  # type: ignore[valid-type]


class _Groups:
    """The row groups of a file, the last few of them held."""

    def __init__(self, file: pq.ParquetFile) -> None:
        sizes = [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)]
        self._starts = np.concatenate(([0], np.cumsum(sizes)))
        self._read = lru_cache(maxsize=4)(lambda at: file.read_row_group(at, use_threads=False))

    def around(self, rows: np.ndarray) -> tuple[pa.Table, np.ndarray]:
        """Return a table that holds these rows, and where they stand in it."""
        at = np.searchsorted(self._starts, rows, side="right") - 1
        wanted = np.unique(at)
        sizes = np.diff(self._starts)[wanted]
        shift = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        places = rows - self._starts[at] + shift[np.searchsorted(wanted, at)]
        return pa.concat_tables([self._read(one) for one in wanted.tolist()]), places

    def picked(self, rows: np.ndarray) -> pa.Table:
        """Return a table of these rows: of each group only what is wanted is copied."""
        at = np.searchsorted(self._starts, rows, side="right") - 1
        order = np.argsort(at, kind="stable")
        edges = np.flatnonzero(np.diff(at[order])) + 1
        parts = [
            self._read(int(at[some[0]])).take(rows[some] - self._starts[at[some[0]]]) for some in np.split(order, edges)
        ]
        found = pa.concat_tables(parts)
        return found if np.all(order[:-1] < order[1:]) else found.take(np.argsort(order))


class RecordRows(Listed[R]):
    """The records of a file by their rows, read when they are asked for."""

    def __init__(self, path: Path, kind: type[R]) -> None:
        self._file = pq.ParquetFile(path)
        self._size = self._file.metadata.num_rows
        sizes = [self._file.metadata.row_group(at).num_rows for at in range(self._file.num_row_groups)]
        self._starts = [sum(sizes[:at]) for at in range(len(sizes))]
        self._group = lru_cache(maxsize=8)(lambda at: read_group(self._file, at, kind))

    def __len__(self) -> int:
        return int(self._size)

    def at(self, place: int) -> R:
        """Return one record."""
        if not 0 <= place < self._size:
            raise IndexError(place)
        group = bisect_right(self._starts, place) - 1
        record: R = self._group(group)[place - self._starts[group]]
        return record
