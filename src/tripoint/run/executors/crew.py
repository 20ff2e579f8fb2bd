"""A crew: worker processes with one model each, watched from outside and replaced when they die, hang or grow."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from tripoint.errors import TripointError
from tripoint.model import Failure
from tripoint.run.clock import held_by
from tripoint.run.garbage import rare_collections
from tripoint.run.shards import Shard
from tripoint.run.work import Report, work

START_SECONDS = 120.0
"""What a worker may take to load its model, on top of the time of a page."""

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
    page is given up.
    """

    def __init__(self, *, size: int, seconds: float, memory: int | None = None) -> None:
        self._size = size
        self._seconds = seconds
        self._memory = memory
        self._workers: list[_Worker] = []

    def run(self, shards: Sequence[Shard], done: Callable[[int], None]) -> Iterator[Report]:
        """Yield the report of each shard as it ends; `done` hears of finished pages."""
        queue, deaths = deque(shards), dict.fromkeys((shard.number for shard in shards), 0)
        while len(self._workers) < min(self._size, len(shards)):
            self._workers.append(_Worker())
        while True:
            for worker in self._workers:
                if worker.shard is None and queue:
                    worker.give(queue.popleft())
            busy = [worker for worker in self._workers if worker.shard is not None]
            if not busy:
                return
            ready = set(wait([worker.pipe for worker in busy], timeout=self._patience(busy)))
            for worker in busy:
                again: Shard | None = None
                if worker.pipe in ready:
                    try:
                        yield from self._hear(worker, worker.pipe.recv(), done)
                    except (EOFError, ConnectionResetError):
                        again = _put_back(worker, "crashed", deaths)
                elif worker.until is not None and time.monotonic() > worker.until:
                    again = _put_back(worker, "timeout", deaths)
                elif self._memory is not None and held_by(worker.process.pid) > 1.5 * self._memory:
                    again = _put_back(worker, "memory", deaths)
                if again is not None:
                    queue.appendleft(again)
                    self._replace(worker)

    def end(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.end()
        self._workers = []

    def _patience(self, busy: list[_Worker]) -> float | None:
        deadlines = [worker.until - time.monotonic() for worker in busy if worker.until is not None]
        if self._memory is not None:
            deadlines.append(_LOOK_SECONDS)
        return max(0.0, min(deadlines)) if deadlines else None

    def _hear(self, worker: _Worker, message: tuple[Any, ...], done: Callable[[int], None]) -> Iterator[Report]:
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
                worker.shard, worker.at, worker.until = None, None, None
                if self._memory is not None and held_by(worker.process.pid) > self._memory:
                    self._replace(worker)
                yield report
            case ("failed", sentence):
                worker.shard = None
                raise TripointError(sentence)

    def _replace(self, worker: _Worker) -> None:
        worker.end()
        self._workers[self._workers.index(worker)] = _Worker()


class _Worker:
    """One process, what it is at, and until when it may be."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.shard: Shard | None = None
        self.at: tuple[str, str, str] | None = None
        self.alone = False
        self.until: float | None = None

    def give(self, shard: Shard) -> None:
        self.shard, self.at = shard, None
        self.until = time.monotonic() + START_SECONDS
        self.pipe.send(shard)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _put_back(worker: _Worker, reason: str, deaths: dict[int, int]) -> Shard:
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


class _There:
    """Watches work in a worker: tells the parent what it is at."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    @contextmanager
    def item(self, step: str, record_id: str, source: str, *, of: int = 1) -> Iterator[None]:
        self._pipe.send(("at", step, record_id, source, of))
        yield
        self._pipe.send(("left",))

    def done(self, pages: int) -> None:
        self._pipe.send(("pages", pages))


def _serve(pipe: Connection) -> None:
    """Work on shards as they come, until None comes or the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends its workers
    try:
        with rare_collections():
            while (shard := pipe.recv()) is not None:
                try:
                    pipe.send(("done", work(shard, _There(pipe))))
                except TripointError as error:
                    pipe.send(("failed", str(error)))
                except (OSError, MemoryError) as error:
                    pipe.send(("failed", f"a worker met {error}; what is built is kept, mend that and build again"))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
