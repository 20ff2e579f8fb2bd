"""Rows of tables: CSV, TSV, JSON lines and Parquet, one at a time, as column -> value."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from tripoint.errors import UnreadablePage
from tripoint.pages import strictjson
from tripoint.pages.limits import Limits

SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")

_BATCH = 64
_DEPTH = 6
"""Levels of objects in a JSON row whose values are columns (`author.name`)."""


def rows(path: Path, *, limits: Limits) -> Iterator[tuple[int, dict[str, str] | UnreadablePage]]:
    """Yield `(number from 1, column -> value)` for each row of `path`, or why the row cannot be read.

    Bytes that are not UTF-8 come as surrogate escapes: encode with `surrogateescape` to have them back. Raises
    UnreadablePage when the file as a whole is no table.
    """
    kind = path.suffix.lower()
    read = _json_rows if kind in (".jsonl", ".ndjson") else _parquet_rows if kind == ".parquet" else _csv_rows
    for number, row in read(path, limits):
        yield number, UnreadablePage("bad_row", f"{path} row {number}: {row}") if isinstance(row, str) else row


def _csv_rows(path: Path, limits: Limits) -> Iterator[tuple[int, dict[str, str] | str]]:
    csv.field_size_limit(limits.line_bytes)
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
        lines = _Lines(stream, limits.line_bytes)
        reader = csv.reader(lines, delimiter="\t" if path.suffix.lower() == ".tsv" else _delimiter(path))
        header: list[str] | None = None
        number = 0
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except _TooLong:
                number += 1
                yield number, f"the line is longer than {limits.line_bytes:,} bytes"
                continue
            except csv.Error as error:
                number += 1
                yield number, f"is not a row of a table ({error})"
                continue
            if header is None:
                header = cells
            elif any(cell.strip() for cell in cells):
                number += 1
                yield number, dict(zip(header, cells, strict=False))


class _TooLong(Exception):
    """A line is longer than a table may have."""


class _Lines:
    """The lines of a table, of which one that is too long is passed over and raises _TooLong; the next one goes on."""

    def __init__(self, stream: TextIO, most: int) -> None:
        self._stream, self._most = stream, most

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(self._most + 1)
        if not line:
            raise StopIteration
        if len(line) > self._most:
            while line and not line.endswith("\n"):
                line = self._stream.readline(1 << 20)
            raise _TooLong
        return line


def _delimiter(path: Path) -> str:
    with path.open(encoding="utf-8-sig", errors="replace") as stream:
        head = stream.readline(65536)
    return max(",;\t|", key=lambda mark: (head.count(mark), mark == ","))


def _json_rows(path: Path, limits: Limits) -> Iterator[tuple[int, dict[str, str] | str]]:
    number = 0
    with path.open("rb") as stream:
        while line := stream.readline(limits.line_bytes + 1):
            if len(line) > limits.line_bytes:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(limits.line_bytes)
                number += 1
                yield number, f"the line is longer than {limits.line_bytes:,} bytes"
                continue
            if not line.strip():
                continue
            number += 1
            try:
                row = strictjson.loads(line.decode("utf-8-sig", "surrogateescape"))
            except strictjson.RepeatedName as error:
                yield number, str(error)
            except (ValueError, RecursionError):
                yield number, "the line is not JSON"
            else:
                yield number, flat(row) if isinstance(row, dict) else "the line is not a JSON object"


def flat(row: Mapping[str, Any], *, above: str = "", depth: int = 0) -> dict[str, str]:
    """Return the values of a JSON object as text, those of objects inside it under dotted names. Lists are left out."""
    found: dict[str, str] = {}
    for name, value in row.items():
        if isinstance(value, Mapping):
            if depth < _DEPTH:
                found.update(flat(value, above=f"{above}{name}.", depth=depth + 1))
        elif not isinstance(value, list):
            found[f"{above}{name}"] = value if isinstance(value, str) else "" if value is None else str(value)
    return found


def _parquet_rows(path: Path, limits: Limits) -> Iterator[tuple[int, dict[str, str] | str]]:
    number = 0
    try:
        with pq.ParquetFile(path) as table:
            for batch in table.iter_batches(batch_size=_BATCH):
                for row in batch.to_pylist():
                    number += 1
                    yield number, _texts(row)
    except (pa.ArrowException, OSError, ValueError) as error:
        told = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        raise UnreadablePage("bad_table", f"{path} cannot be read as Parquet ({told}); write it again") from error


def _texts(row: Mapping[str, Any]) -> dict[str, str]:
    told: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, bytes):
            told[name] = value.decode("utf-8", "surrogateescape")
        elif hasattr(value, "isoformat"):
            told[name] = value.isoformat()
        else:
            told[name] = value
    return flat(told)
