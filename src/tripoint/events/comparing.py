"""What a crew judges of some pairs of claims: what they come to, and the links that tell it."""

from __future__ import annotations

from array import array

import numpy as np

from tripoint.comparison.shelves import Shelf
from tripoint.events.bonds import mark
from tripoint.events.judgements import APART, DOUBTFUL, LIKE, NOTHING
from tripoint.events.judging import comparable, compare, conflicting, speaks_against, told
from tripoint.events.profile import Profile
from tripoint.events.reasons import weigh
from tripoint.events.setting import Setting
from tripoint.events.table import Table
from tripoint.model import Link


def judge_pairs(
    table: Table, left: np.ndarray, right: np.ndarray, some: range, shelf: Shelf
) -> tuple[bytes, tuple[np.ndarray, np.ndarray]]:
    """Return what pairs come to, with scores and marks of those alike, or maybe, whose links go to the shelf."""
    came, scores, marks = bytearray(), array("d"), bytearray()
    here = slice(some.start, some.stop)
    for one, two in zip(left[here].tolist(), right[here].tolist(), strict=True):
        came_to, link = _judge(table.profile(one), table.profile(two), table.setting)
        came.append(came_to)
        if link is not None:
            shelf.append(link)
            scores.append(link.score)
            marks.append(mark(link))
    return bytes(came), (np.frombuffer(scores, dtype=np.float64), np.frombuffer(bytes(marks), dtype=np.uint8))


def _judge(a: Profile, b: Profile, setting: Setting) -> tuple[int, Link | None]:
    """Return what two claims come to, with the link of those that are alike or may be."""
    if a.claim.document_id == b.claim.document_id or not comparable(a, b):
        return NOTHING, None
    if conflicting(a, b) is not None:
        return APART, None
    total, spoken = weigh(a, b, setting)
    return (DOUBTFUL, None) if speaks_against(total) else (LIKE, told(a, b, total, spoken))


def tell_apart(
    table: Table, left: np.ndarray, right: np.ndarray, some: range, shelf: Shelf
) -> tuple[np.ndarray, np.ndarray]:
    """Put the links of pairs that are different on the shelf, with their reasons; return their scores and marks."""
    scores, marks = array("d"), bytearray()
    here = slice(some.start, some.stop)
    for one, two in zip(left[here].tolist(), right[here].tolist(), strict=True):
        apart = compare(table.profile(one), table.profile(two), table.setting)
        assert apart is not None
        shelf.append(apart)
        scores.append(apart.score)
        marks.append(mark(apart))
    return np.frombuffer(scores, dtype=np.float64), np.frombuffer(bytes(marks), dtype=np.uint8)
