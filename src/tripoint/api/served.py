"""The cases that are served: each read through one version of its database at a time, followed when it is rebuilt."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any, TypeVar

from tripoint.api.problems import Problem, missing
from tripoint.api.rebuilding import Rebuilding
from tripoint.api.recalling import Recalling
from tripoint.api.remembered import Remembered
from tripoint.errors import CaseError
from tripoint.events import Attached
from tripoint.store import judgements
from tripoint.store.judgements import Judged
from tripoint.store.reading import CaseReader

T = TypeVar("T")

ROOM = 96_000_000
"""Bytes of found positions, columns and lists that one case may keep in memory."""

Stamp = tuple[int, int, int]


class Opened:
    """One version of a case's database, with the readers that no request uses at the moment."""

    def __init__(self, path: Path, stamp: Stamp) -> None:
        self.path = path
        self.stamp = stamp
        self.version = sha256(repr(stamp).encode("ascii")).hexdigest()[:12]
        self.built_at = datetime.fromtimestamp(stamp[1] / 1e9, UTC).isoformat(timespec="seconds")
        self._idle: SimpleQueue[CaseReader] = SimpleQueue()
        self._remembered = Remembered(ROOM)
        self._gone = False

    @contextmanager
    def reading(self) -> Iterator[CaseReader]:
        """Give a reader that nobody else uses until the block ends."""
        try:
            reader = self._idle.get_nowait()
        except Empty:
            reader = CaseReader(self.path)
        try:
            yield reader
        except BaseException:
            reader.close()
            raise
        if self._gone:
            reader.close()
        else:
            self._idle.put(reader)

    def once(self, key: Hashable, make: Callable[[], T], weigh: Callable[[T], int]) -> T:
        """Return what `make` finds, found once for this version."""
        return self._remembered.get(key, make, weigh)

    def find(self, key: Hashable, make: Callable[[CaseReader], T], weigh: Callable[[T], int]) -> T:
        """Return what `make` finds with a reader, found once for this version."""

        def made() -> T:
            with self.reading() as reader:
                return make(reader)

        return self.once(key, made, weigh)

    def close(self) -> None:
        """Let go of the readers that are idle; those in use close when they are given back."""
        self._gone = True
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return


class ServedCase:
    """A case under the name by which addresses call it."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path
        self.title = path.resolve().name.removesuffix(".case")
        self.rebuilding = Rebuilding()
        self.recalling = Recalling(path)
        self._lock = Lock()
        self._opened: Opened | None = None
        self._warm: Callable[[Opened], None] | None = None

    def on_new(self, warm: Callable[[Opened], None]) -> None:
        """Have `warm` called, beside the answers, with each version of the case that takes another's place."""
        self._warm = warm

    def opened(self) -> Opened:
        """Return the database as it is now; raises CaseError when it is gone or of another version."""
        stamp = _stamp(self.path / "case.db")
        with self._lock:
            if stamp is None:
                if self._opened is not None:
                    self._opened.close()
                    self._opened = None
                raise CaseError(f"the case {self.path} is gone or was never finished; build it again")
            if self._opened is None or self._opened.stamp != stamp:
                fresh = Opened(self.path, stamp)
                with fresh.reading():  # a case of another version fails here
                    pass
                if self._opened is not None:
                    self._opened.close()
                    if self._warm is not None:
                        Thread(target=self._warm, args=(fresh,), daemon=True).start()
                self._opened = fresh
            return self._opened

    def building(self) -> dict[str, Any] | None:
        """Return how far a build of this case is, None when none is at work."""
        return self.rebuilding.progress()

    def rebuild(self, settings: Path | None) -> None:
        """Have the case built again from its own pages; raises Problem when a build of this server is at work."""
        self.rebuilding.start(self.path, settings)

    def decided_stamp(self) -> tuple[Stamp | None, ...]:
        """Return what changes whenever somebody decides."""
        base = self.path / "decisions.db"
        return _stamp(base), _stamp(base.with_name("decisions.db-wal"))

    def decided(self, opened: Opened) -> tuple[Sequence[Attached], dict[str, Judged]]:
        """Return the decisions as they stand in this version, and what holds of each claim and event."""

        def make() -> tuple[Sequence[Attached], dict[str, Judged]]:
            with opened.reading() as reader:
                attached = judgements.standing(reader)
                return attached, judgements.verdicts(reader, attached)

        return opened.once(
            ("decided", self.decided_stamp()), make, lambda found: 1000 + 500 * (len(found[0]) + len(found[1]))
        )


class Cases:
    """All cases that are served, by name."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._cases: dict[str, ServedCase] = {}
        for path in paths:
            whole = path.resolve().name
            name, number = whole, 1
            while name in self._cases:
                number += 1
                name = f"{whole}-{number}"
            self._cases[name] = ServedCase(name, path)

    def __iter__(self) -> Iterator[ServedCase]:
        return iter(self._cases.values())

    def __getitem__(self, name: str) -> ServedCase:
        if name not in self._cases:
            problem: Problem = missing("case", name)
            problem.message = f"there is no case {name[:80]} here"
            problem.hint = f"served are {', '.join(self._cases)}"
            raise problem
        return self._cases[name]


def _stamp(path: Path) -> Stamp | None:
    try:
        found: os.stat_result = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
