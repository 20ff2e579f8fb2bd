"""Stage folders: what one stage made of one shard, complete or absent, named by the digest of all it depends on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from tripoint.store.custody import file_digest

_UNFINISHED = ".unfinished"

SUMS = "SHA256SUMS"
"""The file of a stage folder that tells the digests of the others, as `sha256sum --check` reads it."""


class RecordShelf:
    """The folder `records/` of a case: `STAGE/NAME/` holds the record files of one stage and shard."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def folder(self, stage: str, name: str) -> Path:
        """Return where the stage's files are once they are made."""
        return self.root / stage / name

    def has(self, stage: str, name: str) -> bool:
        """Tell whether the stage's files are there, which means that all of them are."""
        return self.folder(stage, name).is_dir()

    @contextmanager
    def making(self, stage: str, name: str) -> Iterator[Path]:
        """Give an empty folder to write into; it takes its place under its name only when the block ends well."""
        target = self.folder(stage, name)
        beside = target.with_name(f"{name}.{uuid4().hex[:12]}{_UNFINISHED}")  # also where machines share the shelf
        beside.mkdir(parents=True)
        try:
            yield beside
            (beside / SUMS).write_text(self.sums(beside), encoding="utf-8")
            try:
                beside.rename(target)
            except OSError:
                if not target.is_dir():
                    raise
                # another process was faster: its files are the same
        finally:
            shutil.rmtree(beside, ignore_errors=True)

    def sums(self, folder: Path) -> str:
        """Return what `SUMS` is to say of the folder's files; of one that another folder holds too, what that says."""
        told: list[str] = []
        known: dict[tuple[int, int], str] | None = None
        for path in sorted(folder.iterdir()):
            state, found = path.stat(), None
            if state.st_nlink > 1:
                known = _told(folder) if known is None else known
                found = known.get((state.st_dev, state.st_ino))
            told.append(f"{found or file_digest(path)}  {path.name}\n")
        return "".join(told)

    def verify(self) -> tuple[int, str | None]:
        """Return how many record files are whole, and a sentence that names the first that is not (None: all are)."""
        whole = 0
        for folder in sorted(self.root.glob("*/*")):
            if not folder.is_dir() or unfinished(folder):
                continue
            where = f"records/{folder.parent.name}/{folder.name}"
            try:
                told = dict(line.split("  ", 1)[::-1] for line in (folder / SUMS).read_text("utf-8").splitlines())
            except (OSError, ValueError):
                return whole, f"the digests of {where} are missing or unreadable ({SUMS})"
            found = {path.name for path in folder.iterdir()} - {SUMS}
            for name in sorted(told.keys() | found):
                if name not in told:
                    return whole, f"{where}/{name} was added: no digest tells of it"
                if name not in found:
                    return whole, f"{where}/{name} is missing"
                if file_digest(folder / name) != told[name]:
                    return whole, f"{where}/{name} was altered"
                whole += 1
        return whole, None

    def sweep(self, keep: Iterable[tuple[str, str]]) -> int:
        """Remove folders that the finished case does not rest on, with what killed builds left; return how many."""
        kept = set(keep)
        stale = [
            found.path
            for stage in os.scandir(self.root)
            if stage.is_dir()
            for found in os.scandir(stage.path)
            if (stage.name, found.name) not in kept
        ]
        for path in stale:
            shutil.rmtree(path, ignore_errors=True)
        return len(stale)


def unfinished(folder: Path) -> bool:
    """Tell whether a stage folder is one that is being made."""
    return folder.name.endswith(_UNFINISHED)


def finished(folder: Path) -> Path:
    """Return where a folder that is being made lies once it is."""
    return folder.with_name(folder.name.partition(".")[0])


def _told(folder: Path) -> dict[tuple[int, int], str]:
    """Return by file the digests that the finished folders beside this one tell."""
    found: dict[tuple[int, int], str] = {}
    for sums in folder.parent.glob(f"*/{SUMS}"):
        with suppress(OSError, ValueError):
            for line in sums.read_text("utf-8").splitlines():
                digest, name = line.split("  ", 1)
                state = (sums.parent / name).stat()
                found[state.st_dev, state.st_ino] = digest
    return found
