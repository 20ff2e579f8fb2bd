"""A nursery: a copy of this process that loads models and registers once, and is copied again for each worker.

Workers that come from it start within moments and share the memory of what was loaded as long as nobody changes it.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import socket
import struct
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection

from tripoint.run.forks import follow

_NUMBER = struct.Struct("<q")
_NEW, _END = b"n", b"e"

POSSIBLE = sys.platform == "linux"
"""Elsewhere a process that has loaded much is not copied safely, or not at all."""


class Nursery:
    """Does `load` in a copy of this process; `copy` makes a process from it that does `serve` on a connection.

    It is to be listened to when `channel` can be read, until it is `ready`.
    """

    def __init__(self, load: Callable[[], None], serve: Callable[[Connection], None]) -> None:
        self._seconds = 0.0
        self.ready = False
        self.channel, theirs = socket.socketpair()
        context = multiprocessing.get_context("fork")
        self._process = context.Process(target=_tend, args=(self.channel, theirs, load, serve), daemon=True)
        self._process.start()
        theirs.close()

    def listen(self) -> bool:
        """Hear that all is loaded; False when the process is gone."""
        told = self._hear()
        if told is None:
            return False
        self._seconds = told / 1e9
        self.ready = True
        return True

    def told(self) -> float:
        """Return the processor seconds that loading took, once."""
        seconds, self._seconds = self._seconds, 0.0
        return seconds

    def copy(self) -> tuple[Connection, Copied] | None:
        """Return a new process and the connection it serves; None when there is no nursery any more."""
        ours, theirs = multiprocessing.Pipe()
        try:
            socket.send_fds(self.channel, [_NEW], [theirs.fileno()])
            pid = self._hear()
        except OSError:
            pid = None
        finally:
            theirs.close()
        if pid is None or pid < 0:
            ours.close()
            return None
        return ours, Copied(self, pid)

    def drop(self, pid: int) -> None:
        """End a process that was copied from this one."""
        with contextlib.suppress(OSError):
            try:
                self.channel.sendall(_END + _NUMBER.pack(pid))
                self._hear()
            except OSError:  # the nursery is gone
                os.kill(pid, signal.SIGKILL)

    def end(self) -> None:
        """Let go of it."""
        self._process.kill()
        self._process.join()
        self.channel.close()

    def _hear(self) -> int | None:
        return _number(self.channel)


class Copied:
    """A process that came from a nursery; ended like any other."""

    def __init__(self, nursery: Nursery, pid: int) -> None:
        self._nursery = nursery
        self.pid = pid

    def kill(self) -> None:
        """End it."""
        self._nursery.drop(self.pid)

    def join(self) -> None:
        """Nothing is left to be waited for."""


def _number(channel: socket.socket) -> int | None:
    told = b""
    while len(told) < _NUMBER.size:
        try:
            more = channel.recv(_NUMBER.size - len(told))
        except OSError:
            return None
        if not more:
            return None
        told += more
    return int(_NUMBER.unpack(told)[0])


def _tend(
    theirs: socket.socket, channel: socket.socket, load: Callable[[], None], serve: Callable[[Connection], None]
) -> None:
    """Load, then make and end copies as they are asked for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears Ctrl-C and ends the others
    theirs.close()
    began = time.process_time()
    gc.disable()  # modules and models stay: nothing is to be found among them until all is loaded
    with contextlib.suppress(Exception):  # the worker that needs what could not be loaded will tell
        load()
    gc.enable()
    gc.freeze()  # what is shared stays shared as long as nobody goes through all of it
    channel.sendall(_NUMBER.pack(int((time.process_time() - began) * 1e9)))
    while True:
        asked, handles, _, _ = socket.recv_fds(channel, 1, 1)
        if not asked:
            return
        if asked == _END:
            pid = _number(channel)
            if pid is None:
                return
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            channel.sendall(_NUMBER.pack(0))
            continue
        try:
            pid = os.fork()
        except OSError:
            pid = -1
        if pid == 0:
            _begin(channel, Connection(handles[0]), serve)
        os.close(handles[0])
        channel.sendall(_NUMBER.pack(pid))


def _begin(channel: socket.socket, pipe: Connection, serve: Callable[[Connection], None]) -> None:
    """Serve in a process of its own, and never return."""
    status = 1
    try:
        channel.close()
        follow()
        serve(pipe)
        status = 0
    finally:
        os._exit(status)
