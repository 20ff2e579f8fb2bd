"""The local executor: the work of a build on this machine, within a bound of memory where one is set."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType

from tripoint.errors import InputError
from tripoint.run.executors import Executor
from tripoint.run.executors.crew import Crew
from tripoint.run.executors.worker import START_SECONDS
from tripoint.run.shards import Shard
from tripoint.run.work import Report, work

WORKER_BYTES = 400_000_000
"""What a worker needs: the parser and registers (some 320 MB), one batch of documents and its row groups."""

PARENT_BYTES = 250_000_000
"""What is kept back for the parent, which at this moment only hands out shards."""


class LocalExecutor(Executor):
    """Maps work over shards on this machine. One worker runs in this process, more in processes of their own.

    `memory` bounds the bytes that the workers and this process hold together: there are as many workers as have room,
    and each is replaced by a fresh one when it has grown beyond its share. Raises InputError when not one has room.
    `lasting` workers keep their models from one `map` to the next, until `end`.
    """

    def __init__(self, *, workers: int, page_seconds: float, memory: int | None = None, lasting: bool = False) -> None:
        self._workers = workers
        self._seconds = page_seconds
        self._lasting = lasting
        self._crew: Crew | None = None
        self._share: int | None = None
        if memory is not None:
            room = memory - PARENT_BYTES
            if room < WORKER_BYTES:
                least = (PARENT_BYTES + WORKER_BYTES) // 1_000_000
                raise InputError(f"--memory is {memory // 1_000_000} MB; one worker needs {least} MB at least")
            self._workers = min(workers, room // WORKER_BYTES)
            self._share = room // self._workers

    def expect(self, parts: Mapping[str, str]) -> None:
        """Have the models loaded by the process that workers are copied from, while this one reads on."""
        if not self._here:
            self._hired().expect(parts)

    def map(self, shards: Sequence[Shard], done: Callable[[int], None]) -> Iterator[Report]:
        """Yield the report of each shard as it ends; `done` hears of finished pages."""
        if self._here:
            here = Here(self._seconds, done)
            for shard in shards:
                yield work(shard, here)
        elif shards:
            ended = False
            try:
                yield from self._hired().run(shards, done)
                ended = True
            finally:
                if not (ended and self._lasting):
                    self.end()

    def rest(self) -> None:
        """End the workers, but for those that last."""
        if not self._lasting:
            self.end()

    def end(self) -> None:
        """End the workers that last."""
        if self._crew is not None:
            self._crew.end()
            self._crew = None

    @property
    def _here(self) -> bool:
        return self._workers == 1 and self._share is None and not self._lasting

    def _hired(self) -> Crew:
        if self._crew is None:
            bounded = self._share is not None  # then each is measured by what it holds alone
            self._crew = Crew(size=self._workers, seconds=self._seconds, memory=self._share, shared=not bounded)
        return self._crew


class Here:
    """Watches work in this process: an alarm ends what takes too long, where the system has one."""

    def __init__(self, seconds: float, done: Callable[[int], None]) -> None:
        self._seconds = seconds
        self.done = done
        self._alarm = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()

    @contextmanager
    def item(self, step: str, record_id: str, source: str, *, of: int = 1) -> Iterator[None]:
        """Enclose the work on one record (or `of` records that are worked on together)."""
        if not self._alarm:
            yield
            return
        before = signal.signal(signal.SIGALRM, _ring)
        signal.setitimer(signal.ITIMER_REAL, START_SECONDS if step == "load" else self._seconds * of)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise TimeoutError
