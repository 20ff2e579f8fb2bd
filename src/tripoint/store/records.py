"""Record files: one parquet file per record type, streamed in and out, strictly decoded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, TypeVar

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from tripoint.model import Anatomy, Assessment, Document, Event, Link
from tripoint.store.schema import schema_of

R = TypeVar("R")

ROWS_PER_GROUP = 512
"""Records that are held in memory at once, on both sides."""

GROUPS = {Anatomy: 64, Document: 64, Link: 2048, Event: 1024, Assessment: 1024}
"""The same for records that hold a whole text, which may be long, and for those of which builds carry most on."""

SUFFIX = ".parquet"


def new_file(path: Path, schema: pa.Schema) -> pq.ParquetWriter:
    """Open a record file to be written. All of one type are written alike: the same records are the same bytes.

    For a few hundred records neither dictionaries nor the least and most of each column are worth their time and room.
    """
    return pq.ParquetWriter(path, schema, compression="zstd", use_dictionary=False, write_statistics=False)


class RecordWriter(Generic[R]):
    """Writes records of one type to `path`, a row group at a time."""

    def __init__(self, path: Path, kind: type[R], *, rows_per_group: int | None = None) -> None:
        self._schema = schema_of(kind)  # type: ignore[arg-type]
        self._rows = rows_per_group or GROUPS.get(kind, ROWS_PER_GROUP)
        self._pending: list[object] = []
        self._file = new_file(path, self._schema)

    def append(self, record: R | dict[str, Any]) -> None:
        """Add one record, itself or what it is made of by name."""
        self._pending.append(record if isinstance(record, dict) else msgspec.to_builtins(record))
        if len(self._pending) >= self._rows:
            self._flush()

    def extend(self, records: Iterable[R | dict[str, Any]]) -> None:
        """Add records in order."""
        for record in records:
            self.append(record)

    def _flush(self) -> None:
        if self._pending:
            self._file.write_batch(pa.RecordBatch.from_pylist(self._pending, schema=self._schema))
            self._pending = []

    def close(self) -> None:
        """Write what is left and the footer."""
        self._flush()
        self._file.close()

    def __enter__(self) -> RecordWriter[R]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.close()
        else:
            self._file.close()


def write(
    path: Path, kind: type[R], records: Iterable[R | dict[str, Any]], *, rows_per_group: int | None = None
) -> None:
    """Write `records` to `path`."""
    with RecordWriter(path, kind, rows_per_group=rows_per_group) as file:
        file.extend(records)


def read(path: Path, kind: type[R]) -> Iterator[R]:
    """Yield the records of `path`, a row group at a time; raises msgspec.ValidationError for a foreign record."""
    with pq.ParquetFile(path) as file:
        for group in range(file.num_row_groups):
            yield from read_group(file, group, kind)


def read_group(file: pq.ParquetFile, group: int, kind: type[R]) -> list[R]:
    """Return the records of one row group of an open file."""
    rows = file.read_row_group(group, use_threads=False).to_pylist()
    return msgspec.convert(rows, type=list[kind], strict=True)  # type: ignore[valid-type]


def count(path: Path) -> int:
    """Return the number of records in `path` without reading them."""
    return int(pq.read_metadata(path).num_rows)
