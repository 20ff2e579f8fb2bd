"""Homes: in which event each claim was and how it came there, so that a build makes only events that were touched."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np

from tripoint.events.judgements import Judgements
from tripoint.events.linking import Judged
from tripoint.events.made import Made
from tripoint.events.reach import standing
from tripoint.events.trails import Trail

_FILE = "kept-homes.npy"
_ROW = np.dtype([("claim", "<u8"), ("home", "<u4"), ("into", "<u4"), ("tied", "<f8"), ("step", "<u4")])
"""For each claim, in the order of ids, what it was known by, its event, and its `Trail`."""
_NONE = (1 << 32) - 1


class Homes(NamedTuple):
    """Columns of the claims of now, as `MadeBefore` has them, and how many claims each event had."""

    homes: np.ndarray
    same: np.ndarray
    stands: np.ndarray
    sizes: np.ndarray
    trail: Trail
    doubtful: np.ndarray


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
    stands, doubtful = standing(then, same, homes, before, judged.bonds, judged.again)
    here, trail = np.flatnonzero(stands), Trail.blank(len(known))
    now = np.full(len(rows), -1, dtype=np.int64)
    now[then[here]] = here
    into = np.where(rows["into"] == _NONE, -1, rows["into"].astype(np.int64))
    trail.put(here, Trail(into, rows["tied"], rows["step"]).of(then[here]).named(now))
    return Homes(np.where(then >= 0, homes[then], -1), same, stands, np.bincount(homes), trail, doubtful)


def write_homes(folder: Path, known: np.ndarray, made: Made, judged: Judged) -> None:
    """Keep the event of each claim in `folder`, and how it came there, for the builds to come."""
    rows, trail = np.zeros(len(known), dtype=_ROW), made.trail.named(judged.rank)
    columns = (known, made.homes, np.where(trail.into < 0, _NONE, trail.into), trail.tied, trail.steps)
    for name, column in zip(("claim", "home", "into", "tied", "step"), columns, strict=True):
        rows[name][judged.rank] = column
    np.save(folder / _FILE, rows, allow_pickle=False)
