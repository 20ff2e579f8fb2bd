"""Portions: documents whose rows are made together, and kept for later builds."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Protocol, TypeVar

from tripoint.comparison.laid import InMemory

R = TypeVar("R")

SIZE = 50
"""Documents in a portion where nothing is kept."""


class Portions(Protocol):
    """The documents of each portion, and what an earlier build made of them."""

    @property
    def ranges(self) -> Sequence[range]:
        """The numbers of the documents of each portion: one portion after the other, every document in one."""

    def has(self, number: int) -> bool:
        """Return whether an earlier build kept the rows of a portion."""

    def rows(self, number: int) -> bytes | None:
        """Return the rows of a portion that an earlier build kept; None when they cannot be read."""

    def keep(self, number: int, rows: bytes, records: bytes) -> None:
        """Keep the rows of a portion that were made now, and their records, one after the other."""

    def records(self, number: int, kind: type[R], bounds: array[int]) -> Sequence[R]:
        """Return records of a portion: `bounds` tell where the first begins and where each ends."""


class Passing:
    """Portions of so many documents, of which nothing is kept for later."""

    def __init__(self, size: int) -> None:
        self._records: dict[int, bytes] = {}
        self.ranges = [range(begin, min(begin + SIZE, size)) for begin in range(0, size, SIZE)]

    def has(self, number: int) -> bool:
        """Return False."""
        return False

    def rows(self, number: int) -> bytes | None:
        """Return None."""
        return None

    def keep(self, number: int, rows: bytes, records: bytes) -> None:
        """Hold the records."""
        self._records[number] = records

    def records(self, number: int, kind: type[R], bounds: array[int]) -> Sequence[R]:
        """Return records of a portion."""
        return InMemory(self._records[number], kind, bounds)
