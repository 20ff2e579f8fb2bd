"""What a crew judges of some pairs of claims: what they come to, and the links that tell it."""

from __future__ import annotations

from array import array

import numpy as np

from tripoint.comparison.shelves import Shelf
from tripoint.events.bonds import mark
from tripoint.events.judgements import APART, DOUBTFUL, LIKE, NOTHING
from tripoint.events.judging import comparable, compare, conflicting, kept_apart, speaks_against, told
from tripoint.events.profile import Profile
from tripoint.events.reasons import weigh
from tripoint.events.setting import Setting
from tripoint.events.table import Table
from tripoint.model import Link

Says = tuple[np.ndarray, np.ndarray]
"""The scores and the marks of links."""


class _Shelved:
    """Links as they go to a shelf, with what they say."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._scores, self._marks = array("d"), bytearray()

    def add(self, link: Link) -> None:
        self._shelf.append(link)
        self._scores.append(link.score)
        self._marks.append(mark(link))

    def says(self) -> Says:
        return np.frombuffer(self._scores, dtype=np.float64), np.frombuffer(bytes(self._marks), dtype=np.uint8)


def judge_pairs(
    table: Table, left: np.ndarray, right: np.ndarray, some: range, alike: Shelf, apart: Shelf
) -> tuple[bytes, Says, Says]:
    """Return what pairs come to. Links of those that are alike or may be go to one shelf, the others' to the next.

    What the links on each of them say is told too.
    """
    came, of_alike, of_apart = bytearray(), _Shelved(alike), _Shelved(apart)
    here = slice(some.start, some.stop)
    for one, two in table.ready.pairs(left[here], right[here]):
        came_to, link = _judge(one, two, table.setting)
        came.append(came_to)
        if link is not None:
            (of_alike if came_to == LIKE else of_apart).add(link)
    return bytes(came), of_alike.says(), of_apart.says()


def _judge(a: Profile, b: Profile, setting: Setting) -> tuple[int, Link | None]:
    """Return what two claims come to, with its link: None where they have nothing to do with each other."""
    if a.claim.document_id == b.claim.document_id or not comparable(a, b):
        return NOTHING, None
    conflict = conflicting(a, b)
    if conflict is not None:
        return APART, kept_apart(a, b, *conflict)
    total, spoken = weigh(a, b, setting)
    return (DOUBTFUL if speaks_against(total) else LIKE), told(a, b, total, spoken)


def tell_apart(table: Table, left: np.ndarray, right: np.ndarray, some: range, shelf: Shelf) -> Says:
    """Put the links of pairs that are different on the shelf, with their reasons; return what they say."""
    found = _Shelved(shelf)
    here = slice(some.start, some.stop)
    for one, two in table.ready.pairs(left[here], right[here]):
        apart = compare(one, two, table.setting)
        assert apart is not None
        found.add(apart)
    return found.says()
