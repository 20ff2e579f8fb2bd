"""Executors: they carry shards to where the work is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tripoint.run.shards import Shard
    from tripoint.run.work import Report


class Executor(Protocol):
    """Carries shards to where the work is done. Who implements it inherits from it, and needs `map` alone."""

    def expect(self, parts: Mapping[str, str]) -> None:
        """Hear that there will be shards, made by these `parts` by kind: what can be made ready for them may be."""
        return

    def rest(self) -> None:
        """Hear that no more shards will come for now, whether or not those that were expected came."""
        return

    def map(self, shards: Sequence[Shard], done: Callable[[int], None]) -> Iterator[Report]:
        """Yield the report of each shard as it ends; `done` hears of finished pages."""
