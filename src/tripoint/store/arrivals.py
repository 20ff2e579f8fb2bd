"""What a manifest tells, read once: entries that are added later are read on from where reading stopped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tripoint.model import Page, Sighting
from tripoint.store.entries import FIRST, read_entry


class Arrivals:
    """The pages and looks that a manifest tells of, as far as it was read.

    A build asks three times: before it holds the lock of the case, when it has it, and when its own pages are entered.
    """

    def __init__(self, manifest: Path) -> None:
        self._manifest = manifest
        self._begin()

    def _begin(self) -> None:
        self._told: list[Page | Sighting] = []
        self._pages = 0
        self.intakes: list[int] = []
        """How many pages were there when each intake began, as far as the entries tell."""
        self._line = b""
        self.seal = FIRST
        """The seal of the last entry."""
        self.end = 0
        """Where the last entry ends, in bytes; what lies behind it is a line that a kill cut short."""

    def read_on(self) -> Sequence[Page | Sighting]:
        """Return every page that ever came in and every look that brought none, in order; only new entries are read.

        While the entry that was read last lies where it lay, so does all before it: its seal covers the seal of the one
        before it, and so on to the first. Where it does not, another manifest lies there now, and is read as a whole.
        """
        try:
            file = self._manifest.open("rb")
        except FileNotFoundError:
            self._begin()
            return self._told
        with file:
            file.seek(self.end - len(self._line))
            if file.read(len(self._line)) != self._line:
                self._begin()
                file.seek(0)
            for line in file:
                if not line.endswith(b"\n"):
                    break
                entry = read_entry(line)
                self._told.append(entry.told())
                if entry.begins:
                    self.intakes.append(self._pages)
                self._pages += entry.sighting is None
                self._line, self.seal = line, entry.seal
                self.end += len(line)
        return self._told
