"""Work that another process does while this one goes on."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Generator
from contextlib import suppress
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Generic, TypeVar

from tripoint.errors import TripointError
from tripoint.run.clock import Clock
from tripoint.run.forks import BEHIND, follow
from tripoint.run.garbage import rare_collections

G = TypeVar("G")
T = TypeVar("T")

Work = Callable[[G], Generator[None, T, None]]
"""Work that does what it can, and yields where it has to be told more to go on."""


class Aside(Generic[G, T]):
    """Does `work` on what is `given` in a process of its own, or in this one where it is not to be `apart`.

    Use as a context: `tell` tells it what it waits for, `finish` waits until it is done, and leaving early ends it. Its
    time is counted for `step`.
    """

    def __init__(self, work: Work[G, T], given: G, clock: Clock, *, step: str, apart: bool) -> None:
        self._clock = clock
        self._step = step
        self._here: Generator[None, T, None] | None = None
        self._process: multiprocessing.process.BaseProcess | None = None
        if not apart:
            self._here = work(given)
            with clock.of(step):
                next(self._here, None)
            return
        context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_do, args=(theirs, work, given), daemon=True)
        self._process.start()  # a copy of this process has its modules already
        theirs.close()

    def tell(self, more: T) -> None:
        """Let it go on with what it waits for."""
        if self._here is not None:
            with self._clock.of(self._step), suppress(StopIteration):
                self._here.send(more)
        elif self._process is not None:
            with suppress(OSError):  # it ended early: `finish` tells why
                self._pipe.send(more)

    def finish(self) -> None:
        """Wait until it is done; raises TripointError with the sentence of what went wrong there."""
        if self._process is None:
            return
        try:
            seconds, sentence = self._pipe.recv()
        except (EOFError, ConnectionResetError) as error:
            raise TripointError(f"the process for {self._step} ended early; build again, nothing is lost") from error
        self._process.join()
        self._process = None
        if sentence is not None:
            raise TripointError(sentence)
        self._clock.seconds[self._step] += seconds

    def __enter__(self) -> Aside[G, T]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._here is not None:
            self._here.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()


def _do(pipe: Connection, work: Work[G, T], given: G) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends this process
    if hasattr(os, "nice"):
        os.nice(BEHIND)
    gc.freeze()
    follow()
    began = time.process_time()
    try:
        with rare_collections(), suppress(StopIteration):
            doing = work(given)
            next(doing)
            while True:
                doing.send(pipe.recv())
    except (TripointError, OSError, MemoryError) as error:
        pipe.send((time.process_time() - began, str(error)))
    else:
        pipe.send((time.process_time() - began, None))
