"""Record files carried on: rows of an earlier file taken over as they lie, beside new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tripoint.store.records import GROUPS, ROWS_PER_GROUP, new_file
from tripoint.store.schema import schema_of

R = TypeVar("R")
Rows = Callable[[np.ndarray], pa.Table]
"""Returns a table of some rows."""


def rewrite(path: Path, kind: type[R], rows: np.ndarray, earlier: Rows, new: Iterable[Any]) -> None:
    """Write records to `path`: `rows` tells of each which row of `earlier` ones it is, -1 where it is the next `new`.

    The file is the same as if all had been written.
    """
    fresh = iter(new)
    schema, size = schema_of(kind), GROUPS.get(kind, ROWS_PER_GROUP)  # type: ignore[arg-type]
    with new_file(path, schema) as out:
        for begin in range(0, len(rows), size):
            some = rows[begin : begin + size]
            old, anew = np.flatnonzero(some >= 0), np.flatnonzero(some < 0)
            made = [msgspec.to_builtins(record) for record in islice(fresh, len(anew))]
            taken = earlier(some[old]) if len(old) else schema.empty_table()
            order = np.empty(len(some), dtype=np.int64)
            order[anew] = np.arange(len(anew))
            order[old] = np.arange(len(old)) + len(anew)
            table = pa.concat_tables([pa.Table.from_pylist(made, schema=schema), taken]).take(order)
            out.write_batch(table.combine_chunks().to_batches()[0])


class Groups:
    """The row groups of a file, the last few of them held."""

    def __init__(self, file: pq.ParquetFile) -> None:
        sizes = [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)]
        self._starts = np.concatenate(([0], np.cumsum(sizes)))
        self._read = lru_cache(maxsize=4)(lambda at: file.read_row_group(at, use_threads=False))

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
