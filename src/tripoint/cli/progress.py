"""How far a build is: a bar on a terminal, plain lines in a pipe, with pages a second and the time that is left."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tripoint.cli.terminal import number_of

if TYPE_CHECKING:
    from tripoint.run.outcome import Progress

_PHASES = {
    "reading": "reading pages",
    "stages": "documents, mentions, claims",
    "events": "linking claims into events",
    "assess": "assessing events",
    "case.db": "writing case.db",
}

_SILENCE = 60.0
"""Seconds after which a pipe is told again how far it is."""


class Pace:
    """Pages a second since a phase began."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._phase = ""
        self._since = 0.0
        self._first = 0

    def said(self, at: Progress) -> str:
        """Return rate and time left in words; nothing as long as neither is known."""
        now = self._clock()
        if at.phase != self._phase:
            self._phase, self._since, self._first = at.phase, now, at.done
        done, seconds = at.done - self._first, now - self._since
        if done <= 0 or seconds < 1:
            return ""
        rate = done / seconds
        told = f"{rate:.1f} pages/s" if rate < 100 else f"{rate:,.0f} pages/s"
        return told if at.total <= at.done else f"{told}, about {_time((at.total - at.done) / rate)} left"


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"


@contextmanager
def listener() -> Iterator[Callable[[Progress], None]]:
    """Give what hears of a build's progress; it writes on the error stream."""
    if not sys.stderr.isatty():
        yield plain_lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading pages", total=None, pace="")
        pace = Pace()

        def hear(at: Progress) -> None:
            told = _PHASES.get(at.phase, at.phase)
            bar.update(task, description=told, completed=at.done, total=at.total or None, pace=pace.said(at))

        yield hear


def plain_lines(clock: Callable[[], float] = time.monotonic) -> Callable[[Progress], None]:
    """Return a listener that writes a line when a phase begins, at each quarter of it, and after a long silence."""
    told: set[tuple[str, int]] = set()
    pace = Pace(clock)
    last = clock()

    def hear(at: Progress) -> None:
        nonlocal last
        rate = pace.said(at)
        quarter = (at.phase, 4 * at.done // at.total if at.total else 0)
        if quarter in told and clock() - last < _SILENCE:
            return
        told.add(quarter)
        last = clock()
        share = f"{at.done:,} of {at.total:,} pages" if at.total else number_of(at.done, "page") if at.done else ""
        more = ", ".join(piece for piece in (share, rate) if piece)
        print(_PHASES.get(at.phase, at.phase) + (f" ({more})" if more else ""), file=sys.stderr, flush=True)

    return hear
