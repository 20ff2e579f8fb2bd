"""Where the processor's time goes: seconds per step, each moment counted once."""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


class Clock:
    """Seconds of this process's processor time by step. A step inside another stops the outer one's count."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._open: list[str] = []
        self._since = 0.0

    @contextmanager
    def of(self, step: str) -> Iterator[None]:
        """Count the block's time for `step`."""
        self._turn()
        self._open.append(step)
        try:
            yield
        finally:
            self._turn()
            self._open.pop()

    def _turn(self) -> None:
        now = time.process_time()
        if self._open:
            self.seconds[self._open[-1]] += now - self._since
        self._since = now


def peak_memory() -> int:
    """Return the most bytes of memory that this process has held; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held if sys.platform == "darwin" else held * 1024


def held_by(pid: int | None) -> int:
    """Return the bytes of memory that a process holds now; 0 where the system does not tell or it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def added(*seconds: Mapping[str, float]) -> dict[str, float]:
    """Return the sums by step."""
    found: defaultdict[str, float] = defaultdict(float)
    for some in seconds:
        for step, value in some.items():
            found[step] += value
    return dict(found)
