"""Reading what is packed, with an end: a stream that unpacks to far more than it holds is a bomb."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path
from typing import IO

from tripoint.errors import UnreadablePage
from tripoint.pages.limits import Limits


class Bounded(io.RawIOBase):
    """Passes on what `stream` unpacks and raises UnreadablePage beyond `most` bytes."""

    def __init__(self, stream: IO[bytes], *, name: str, most: int) -> None:
        super().__init__()
        self.stream, self.name, self.most, self.passed = stream, name, most, 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return at most `size` bytes."""
        found = self.stream.read(size if 0 <= size <= self.most else self.most + 1)
        self.passed += len(found)
        if self.passed > self.most:
            raise bomb(self.name, self.most)
        return found


def most(path: Path, limits: Limits) -> int:
    """Return how many bytes the archive `path` may unpack to."""
    return max(limits.unpacked_bytes, path.stat().st_size * limits.unpacked_ratio)


def bomb(name: str, most: int) -> UnreadablePage:
    """Return the reason to stop reading an archive that unpacks without end."""
    return UnreadablePage(
        "bomb", f"{name} unpacks to more than {most:,} bytes, far more than pages of its size would; it was not read on"
    )


def unpacked(path: Path, limits: Limits) -> bytes:
    """Return the one page that the gzip file `path` holds; raises UnreadablePage."""
    try:
        with gzip.open(path) as stream:
            raw = stream.read(limits.page_bytes + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise broken(str(path), error) from error
    if len(raw) > limits.page_bytes:
        raise bomb(str(path), limits.page_bytes)
    return raw


def broken(name: str, error: Exception) -> UnreadablePage:
    """Return the reason for a packed file that ends too early or is damaged."""
    if isinstance(error, EOFError) or "unexpected end" in str(error):
        return UnreadablePage("truncated", f"{name} ends in the middle of its data; get the file again")
    return UnreadablePage("bad_archive", f"{name} cannot be unpacked ({error}); get the file again")
