"""Rows of portions of documents, kept from build to build. Their records are read where they lie.

Rows are known by the digests of what they were made from, so that portions that have not changed are not read again.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from tripoint.run.keeping import Kept
from tripoint.run.packs import Packs
from tripoint.store.filed import FiledRecords

R = TypeVar("R")


class KeptRows:
    """The rows of portions, told by their names and their documents; those in the `last` folder are taken over."""

    def __init__(self, portions: Iterable[tuple[str, range]], folder: Path, last: Path | None) -> None:
        named = list(portions)
        self.ranges: Sequence[range] = [documents for _, documents in named]
        names = [name for name, _ in named]
        self._rows, self._records = Kept("rows", names, folder, last), Packs("records", names, folder, last)

    def has(self, number: int) -> bool:
        """Return whether the last build kept the rows of a portion."""
        return self._rows.has(number) and self._records.has(number)

    def rows(self, number: int) -> bytes | None:
        """Return the rows of a portion that the last build kept; None when they cannot be read."""
        return self._rows.get(number)

    def keep(self, number: int, rows: bytes, records: bytes) -> None:
        """Keep the rows of a portion that were made now, and their records, one after the other."""
        self._rows.keep(number, rows)
        self._records.keep(number, records)

    def records(self, number: int, kind: type[R], bounds: array[int]) -> Sequence[R]:
        """Return records of a portion: `bounds` tell where the first begins and where each ends."""
        path, begin, _ = self._records.where(number)
        lie = array("Q")
        lie.frombytes((np.frombuffer(bounds, dtype=np.uint64) + np.uint64(begin)).tobytes())
        return FiledRecords(self._records.files, Path(path), kind, lie)

    def write(self) -> None:
        """Put down what is kept: it is there for the builds to come."""
        self._rows.write()
        self._records.write()
