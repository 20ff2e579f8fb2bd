"""What a crew judges of some pairs of claims: what they come to, and the links that tell it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import numpy as np

from tripoint.comparison.shelves import Shelf
from tripoint.events.bonds import mark
from tripoint.events.judgements import APART, DOUBTFUL, LIKE, NOTHING
from tripoint.events.judging import comparable, conflicting, kept_apart, speaks_against, told
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
    for came_to, link in _judged(table, left[some.start : some.stop], right[some.start : some.stop]):
        came.append(came_to)
        if link is not None:
            (of_alike if came_to == LIKE else of_apart).add(link)
    return bytes(came), of_alike.says(), of_apart.says()


def _judged(table: Table, left: np.ndarray, right: np.ndarray) -> Iterator[tuple[int, Link | None]]:
    """Yield what each of some pairs of claims comes to, with its link: None where they have nothing to do with it."""
    for some, pairs in table.ready.together(left, right):
        settled = [_settled(one, two) for one, two in pairs]
        # Reasons are weighed where no conflict has settled it; most of them ask how like the two documents are.
        here = np.array([at for at, one in enumerate(settled) if one is None], dtype=np.int64)
        table.bearings.know(left[some][here], right[some][here])
        for (one, two), known in zip(pairs, settled, strict=True):
            yield _weighed(one, two, table.setting) if known is None else known


def _settled(a: Profile, b: Profile) -> tuple[int, Link | None] | None:
    """Return what two claims come to that no reasons are weighed for, None of others."""
    if a.claim.document_id == b.claim.document_id or not comparable(a, b):
        return NOTHING, None
    conflict = conflicting(a, b)
    return None if conflict is None else (APART, kept_apart(a, b, *conflict))


def _weighed(a: Profile, b: Profile, setting: Setting) -> tuple[int, Link]:
    total, spoken = weigh(a, b, setting)
    return (DOUBTFUL if speaks_against(total) else LIKE), told(a, b, total, spoken)


def tell_apart(table: Table, left: np.ndarray, right: np.ndarray, some: range, shelf: Shelf) -> Says:
    """Put the links of pairs that are different on the shelf, with their reasons; return what they say."""
    found = _Shelved(shelf)
    for _, apart in _judged(table, left[some.start : some.stop], right[some.start : some.stop]):
        assert apart is not None
        found.add(apart)
    return found.says()
