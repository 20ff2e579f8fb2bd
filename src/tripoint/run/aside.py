"""Work that another process does while this one goes on."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Generic, TypeVar

from tripoint.errors import TripointError
from tripoint.run.clock import Clock
from tripoint.run.forks import follow
from tripoint.run.garbage import rare_collections

G = TypeVar("G")

_BEHIND = 5
"""By so much such work stands behind the other: it fills the moments in which that leaves a core alone."""


class Aside(Generic[G]):
    """Does `make(given)` in a process of its own, or at once in this one where it is not to be `apart`.

    Use as a context: `finish` waits for it, and leaving early ends it. Its time is counted for `step`.
    """

    def __init__(self, make: Callable[[G], None], given: G, clock: Clock, *, step: str, apart: bool) -> None:
        self._clock = clock
        self._step = step
        self._process: multiprocessing.process.BaseProcess | None = None
        if not apart:
            with clock.of(step):
                make(given)
            return
        context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_do, args=(theirs, make, given), daemon=True)
        self._process.start()  # a copy of this process has its modules already
        theirs.close()

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

    def __enter__(self) -> Aside[G]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()


def _do(pipe: Connection, make: Callable[[G], None], given: G) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends this process
    if hasattr(os, "nice"):
        os.nice(_BEHIND)
    gc.freeze()
    follow()
    began = time.process_time()
    try:
        with rare_collections():
            make(given)
    except (TripointError, OSError, MemoryError) as error:
        pipe.send((time.process_time() - began, str(error)))
    else:
        pipe.send((time.process_time() - began, None))
