"""Python's search for circular garbage, made rare while a build runs: records are many, and hardly any is circular."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = (20_000, 20, 50)
"""Measured: an eighth less time and ten megabytes more than with Python's own (700, 10, 10)."""


@contextmanager
def rare_collections() -> Iterator[None]:
    """Let the collector run rarely inside the block, and as before behind it."""
    before = gc.get_threshold()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
