"""Rows of portions of documents, kept from build to build. Their records lie in files of their own, and are read there.

Rows are known by the digests of what they were made from, so that portions that have not changed are not read again.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from tripoint.run.keeping import Kept
from tripoint.store.filed import FiledRecords, OpenFiles
from tripoint.store.taking import take_over

R = TypeVar("R")

_SIZE = 8
"""Bytes that tell how many the records of a portion have."""


class KeptRows:
    """The rows of portions, told by their names and their documents; those in the `last` folder are taken over."""

    def __init__(self, portions: Iterable[tuple[str, range]], folder: Path, last: Path | None) -> None:
        named = list(portions)
        self.ranges: Sequence[range] = [documents for _, documents in named]
        self._kept = Kept("rows", (name for name, _ in named), folder, last)
        self._files = OpenFiles(folder)  # it is given its name when all in it is made
        self._paths = [folder / f"rows-{name}.records" for name, _ in named]
        if last is not None:
            for path in self._paths:
                take_over(f"{last}/{path.name}", str(path))

    def has(self, number: int) -> bool:
        """Return whether the last build kept the rows of a portion."""
        return self._kept.has(number)

    def rows(self, number: int) -> bytes | None:
        """Return the rows of a portion that the last build kept; None when they or their records cannot be read."""
        told, path = self._kept.get(number), self._paths[number]
        if told is None or not path.is_file() or int.from_bytes(told[:_SIZE]) != path.stat().st_size:
            return None
        return told[_SIZE:]

    def keep(self, number: int, rows: bytes, records: bytes) -> None:
        """Keep the rows of a portion that were made now, and their records, one after the other."""
        self._paths[number].unlink(missing_ok=True)  # another folder may hold the same file
        self._paths[number].write_bytes(records)
        self._kept.keep(number, len(records).to_bytes(_SIZE) + rows)

    def records(self, number: int, kind: type[R], bounds: array[int]) -> Sequence[R]:
        """Return records of a portion: `bounds` tell where the first begins and where each ends."""
        return FiledRecords(self._files, Path(self._paths[number].name), kind, bounds)
