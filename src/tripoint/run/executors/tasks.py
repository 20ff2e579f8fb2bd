"""The shards that a crew has to work on, and what is done of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from tripoint.run.clock import added
from tripoint.run.shards import Shard
from tripoint.run.work import Report


class Tasks:
    """The shards that are to be worked on: those of which the documents are `made` come first."""

    def __init__(self, shards: Sequence[Shard]) -> None:
        self.deaths = dict.fromkeys((shard.number for shard in shards), 0)
        # The small ones last: whoever has nothing left to do waits for the others no longer than these take.
        self._left = deque(sorted(shards, key=lambda shard: -shard.weight))
        self._made = deque[Shard]()
        self._early: dict[int, Report] = {}

    @property
    def left(self) -> bool:
        """Whether any shard waits for a worker."""
        return bool(self._left or self._made)

    def next(self, *, early: bool) -> Shard | None:
        """Return the next shard for a worker, None when there is none; an `early` one takes those without documents."""
        some = self._made if self._made and not early else self._left
        return some.popleft() if some else None

    def again(self, shard: Shard) -> None:
        """Take back a shard that a worker could not finish."""
        self._made.appendleft(shard)

    def begun(self, shard: Shard, report: Report) -> None:
        """Take back a shard of which the documents are made."""
        self._early[shard.number] = report
        self._made.append(shard)

    def whole(self, report: Report, loading: float) -> Report:
        """Return the report of all that was done on a shard, with the seconds of a `loading` that it began with."""
        seconds = [report.seconds, {"load": loading}]
        before = self._early.pop(report.number, None)
        if before is None:
            return replace(report, seconds=added(*seconds))
        return replace(
            report,
            made=(*before.made, *report.made),
            seconds=added(before.seconds, *seconds),
            memory=max(before.memory, report.memory),
        )
