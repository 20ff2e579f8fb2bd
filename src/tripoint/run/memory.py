"""Memory that is freed stays with the process while it links and assesses, which take and free large arrays in turn.

The system fills each page it hands out with noughts: of an update of a million claims that came to a tenth of the time.
Other allocators than that of glibc are left as they are.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""The parameters of `mallopt`, by their numbers in `malloc.h`."""
_OWN = 32 << 20
"""Bytes from which on a piece comes from the system and goes back to it: larger ones kept too hold a quarter of a
gigabyte more."""
_KEPT = 512 << 20
"""Bytes that may lie free at the end of the heap."""


@cache
def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    found = ctypes.CDLL(None)
    return found if all(hasattr(found, name) for name in ("gnu_get_libc_version", "mallopt", "malloc_trim")) else None


def keep_freed() -> None:
    """Have memory that is freed stay with this process, until `give_back`."""
    libc = _glibc()
    if libc is not None:
        libc.mallopt(_MMAP_THRESHOLD, _OWN)
        libc.mallopt(_TRIM_THRESHOLD, _KEPT)


def give_back() -> None:
    """Give memory that lies free back to the system."""
    libc = _glibc()
    if libc is not None:
        libc.malloc_trim(ctypes.c_size_t(0))
