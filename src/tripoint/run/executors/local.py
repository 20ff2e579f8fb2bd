"""The local executor: independent processes with one model each, replaced when they die or hang."""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import FrameType
from typing import Any

from tripoint.errors import TripointError
from tripoint.model import Failure
from tripoint.run.garbage import rare_collections
from tripoint.run.shards import Shard
from tripoint.run.work import Report, work

_START_SECONDS = 120.0
"""What a worker may take to load its model, on top of the time of a page."""


class LocalExecutor:
    """Maps work over shards on this machine. One worker runs in this process, more in processes of their own."""

    def __init__(self, *, workers: int, page_seconds: float) -> None:
        self._workers = workers
        self._seconds = page_seconds

    def map(self, shards: Sequence[Shard], done: Callable[[int], None]) -> Iterator[Report]:
        """Yield the report of each shard as it ends; `done` hears of finished pages."""
        if self._workers == 1:
            here = _Here(self._seconds, done)
            for shard in shards:
                yield work(shard, here)
        elif shards:
            yield from _Pool(shards, min(self._workers, len(shards)), self._seconds, done).run()


class _Here:
    """Watches work in this process: an alarm ends what takes too long, where the system has one."""

    def __init__(self, seconds: float, done: Callable[[int], None]) -> None:
        self._seconds = seconds
        self.done = done
        self._alarm = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()

    @contextmanager
    def item(self, step: str, record_id: str, source: str, *, of: int = 1) -> Iterator[None]:
        if not self._alarm:
            yield
            return
        before = signal.signal(signal.SIGALRM, _ring)
        signal.setitimer(signal.ITIMER_REAL, _START_SECONDS if step == "load" else self._seconds * of)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise TimeoutError


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
        self.until = time.monotonic() + _START_SECONDS
        self.pipe.send(shard)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class _Pool:
    def __init__(self, shards: Sequence[Shard], size: int, seconds: float, done: Callable[[int], None]) -> None:
        self._queue = deque(shards)
        self._seconds = seconds
        self._done = done
        self._deaths: dict[int, int] = {}
        self._workers: list[_Worker] = []
        self._size = size

    def run(self) -> Iterator[Report]:
        try:
            self._workers = [_Worker() for _ in range(self._size)]
            while True:
                for worker in self._workers:
                    if worker.shard is None and self._queue:
                        worker.give(self._queue.popleft())
                busy = [worker for worker in self._workers if worker.shard is not None]
                if not busy:
                    return
                deadlines = [worker.until for worker in busy if worker.until is not None]
                left = None if not deadlines else max(0.0, min(deadlines) - time.monotonic())
                ready = set(wait([worker.pipe for worker in busy], timeout=left))
                for worker in busy:
                    if worker.pipe in ready:
                        yield from self._hear(worker)
                    elif worker.until is not None and time.monotonic() > worker.until:
                        self._replace(worker, "timeout", "took too long")
        finally:
            for worker in self._workers:
                worker.end()

    def _hear(self, worker: _Worker) -> Iterator[Report]:
        try:
            message: tuple[Any, ...] = worker.pipe.recv()
        except (EOFError, ConnectionResetError):
            self._replace(worker, "crashed", "ended a worker")
            return
        match message:
            case ("at", step, record_id, source, of):
                worker.at = (step, record_id, source) if record_id else None
                worker.alone = of == 1
                worker.until = time.monotonic() + (_START_SECONDS if step == "load" else self._seconds * of)
            case ("left",):
                worker.at, worker.until = None, None
            case ("pages", pages):
                self._done(pages)
            case ("done", report):
                worker.shard, worker.at, worker.until = None, None, None
                yield report
            case ("failed", sentence):
                raise TripointError(sentence)

    def _replace(self, worker: _Worker, reason: str, what: str) -> None:
        """End a worker and put its shard back: once more and carefully, or without the record that is to blame.

        A record that hangs alone is to blame at once; a crash may have been another's fault the first time.
        """
        shard, at = worker.shard, worker.at
        worker.end()
        assert shard is not None
        deaths = self._deaths[shard.number] = self._deaths.get(shard.number, 0) + 1
        if at is not None and worker.alone and (shard.careful or reason == "timeout"):
            step, record_id, source = at
            detail = f"{source} {what} in {step} and was given up; the rest went on"
            failure = Failure(record_id=record_id, source=source, step=step, reason=reason, detail=detail)
            shard = replace(shard, given_up=(*shard.given_up, failure))
        elif deaths > 3 and at is None:
            raise TripointError(
                "workers end before they reach a page, probably for want of memory; build again with --workers 1"
                " (a script of your own must call build below: if __name__ == '__main__')"
            )
        self._queue.appendleft(replace(shard, careful=True))
        self._workers[self._workers.index(worker)] = _Worker()
