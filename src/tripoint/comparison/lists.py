"""Lists of numbers, one after the other in one array: a million short lists that take no more than their numbers."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

_NUMPY = {"B": "u1", "I": "u4", "q": "i8", "Q": "u8"}


class Lists:
    """Lists of numbers of one type (a code of `array`), each known by its place."""

    def __init__(self, code: str) -> None:
        self.numbers = array(code)
        self.ends = array("Q")

    def append(self, some: Iterable[int]) -> None:
        """Add one list."""
        if isinstance(some, bytes):
            self.numbers.frombytes(some)  # records as they are encoded
        else:
            self.numbers.extend(some)
        self.ends.append(len(self.numbers))

    def join(self, other: Lists) -> None:
        """Put other lists behind these."""
        first = len(self.numbers)
        self.numbers.extend(other.numbers)
        self.ends.frombytes((np.frombuffer(other.ends, dtype=np.uint64) + np.uint64(first)).tobytes())

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, place: int) -> array[int]:
        return self.numbers[self.ends[place - 1] if place else 0 : self.ends[place]]

    def columns(self) -> tuple[bytes, bytes]:
        """Return all that is held, for `fill`."""
        return self.numbers.tobytes(), self.ends.tobytes()

    def columns_held(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the numbers of all lists, and where each list ends; as long as these are held, none may grow."""
        code = np.dtype(_NUMPY[self.numbers.typecode])
        return np.frombuffer(self.numbers, dtype=code), np.frombuffer(self.ends, dtype=np.uint64).astype(np.int64)

    def fill(self, columns: Sequence[bytes]) -> None:
        """Take in what `columns` told of other lists, where none is held yet."""
        for column, told in zip((self.numbers, self.ends), columns, strict=True):
            column.frombytes(told)
