"""Stage folders: what one stage made of one shard, complete or absent, named by the digest of all it depends on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

_UNFINISHED = ".unfinished"


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
        beside = target.with_name(f"{name}.{os.getpid()}{_UNFINISHED}")
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        try:
            yield beside
            if target.exists():  # another process was faster: its files are the same
                return
            beside.rename(target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)

    def sweep(self, keep: Iterable[tuple[str, str]]) -> int:
        """Remove folders that the finished case does not rest on, with what killed builds left; return how many."""
        kept = {self.folder(stage, name) for stage, name in keep}
        stale = [path for path in self.root.glob("*/*") if path not in kept]
        for path in stale:
            shutil.rmtree(path, ignore_errors=True)
        return len(stale)
