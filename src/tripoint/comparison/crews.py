"""Crews: who does a long piece of work, portion by portion; one process, or several that do portions side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol, TypeVar

import numpy as np

from tripoint.comparison.shelves import Shelf, in_memory

R = TypeVar("R")

LEAST = 4000
"""Numbers in a range: of what is done as fast as two claims are compared, fewer are not worth a process."""


class Crew(Protocol):
    """Does `work` on the numbers below `size`, a range at a time, and yields in their order what each range came to.

    `work` puts records on the shelves it is given, one for each of `kinds`; they are given on with what it returns,
    which has to be something that pickle knows. It must change nothing else, since another process may do it. No range
    has fewer numbers than `least`; where `loads` tell how many a number counts for, ranges are cut by these.
    """

    def __call__(
        self, work: Callable[..., R], size: int, *kinds: Any, least: int = LEAST, loads: np.ndarray | None = None
    ) -> Iterator[tuple[range, R, tuple[Shelf, ...]]]:
        """Yield each range with what the work on it returned and the shelves it filled."""


def alone(
    work: Callable[..., R], size: int, *kinds: Any, least: int = LEAST, loads: np.ndarray | None = None
) -> Iterator[tuple[range, R, tuple[Shelf, ...]]]:
    """Do all of it at once in this process, with shelves in memory."""
    shelves = tuple(in_memory(kind) for kind in kinds)
    yield range(size), work(range(size), *shelves), shelves


class Ahead(Protocol):
    """Begins such work, which is wanted later; what it returns waits for it."""

    def __call__(
        self, work: Callable[..., R], size: int, *kinds: Any, least: int = LEAST
    ) -> Callable[[], tuple[range, R, tuple[Shelf, ...]]]:
        """Return what gives the range with what the work on it returned and the shelves it filled."""


def later(
    work: Callable[..., R], size: int, *kinds: Any, least: int = LEAST
) -> Callable[[], tuple[range, R, tuple[Shelf, ...]]]:
    """Do it in this process as soon as it is wanted."""
    return lambda: next(alone(work, size, *kinds, least=least))
