"""MinHash signatures of texts, for finding copies (Broder 1997): equal lanes estimate the share of common shingles.

Lanes hash by multiply, add and shift in 64 bits (Dietzfelbinger 1996), the same on every machine.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

import numpy as np

from tripoint.text import clean, fold

LANES = 64
SHINGLE = 5
SHORTEST = 20
_SHIFT = np.uint64(33)
_CHUNK = 4096
_WORD = re.compile(r"[^\W_]{1,80}(?:'[^\W_]{1,80}){0,3}")


def _coefficients() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    seed = hashlib.sha256(b"tripoint.signature.v2").digest()
    raw = b"".join(hashlib.sha256(seed + bytes([i])).digest()[:8] for i in range(2 * LANES + SHINGLE))
    numbers = np.frombuffer(raw, dtype="<u8").astype(np.uint64) | np.uint64(1)
    return numbers[:LANES], numbers[LANES : 2 * LANES], numbers[2 * LANES :]


_A, _B, _PLACES = _coefficients()


def signature(text: str) -> tuple[int, ...]:
    """Return 64 lanes of a MinHash over the 5-word shingles of `text`; empty for texts under 20 words."""
    told = _WORD.findall(clean(text))
    if len(told) < SHORTEST:
        return ()
    each = np.fromiter(map(_hash, told), dtype=np.uint64, count=len(told))
    runs = len(told) - SHINGLE + 1
    total = np.zeros(runs, dtype=np.uint64)
    for place in range(SHINGLE):  # words weigh by their place, so that their order counts
        total += each[place : place + runs] * _PLACES[place]
    hashes = np.unique(total >> _SHIFT)
    lowest = np.full(LANES, np.iinfo(np.uint64).max, dtype=np.uint64)
    for begin in range(0, len(hashes), _CHUNK):
        part = hashes[begin : begin + _CHUNK]
        lowest = np.minimum(lowest, ((_A[:, None] * part[None, :] + _B[:, None]) >> _SHIFT).min(axis=1))
    return tuple(int(lane) for lane in lowest)


@lru_cache(maxsize=65_536)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(fold(word).encode("utf-8", "replace"), digest_size=8).digest(), "little")
