"""Claims told in equal words with equal slots: linked without a comparison, one of them standing for all."""

from __future__ import annotations

import numpy as np

from tripoint.comparison.columns import order_of
from tripoint.events.reasons import BY
from tripoint.model import Link, Reason, Verdict

REPEATED = 0.99
"""The score of a repetition."""
_REASON = Reason(name="same_words", score=1.0, sentence="told in the same words with the same slots")


def stand_ins(tellings: np.ndarray, ranks: np.ndarray) -> np.ndarray:
    """Return for each claim the one that stands for it: of those told alike the one of the lowest rank, else itself.

    `tellings`: two numbers for each claim, those of its words and slots; zeros where few words tell it.
    """
    found = np.arange(len(tellings), dtype=np.int64)
    told = np.flatnonzero(tellings.any(axis=1))
    if not len(told):
        return found
    first, second = np.ascontiguousarray(tellings[told].T)
    order = order_of(first)
    same = first[order][1:] == first[order][:-1]
    # Most are told once: of the others, the ranks are looked at.
    many = order[np.append(same, False) | np.append(False, same)]
    many = many[np.lexsort((ranks[told[many]], second[many], first[many]))]
    new = np.ones(len(many), dtype=bool)
    new[1:] = (first[many][1:] != first[many][:-1]) | (second[many][1:] != second[many][:-1])
    found[told[many]] = told[many][np.maximum.accumulate(np.where(new, np.arange(len(many)), 0))]
    return found


def repeat(first: str, other: str) -> Link:
    """Return the link of a claim to the one that stands for it."""
    return Link(claim_a=first, claim_b=other, verdict=Verdict.SAME, score=REPEATED, reasons=(_REASON,), by=BY)
