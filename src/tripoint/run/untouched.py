"""Files that lie as they did when the case took their page: a look at their times and sizes tells, without reading.

As the index of git tells it: size, the times of the last change of the bytes and of the entry, and the number of the
file on its disk. A file that changed just before it was looked at may change again without a trace in its times; it is
read once more.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress

import msgspec

from tripoint.model import Page
from tripoint.store.case import Case

_SETTLED = 2.0
"""Seconds. The coarsest times of files that are in use (FAT) tell no more."""
State = tuple[int, int, int, int]


class _Seen(msgspec.Struct, array_like=True):
    """A line of the list: how the file at a path lay when it was read, under circumstances that have a name."""

    path: str
    state: State
    under: str


_LINE, _SEEN = msgspec.json.Encoder().encode, msgspec.json.Decoder(_Seen).decode


class Untouched:
    """What a case knows of the files that its pages came from.

    `under` names all that their reading depends on besides themselves. Nothing is known of a file where the case does
    not hold its newest page, with the bytes: who gives lost pages again has them read.
    """

    def __init__(self, case: Case, under: str) -> None:
        self._custody = case.custody
        self._path = case.path / "untouched.jsonl"
        self._under = under
        self._held: dict[str, tuple[State, Page]] | None = None
        self._looked: dict[str, State] = {}
        self._taken: list[_Seen] = []
        self.met = 0
        """Files that were left out so far."""

    def known(self, path: str) -> bool:
        """Return whether a file lies as it was. How any other lies is kept until its page is taken in."""
        try:
            found = os.stat(path)  # noqa: PTH116 - a path of pathlib for each of a million files takes as long again
        except OSError:
            return False
        state = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        if self._held is None:
            self._held = self._read()
        then, page = self._held.get(path, (None, None))
        if page is not None and then == state and self._custody.holds(page):
            self.met += 1
            return True
        if found.st_mtime < time.time() - _SETTLED:
            self._looked[path] = state
        return False

    def take(self, source: str) -> None:
        """Note that the case has the page of a file now, where `source` is one that was looked at."""
        state = self._looked.pop(source, None)
        if state is not None:
            self._taken.append(_Seen(source, state, self._under))

    def keep(self) -> None:
        """Put down how the files lie whose pages were taken in. Under the lock of the case."""
        if self._taken:
            with self._path.open("ab") as file:
                file.write(b"\n" + b"\n".join(map(_LINE, self._taken)) + b"\n")  # a kill may have cut the last line

    def _read(self) -> dict[str, tuple[State, Page]]:
        states: dict[str, State] = {}
        with suppress(OSError), self._path.open("rb") as file:
            for line in file:
                try:
                    seen = _SEEN(line)
                except msgspec.DecodeError:
                    continue
                states[seen.path] = seen.state if seen.under == self._under else (0, 0, 0, 0)
        if not states:
            return {}
        pages = {page.source: page for page in self._custody.arrivals.read_on() if isinstance(page, Page)}
        return {path: (state, pages[path]) for path, state in states.items() if path in pages}
