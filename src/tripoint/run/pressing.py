"""Bytes pressed together, with how many they were: by LZ4, which needs nothing to be set up for each of many."""

from __future__ import annotations

import pyarrow as pa

_CODEC = "lz4_raw"
_SIZE = 8
"""Bytes that tell how many there are."""


def pressed(told: bytes) -> bytes:
    """Return some bytes pressed."""
    some: bytes = pa.compress(told, codec=_CODEC, asbytes=True)
    return len(told).to_bytes(_SIZE) + some


def unpressed(some: bytes) -> bytes:
    """Return the bytes that were `pressed`; raises ValueError where they are not whole."""
    size = int.from_bytes(some[:_SIZE])
    try:
        told: bytes = pa.decompress(some[_SIZE:], decompressed_size=size, codec=_CODEC, asbytes=True)
    except (pa.ArrowException, OSError, MemoryError, OverflowError) as error:
        raise ValueError("what was pressed is damaged") from error
    return told
