"""Forks: copies of this process that do portions of a long piece of work side by side, for linking and assessing.

A copy reads what this process has gathered without its being sent: profiles on disk, arrays in shared pages. It writes
what it makes into files that this process has opened, and sends back where each record ends.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Any, NamedTuple, TypeVar

import numpy as np

from tripoint.comparison.crews import LEAST
from tripoint.comparison.shelves import Shelf
from tripoint.run.clock import peak_memory
from tripoint.store.heap import RecordHeap

R = TypeVar("R")

TURNS = 3
"""Portions for each worker: who is done sooner than the others takes the next."""
LONG = 16
"""How many times what is worth a process makes more than one turn worth it: copies of a large process are not free."""

BEHIND = 10
"""By so much stands behind others what fills the moments in which these leave a core alone."""


class Forks:
    """A crew of so many `workers`; one does the work in this process.

    Portions are yielded in their order, and what they hold does not depend on how many there are. A copy that dies is
    not missed: this process does its portion. `seconds` and `memory` are processor seconds and most bytes of copies.
    """

    def __init__(self, workers: int, heap: Callable[[Any], RecordHeap[Any]]) -> None:
        self._workers = workers if sys.platform == "linux" else 1
        self._heap = heap
        self._begun: list[_Copy] = []
        self._waiting: list[Callable[[], None]] = []
        self.seconds = 0.0
        self.memory = 0

    def __call__(
        self, work: Callable[..., R], size: int, *kinds: Any, least: int = LEAST, loads: np.ndarray | None = None
    ) -> Iterator[tuple[range, R, tuple[Shelf, ...]]]:
        """Yield each range with what the work on it returned and the heaps it filled."""
        ranges = portioned(size, self._workers, least, loads)
        if len(ranges) == 1:
            self.catch_up()
            heaps = tuple(map(self._heap, kinds))
            yield ranges[0], work(ranges[0], *heaps), heaps
            return
        waiting = deque(ranges)
        running: deque[_Copy] = deque()
        try:
            while waiting or running:
                while waiting and sum(not copy.ended for copy in running) < self._workers:
                    running.append(self._copy(work, waiting.popleft(), kinds))
                self.catch_up()
                wait([copy.pipe for copy in running if not copy.ended])
                for copy in running:
                    copy.listen()
                while running and running[0].ended:
                    yield self._result(running.popleft(), work, kinds)
        finally:
            for copy in running:
                copy.end()

    def ahead(
        self, work: Callable[..., R], size: int, *kinds: Any, least: int = LEAST
    ) -> Callable[[], tuple[range, R, tuple[Shelf, ...]]]:
        """Begin work that is wanted later, all of it in one copy that fills the moments in which others leave a core.

        Returns what waits for it, and does it if nothing has begun.
        """
        if self._workers == 1 or size < least:
            return lambda: next(self(work, size, *kinds, least=size + 1))
        copy = self._copy(work, range(size), kinds, behind=True)
        self._begun.append(copy)
        return lambda: self._result(copy.awaited(), work, kinds)

    def meanwhile(self, work: Callable[[], None]) -> None:
        """Have this process do something while copies are at work next, or at `catch_up`."""
        self._waiting.append(work)

    def catch_up(self) -> None:
        """Do what waits to be done meanwhile."""
        while self._waiting:
            self._waiting.pop(0)()

    def end(self) -> None:
        """End what was begun ahead and never asked for: no process is to hold the lock of a build that broke off."""
        while self._begun:
            self._begun.pop().end()

    def _copy(self, work: Callable[..., R], some: range, kinds: Sequence[Any], *, behind: bool = False) -> _Copy:
        heaps = tuple(map(self._heap, kinds))
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_do, args=(theirs, work, some, heaps, behind), daemon=True)
        process.start()
        theirs.close()
        return _Copy(process, ours, some, heaps)

    def _result(self, copy: _Copy, work: Callable[..., R], kinds: Sequence[Any]) -> tuple[range, R, tuple[Shelf, ...]]:
        copy.end()
        if copy.told is None:  # it was killed, or the machine had no room for it
            heaps = tuple(map(self._heap, kinds))
            return copy.some, work(copy.some, *heaps), heaps
        told = pickle.loads(copy.told)  # from our own copy, through a pipe that nobody else has
        self.seconds += told.seconds
        self.memory = max(self.memory, told.memory)
        if told.error is not None:
            raise told.error
        for heap, ends in zip(copy.heaps, told.ends, strict=True):
            heap.adopt(ends)
        return copy.some, told.result, copy.heaps


class _Told(NamedTuple):
    """What a copy sends back: the result, where the records in its heaps end, what it took, or what went wrong."""

    result: Any
    ends: tuple[bytes, ...]
    seconds: float
    memory: int
    error: Exception | None = None


class _Copy:
    """A copy at work. `told` is what it sent, None as long as it has not, or when it died before."""

    def __init__(self, process: ForkProcess, pipe: Connection, some: range, heaps: tuple[RecordHeap[Any], ...]) -> None:
        self._process = process
        self.pipe = pipe
        self.some = some
        self.heaps = heaps
        self.told: bytes | None = None
        self.ended = False

    def listen(self) -> None:
        """Take what it has sent, if it has."""
        if not self.ended and self.pipe.poll():
            try:
                self.told = self.pipe.recv_bytes()
            except (EOFError, OSError):
                self.told = None
            self.ended = True

    def awaited(self) -> _Copy:
        """Wait until it has ended; return itself."""
        wait([self.pipe])
        self.listen()
        return self

    def end(self) -> None:
        """Let go of it."""
        if not self.ended:
            self._process.kill()
        self._process.join()
        self.pipe.close()


def portioned(size: int, workers: int, least: int, loads: np.ndarray | None) -> list[range]:
    """Return ranges for so many workers that each counts for as much as the others, and for `least` or more."""
    ends = np.arange(1, size + 1) if loads is None else np.cumsum(loads, dtype=np.int64)
    whole = int(ends[-1]) if size else 0
    most = TURNS * workers if workers > 1 and whole >= LONG * least else workers
    count = max(1, min(most, whole // least))
    edges = {0, size, *np.searchsorted(ends, [whole * at // count for at in range(1, count)], side="right").tolist()}
    return [range(begin, end) for begin, end in pairwise(sorted(edges))] or [range(0)]


def _do(
    pipe: Connection, work: Callable[..., Any], some: range, heaps: tuple[RecordHeap[Any], ...], behind: bool
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears Ctrl-C and ends the others
    if behind:
        os.nice(BEHIND)
    gc.disable()  # to go through what is shared would copy it, and little of what a portion leaves behind is circular
    follow()
    began = time.process_time()
    result, error = None, None
    try:
        result = work(some, *heaps)
    except Exception as caught:  # noqa: BLE001 - raised again where the work was asked for
        error = caught
    ends = () if error is not None else tuple(heap.handed() for heap in heaps)
    told = _Told(result, ends, time.process_time() - began, peak_memory(), error)
    pipe.send_bytes(pickle.dumps(told, protocol=pickle.HIGHEST_PROTOCOL))


def follow() -> None:
    """End with the process that this one is a copy of, however that ends."""
    first = multiprocessing.parent_process()
    if first is not None:

        def watch() -> None:
            wait([first.sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
