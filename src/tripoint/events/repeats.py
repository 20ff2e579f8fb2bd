"""Claims told in equal words with equal slots: linked without a comparison, one of them standing for all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tripoint.events.reasons import BY
from tripoint.model import Link, Reason, Verdict

_REASON = Reason(name="same_words", score=1.0, sentence="told in the same words with the same slots")


def stand_ins(tellings: Sequence[bytes | None], ranks: np.ndarray) -> np.ndarray:
    """Return for each claim the one that stands for it: of those told alike the one of the lowest rank, else itself."""
    found = np.arange(len(tellings), dtype=np.int64)
    told = np.array([at for at, telling in enumerate(tellings) if telling is not None], dtype=np.int64)
    if not len(told):
        return found
    halves = np.frombuffer(b"".join(telling for telling in tellings if telling is not None), dtype=np.uint64)
    first, second = halves[0::2], halves[1::2]
    order = np.lexsort((ranks[told], second, first))
    new = np.ones(len(order), dtype=bool)
    new[1:] = (first[order][1:] != first[order][:-1]) | (second[order][1:] != second[order][:-1])
    heads = told[order][np.maximum.accumulate(np.where(new, np.arange(len(order)), 0))]
    found[told[order]] = heads
    return found


def repeat(first: str, other: str) -> Link:
    """Return the link of a claim to the one that stands for it."""
    return Link(claim_a=first, claim_b=other, verdict=Verdict.SAME, score=0.99, reasons=(_REASON,), by=BY)
