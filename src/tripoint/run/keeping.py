"""What builds keep for those to come, beside the record files of a folder: bytes of portions, records as they lie."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tripoint.run.packs import Packs
from tripoint.run.pressing import pressed, unpressed

_MADE_BY = "made-by.txt"
"""Tells by which rules what is kept was made."""


def last_made(folder: Path, by: str) -> Path | None:
    """Return the newest folder beside `folder` that was finished as made `by` the same, None when there is none."""
    for path in sorted(folder.parent.glob(f"*/{_MADE_BY}"), key=lambda path: (-path.stat().st_mtime, path)):
        if path.parent != folder and not path.parent.suffix and path.read_text(encoding="utf-8") == by:
            return path.parent
    return None


def finish(folder: Path, by: str) -> None:
    """Say by which rules what is kept in the folder was made."""
    (folder / _MADE_BY).write_text(by, encoding="utf-8")


class Kept:
    """Bytes for each portion, known by their names: pressed together, in few files."""

    def __init__(self, stem: str, names: Iterable[str], folder: Path | None, last: Path | None) -> None:
        self._packs = Packs(stem, list(names), folder, last)
        self.has = self._packs.has
        self.write = self._packs.write

    def get(self, number: int) -> bytes | None:
        """Return those of a portion that the last build kept; None when they cannot be read."""
        try:
            return unpressed(self._packs.get(number))
        except (KeyError, OSError, ValueError):
            return None

    def keep(self, number: int, told: bytes) -> None:
        """Keep those of a portion that were made now."""
        self._packs.keep(number, pressed(told))
