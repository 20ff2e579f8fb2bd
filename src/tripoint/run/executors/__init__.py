"""Executors: one method, `map`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tripoint.run.shards import Shard
    from tripoint.run.work import Report


class Executor(Protocol):
    """Carries shards to where the work is done."""

    def map(self, shards: Sequence[Shard], done: Callable[[int], None]) -> Iterator[Report]:
        """Yield the report of each shard as it ends; `done` hears of finished pages."""
