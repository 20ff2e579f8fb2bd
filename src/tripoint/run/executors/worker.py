"""A worker: one process that works on shards, and what it tells the process that watches over it."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from tripoint.errors import TripointError
from tripoint.run.executors.nursery import Copied, Nursery
from tripoint.run.forks import follow
from tripoint.run.garbage import rare_collections
from tripoint.run.shards import Shard
from tripoint.run.work import work

START_SECONDS = 120.0
"""What a worker may take to load its model, on top of the time of a page."""


class Worker:
    """One process, what it is at, and until when it may be. An `early` one makes documents alone."""

    def __init__(self, pipe: Connection, process: BaseProcess | Copied, *, early: bool = False) -> None:
        self.pipe = pipe
        self.process = process
        self.early = early
        self.shard: Shard | None = None
        self.at: tuple[str, str, str] | None = None
        self.alone = False
        self.until: float | None = None

    @staticmethod
    def from_(nursery: Nursery | None) -> Worker:
        """Return a worker that is copied where models are loaded, or that will load them itself."""
        made = nursery.copy() if nursery is not None else None
        return Worker(*made) if made is not None else Worker(*_started("spawn", serve))

    @staticmethod
    def early_one() -> Worker:
        """Return a worker for documents: a copy of this process, without any model."""
        return Worker(*_started("fork", _serve_as_copy), early=True)

    def give(self, shard: Shard) -> None:
        """Let it work on a shard."""
        self.shard, self.at = shard, None
        self.until = time.monotonic() + START_SECONDS
        self.pipe.send((shard, self.early))

    def end(self) -> None:
        """End it."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _started(method: str, serve: Callable[[Connection], None]) -> tuple[Connection, BaseProcess]:
    """Return a process of ours and the connection that it serves."""
    context: Any = multiprocessing.get_context(method)
    ours, theirs = context.Pipe()
    process: BaseProcess = context.Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    return ours, process


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


def serve(pipe: Connection) -> None:
    """Work on shards as they come, until None comes or the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends its workers
    try:
        with rare_collections():
            while (task := pipe.recv()) is not None:
                shard, early = task
                try:
                    pipe.send(("done", work(shard, _There(pipe), documents_only=early)))
                except TripointError as error:
                    pipe.send(("failed", str(error)))
                except (OSError, MemoryError) as error:
                    pipe.send(("failed", f"a worker met {error}; what is built is kept, mend that and build again"))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _serve_as_copy(pipe: Connection) -> None:
    """Do so in a copy of another process, which holds that one's end of the pipe too."""
    follow()
    serve(pipe)
