"""A crew: worker processes with one model each, watched from outside and replaced when they die, hang or grow."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from multiprocessing.connection import wait
from typing import Any

from tripoint.errors import TripointError
from tripoint.model import Failure
from tripoint.run.clock import held_by
from tripoint.run.executors.nursery import POSSIBLE, Nursery
from tripoint.run.executors.tasks import Tasks
from tripoint.run.executors.worker import START_SECONDS, Worker, serve
from tripoint.run.shards import Shard
from tripoint.run.work import Report, load

_LOOK_SECONDS = 0.5
"""How often a worker's memory is looked at, where it is bounded."""

_BLAMES = {
    "timeout": "took too long",
    "crashed": "ended a worker",
    "memory": "took more memory than a worker may have",
}


class Crew:
    """Processes that work on shards, for as long as the crew lasts.

    `seconds` is what one page may take; `memory` the bytes that one worker may hold (None: no bound). A worker that has
    grown beyond it is replaced between two shards; one that grows beyond it by half again on one page is ended, and the
    page is given up. `shared`: workers are copies of one process that loads the models as soon as work is expected;
    until it has, others make documents, which need none.
    """

    def __init__(self, *, size: int, seconds: float, memory: int | None = None, shared: bool = False) -> None:
        self._size = size
        self._seconds = seconds
        self._memory = memory
        self._shared = shared and POSSIBLE
        self._workers: list[Worker] = []
        self._nursery: Nursery | None = None

    def expect(self, parts: Mapping[str, str]) -> None:
        """Have what these parts need loaded for workers to come."""
        if self._shared and not self._workers and self._nursery is None:
            _open_here()
            self._nursery = Nursery(partial(load, parts), serve)

    def run(self, shards: Sequence[Shard], done: Callable[[int], None]) -> Iterator[Report]:
        """Yield the report of each shard as it ends; `done` hears of finished pages."""
        tasks = Tasks(shards)
        self._enlist(shards)
        while True:
            for worker in self._workers:
                if worker.shard is None and (shard := tasks.next(early=worker.early)) is not None:
                    worker.give(shard)
            busy = [worker for worker in self._workers if worker.shard is not None]
            if not busy and not tasks.left:
                return
            channels: list[Any] = [worker.pipe for worker in busy]
            if self._loading:
                assert self._nursery is not None
                channels.append(self._nursery.channel)
            ready = set(wait(channels, timeout=self._patience(busy)))
            if self._nursery is not None and self._nursery.channel in ready:
                self._loaded(len(shards))
            for worker in busy:
                again: Shard | None = None
                if worker.pipe in ready:
                    try:
                        yield from self._hear(worker, worker.pipe.recv(), tasks, done)
                    except (EOFError, ConnectionResetError):
                        again = _put_back(worker, "crashed", tasks.deaths)
                elif worker.until is not None and time.monotonic() > worker.until:
                    again = _put_back(worker, "timeout", tasks.deaths)
                elif self._memory is not None and held_by(worker.process.pid) > 1.5 * self._memory:
                    again = _put_back(worker, "memory", tasks.deaths)
                if again is not None:
                    tasks.again(again)
                    self._replace(worker)

    def end(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.end()
        self._workers = []
        if self._nursery is not None:
            self._nursery.end()
            self._nursery = None

    @property
    def _loading(self) -> bool:
        return self._nursery is not None and not self._nursery.ready

    def _enlist(self, shards: Sequence[Shard]) -> None:
        """See to it that there are workers for so many shards, or will be."""
        wanted = min(self._size, len(shards))
        if shards:
            self.expect(shards[0].parts)
        if self._loading:
            assert self._nursery is not None
            if wait([self._nursery.channel], timeout=0):
                self._loaded(len(shards))
            elif not self._workers:
                self._workers = [Worker.early_one() for _ in range(wanted - 1)]
        while not self._loading and len(self._workers) < wanted:
            self._workers.append(Worker.from_(self._nursery))

    def _loaded(self, shards: int) -> None:
        """Let those work for whom the nursery has loaded; without it each loads for itself."""
        assert self._nursery is not None
        if not self._nursery.listen():
            self._nursery.end()
            self._nursery = None
        for worker in self._workers:
            if worker.shard is None:
                worker.end()
        busy = [worker for worker in self._workers if worker.shard is not None]
        self._workers = [*busy, *(Worker.from_(self._nursery) for _ in range(min(self._size, shards)))]

    def _patience(self, busy: list[Worker]) -> float | None:
        deadlines = [worker.until - time.monotonic() for worker in busy if worker.until is not None]
        if self._memory is not None:
            deadlines.append(_LOOK_SECONDS)
        return max(0.0, min(deadlines)) if deadlines else None

    def _hear(
        self, worker: Worker, message: tuple[Any, ...], tasks: Tasks, done: Callable[[int], None]
    ) -> Iterator[Report]:
        match message:
            case ("at", step, record_id, source, of):
                worker.at = (step, record_id, source) if record_id else None
                worker.alone = of == 1
                worker.until = time.monotonic() + (START_SECONDS if step == "load" else self._seconds * of)
            case ("left",):
                worker.at, worker.until = None, None
            case ("pages", pages):
                done(pages)
            case ("done", report):
                shard, worker.shard, worker.at, worker.until = worker.shard, None, None, None
                if worker.early:
                    assert shard is not None
                    tasks.begun(shard, report)
                    if not self._loading:
                        self._dismiss(worker)
                    return
                if self._memory is not None and held_by(worker.process.pid) > self._memory:
                    self._replace(worker)
                yield tasks.whole(report, self._nursery.told() if self._nursery is not None else 0.0)
            case ("failed", sentence):
                worker.shard = None
                raise TripointError(sentence)

    def _replace(self, worker: Worker) -> None:
        if worker.early:
            self._dismiss(worker)
            return
        worker.end()
        self._workers[self._workers.index(worker)] = Worker.from_(self._nursery)

    def _dismiss(self, worker: Worker) -> None:
        worker.end()
        self._workers.remove(worker)


def _open_here() -> None:
    """Import what documents are made with, and read the outlets: processes that are copied from this one have it then.

    This one wants it as well, once it comes to events.
    """
    import tripoint.documents.revisions  # noqa: F401
    from tripoint.resources import outlets

    outlets.find("")


def _put_back(worker: Worker, reason: str, deaths: dict[int, int]) -> Shard:
    """Return the shard of a worker that is to be ended: once more and carefully, or without the record to blame.

    A record that hangs alone is to blame at once; a crash may have been another's fault the first time.
    """
    shard = worker.shard
    assert shard is not None
    deaths[shard.number] += 1
    if worker.at is not None and worker.alone and (shard.careful or reason == "timeout"):
        step, record_id, source = worker.at
        detail = f"{source} {_BLAMES[reason]} in {step} and was given up; the rest went on"
        failure = Failure(record_id=record_id, source=source, step=step, reason=reason, detail=detail)
        shard = replace(shard, given_up=(*shard.given_up, failure))
    elif deaths[shard.number] > 3 and worker.at is None:
        raise TripointError(
            "workers end before they reach a page, probably for want of memory; build again with --workers 1"
            " (a script of your own must call build below: if __name__ == '__main__')"
        )
    return replace(shard, careful=True)
