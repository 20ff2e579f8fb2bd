"""Crowds: the places in which so many documents tell of acts of violence that the place alone tells little."""

from __future__ import annotations

import numpy as np

from tripoint.events.blockkeys import hashed_word
from tripoint.events.joinedrows import JoinedRows
from tripoint.events.setting import CROWDED

_MASK = (1 << 64) - 1


def crowds(rows: JoinedRows) -> frozenset[str]:
    """Return the crowded places of a case."""
    return frozenset(place for place, size in rows.crowds.items() if size > CROWDED)


def crowd_stamps(rows: JoinedRows, crowded: frozenset[str]) -> np.ndarray:
    """Return for each claim a number that tells which of its places are crowded, nought where none is.

    Two claims are judged otherwise only where a place that both are about has become crowded, or is no more.
    """
    told = [sum(map(hashed_word, places & crowded)) & _MASK for places in rows.places]
    found: np.ndarray = np.array(told, dtype=np.uint64)[rows.placed]
    return found
