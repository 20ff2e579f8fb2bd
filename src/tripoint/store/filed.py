"""Records that lie as MessagePack in files that are never written again, read where they lie."""

from __future__ import annotations

import os
import resource
from array import array
from contextlib import suppress
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TypeVar

from tripoint.comparison.laid import Laid

R = TypeVar("R")

OPEN = 8192
"""Files that are open at once, where a process may open four times as many; else a quarter of those that it may."""
WHOLE = 1 << 19
"""Bytes up to which any file is fetched as a whole: the disk brings as much for a few records here and there."""
_FETCHES = hasattr(os, "posix_fadvise")  # macOS has no such call


@cache
def _most() -> int:
    """Return how many files may stay open, once the process may open as many as the system lets it, within reason."""
    allowed, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(OSError, ValueError):
        if allowed != resource.RLIM_INFINITY and allowed < 4 * OPEN:
            more = 4 * OPEN if hard == resource.RLIM_INFINITY else min(4 * OPEN, hard)
            resource.setrlimit(resource.RLIMIT_NOFILE, (more, hard))
            allowed = more
    return OPEN if allowed == resource.RLIM_INFINITY else min(OPEN, allowed // 4)


class OpenFiles:
    """Files that are read at any place, opened when they are first asked for; the latest ones stay open.

    Where a `folder` is told, paths count from it, wherever it is moved to.
    """

    def __init__(self, folder: Path | None = None, most: int | None = None) -> None:
        self._folder = None if folder is None else _Open(str(folder))
        self._open = lru_cache(maxsize=most or _most())(partial(_Open, folder=self._folder))

    def size(self, path: str) -> int:
        """Return how many bytes a file has; raises OSError where it is not there."""
        return self._open(path).size()

    def read(self, path: str, begin: int, end: int) -> bytes:
        """Return the bytes of a file from one place to another; raises OSError where it is not there."""
        return self._open(path).read(begin, end)

    def close(self) -> None:
        """Let go of all files; one that is asked for is opened again."""
        self._open.cache_clear()


class _Open:
    """An open file or folder, which is closed when nobody holds it any more.

    The system is told to fetch a file of a folder as a whole when it is first read, and a small one: record by record
    the disk takes ten times as long. Of a large one elsewhere few records may be wanted.
    """

    def __init__(self, path: str, folder: _Open | None = None) -> None:
        self.number: int = os.open(path, os.O_RDONLY, dir_fd=None if folder is None else folder.number)
        self._fetches = _FETCHES and (folder is not None or self.size() <= WHOLE)

    def size(self) -> int:
        """Return how many bytes there are now."""
        return os.fstat(self.number).st_size

    def read(self, begin: int, end: int) -> bytes:
        """Return the bytes from one place to another."""
        if self._fetches:
            self._fetches = False
            with suppress(OSError):
                os.posix_fadvise(self.number, 0, 0, os.POSIX_FADV_WILLNEED)
        return os.pread(self.number, end - begin, begin)

    def __del__(self) -> None:
        if hasattr(self, "number"):
            os.close(self.number)


class FiledRecords(Laid[R]):
    """Records of one type that lie in one of some `files`; raises OSError where it is shorter than they are."""

    def __init__(self, files: OpenFiles, path: Path, kind: type[R], bounds: array[int]) -> None:
        super().__init__(kind, bounds)
        self._files, self._path = files, str(path)  # a path of pathlib tells its hash in Python, a text does not
        if files.size(self._path) < bounds[-1]:
            raise OSError(f"{path} was cut off")

    def _read(self, begin: int, end: int) -> bytes:
        return self._files.read(self._path, begin, end)
