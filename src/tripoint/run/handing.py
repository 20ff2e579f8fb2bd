"""Shards handed out to an executor, and what is told of them while they are worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tripoint.run.executors import Executor
from tripoint.run.outcome import Progress
from tripoint.run.shards import Shard
from tripoint.run.work import Report
from tripoint.store.case import Case


def hand_out(
    case: Case,
    shards: list[Shard],
    executor: Executor,
    watch: Callable[[Progress], None],
    *,
    meanwhile: Callable[[], None] | None,
) -> Iterator[tuple[Report, int]]:
    """Have the work on the shards done, and yield each report with how many are still to come.

    `meanwhile` is done by this process as soon as others are at work.
    """
    todo = [shard for shard in shards if not all(case.records.has(*name) for name in shard.names.items())]
    total = sum(len(shard.pages) for shard in todo)
    sizes = {shard.number: len(shard.pages) for shard in todo}
    finished = running = 0
    left = len(todo)
    waiting = [meanwhile] if meanwhile is not None else []

    def hear(pages: int) -> None:
        nonlocal running
        while waiting:
            waiting.pop()()
        running += pages
        watch(Progress(phase="stages", done=min(total, finished + running), total=total))

    if todo:
        watch(Progress(phase="stages", total=total))
    for report in executor.map(todo, hear):
        left -= 1
        finished += sizes[report.number]
        running = 0
        watch(Progress(phase="stages", done=finished, total=total))
        yield report, left
