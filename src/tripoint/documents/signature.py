"""MinHash signatures of texts, for finding copies (Broder 1997): equal lanes estimate the share of common shingles.

Lanes hash by multiply, add and shift in 64 bits (Dietzfelbinger 1996), the same on every machine.
"""

from __future__ import annotations

import hashlib

import numpy as np

from tripoint.text import words

LANES = 64
SHINGLE = 5
SHORTEST = 20
_SHIFT = np.uint64(33)
_CHUNK = 4096


def _coefficients() -> tuple[np.ndarray, np.ndarray]:
    seed = hashlib.sha256(b"tripoint.signature.v1").digest()
    raw = b"".join(hashlib.sha256(seed + bytes([i])).digest()[:8] for i in range(2 * LANES))
    numbers = np.frombuffer(raw, dtype="<u8").astype(np.uint64) | np.uint64(1)
    return numbers[:LANES], numbers[LANES:]


_A, _B = _coefficients()


def signature(text: str) -> tuple[int, ...]:
    """Return 64 lanes of a MinHash over the 5-word shingles of `text`; empty for texts under 20 words."""
    told = words(text)
    if len(told) < SHORTEST:
        return ()
    hashes = np.unique(
        np.fromiter(
            (_hash(" ".join(told[i : i + SHINGLE])) for i in range(len(told) - SHINGLE + 1)),
            dtype=np.uint64,
            count=len(told) - SHINGLE + 1,
        )
    )
    lowest = np.full(LANES, np.iinfo(np.uint64).max, dtype=np.uint64)
    for begin in range(0, len(hashes), _CHUNK):
        part = hashes[begin : begin + _CHUNK]
        lowest = np.minimum(lowest, ((_A[:, None] * part[None, :] + _B[:, None]) >> _SHIFT).min(axis=1))
    return tuple(int(lane) for lane in lowest)


def _hash(shingle: str) -> int:
    return int.from_bytes(hashlib.blake2b(shingle.encode("utf-8", "replace"), digest_size=4).digest(), "little") >> 1
