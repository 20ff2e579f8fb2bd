"""Homes: in which event each claim was, kept so that a build makes only events that something has touched."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np

from tripoint.events.judgements import Judgements
from tripoint.events.linking import Judged
from tripoint.events.reach import standing

_FILE = "kept-homes.npy"
_ROW = np.dtype([("claim", "<u8"), ("home", "<u4")])
"""For each claim, in the order of ids, what it was known by, and its event."""


class Homes(NamedTuple):
    """Columns of the claims of now, as `MadeBefore` has them, and how many claims each event had."""

    homes: np.ndarray
    same: np.ndarray
    stands: np.ndarray
    sizes: np.ndarray


def homes_then(last: Path, known: np.ndarray, judged: Judged, before: Judgements | None) -> Homes | None:
    """Return where each claim was in the build that left the folder `last`; None where nothing is known.

    `known` tells of each claim, in the order of the claims, what it is.
    """
    try:
        rows = np.load(last / _FILE, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    if before is None or rows.dtype != _ROW or len(rows) != before.size or not len(rows):
        return None
    then = judged.judging.numbers_then[judged.rank]
    same = (then >= 0) & (rows["claim"][then] == known)
    homes = rows["home"].astype(np.int64)
    stands = standing(then, same, homes, before, judged.bonds)
    return Homes(np.where(then >= 0, homes[then], -1), same, stands, np.bincount(homes))


def write_homes(folder: Path, known: np.ndarray, homes: np.ndarray, judged: Judged) -> None:
    """Keep the event of each claim in `folder`, for the builds to come."""
    rows = np.zeros(len(known), dtype=_ROW)
    rows["claim"][judged.rank], rows["home"][judged.rank] = known, homes
    np.save(folder / _FILE, rows, allow_pickle=False)
