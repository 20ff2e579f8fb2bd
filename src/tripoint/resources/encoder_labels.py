"""What the encoder tells of words: the labels of names, and how far a place stands from what it is the place of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

KINDS = ("org", "per", "loc")
"""Kinds of names."""

LABELS = ("", *(f"{mark}-{kind}" for kind in KINDS for mark in "bi"))
"""Labels of words: no name, and the beginning and the inside of a name of each kind."""

_STEPS = (1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 30)
DISTANCES = 2 * len(_STEPS) + 3


def distances(words: NDArray[np.int64], at: int) -> NDArray[np.int64]:
    """Return the class of the distance of each word, by number in its sentence, from the word `at`."""
    gap = words - at
    size = np.searchsorted(_STEPS, np.abs(gap), side="right")
    return np.where(gap < 0, len(_STEPS) + 1 - size, len(_STEPS) + 1 + size)
