"""Candidates: the pairs of claims worth a look, all of them, or those that stand since the last build and what is new.

Most pairs that share a block are told apart by a few numbers and never held. Of the last build it is known which ones
were not, and which blocks there were, so that an update goes through the pairs around what is new alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

import numpy as np

from tripoint.comparison.columns import among, distinct, paired, parted, without
from tripoint.events.blockfiles import BlockReader, BlockWriter
from tripoint.events.company import Company
from tripoint.events.docket import Judging
from tripoint.events.judgements import APART, NEW, Judgements
from tripoint.events.meetings import Standing, merge
from tripoint.events.table import AT_ONCE, Table

OTHERS = 4
"""Where one claim in so many is new, all blocks are made anew."""
Sides = tuple[np.ndarray, np.ndarray]
"""Pairs of claims by number, the lower id first."""


class Candidates(Protocol):
    """The pairs of claims worth comparing."""

    def unread(self) -> Iterator[Sides]:
        """Yield the pairs that only reading can tell."""

    def apart(self, roots: np.ndarray) -> Iterator[Sides]:
        """Yield the pairs of one root that a few numbers tell apart."""


def candidates(
    table: Table, judging: Judging, before: Judgements | None, people: Iterable[tuple[int, int]], folder: Path | None
) -> Candidates:
    """Return the candidates, and write their blocks into the `folder`, if one is told; `people` link
    some by hand, told by rank."""
    if folder is None:
        return AllPairs(table, None)
    if before is None or before.blocks is None or not before.size:
        return AllPairs(table, folder)
    then, part = judging.then_by_stamps(), table.part[table.by_rank]
    anew = (then < 0) | ~table.again[table.by_rank] | (part != before.part[then])
    # What people undo shows again what the rules said, which nobody has kept.
    if OTHERS * np.count_nonzero(anew) > len(anew) or not judging.linked_by_people(people):
        return AllPairs(table, folder)
    rare = anew | (before.rare(then) != table.rare_stamps) | (before.filed[then] != table.filed_stamps)
    return GrownPairs(
        table, judging, before, before.blocks, Standing(judging.now, table.places[table.by_rank], anew, rare), folder
    )


class AllPairs:
    """The pairs of all blocks, gone through twice: to hold the forty million of a million claims takes more."""

    def __init__(self, table: Table, folder: Path | None) -> None:
        self._table = table
        if folder is None:
            self._codes = table.pairs(None)
        else:
            with BlockWriter(folder) as out:
                self._codes = table.pairs(out)

    def unread(self) -> Iterator[Sides]:
        """Yield the pairs that only reading can tell."""
        for one, two in self._pairs():
            new = self._table.screen.codes(one, two) == NEW
            yield one[new], two[new]

    def apart(self, roots: np.ndarray) -> Iterator[Sides]:
        """Yield the pairs of one root that a few numbers tell apart."""
        return _apart(self._table, self._pairs(), roots)

    def _pairs(self) -> Iterator[Sides]:
        return self._table.by_time(self._codes)


class GrownPairs:
    """The pairs that stand since the last build, and those around what is new."""

    def __init__(
        self, table: Table, judging: Judging, before: Judgements, then: BlockReader, standing: Standing, folder: Path
    ) -> None:
        self._table, self._judging, self._before = table, judging, before
        entering, rare = (table.part & some[table.rank] for some in (standing.anew, standing.rare))
        keys, members = table.entries(entering, rare)
        with BlockWriter(folder) as out:
            self._come, go = merge(then, keys, members, standing, out)
        self._company = Company(BlockReader(folder), len(table))
        judged, told_apart = judging.held()
        go = go[among(go, judged) | among(go, told_apart)]
        lost = go[~self._company.meet(go)]
        self._judged = without(judged, lost)
        # Of those that are told apart the others were read, and found to be so.
        self._told_apart = without(without(told_apart, lost), self._judged)

    def unread(self) -> Iterator[Sides]:
        """Yield the pairs that only reading can tell."""
        new = [self._judged]
        for some in _portions(self._come):
            new.append(some[self._table.screen.codes(*self._table.by_rank_pairs(some)) == NEW])
        for some in _portions(distinct(np.concatenate(new))):
            yield self._table.by_rank_pairs(some)

    def apart(self, roots: np.ndarray) -> Iterator[Sides]:
        """Yield the pairs of one root that a few numbers tell apart."""
        for some in _portions(self._told_apart):
            one, two = self._table.by_rank_pairs(some)
            here = np.flatnonzero(roots[one] == roots[two])
            yield one[here], two[here]
        around = self._company.around(self._joined(roots[self._table.by_rank].astype(np.int64)))
        found = distinct(np.concatenate((self._come, around)))
        found = without(found, self._told_apart)
        yield from _apart(self._table, map(self._table.by_rank_pairs, _portions(found)), roots)

    def _joined(self, roots: np.ndarray) -> np.ndarray:
        """Return which claims came together with others: all but those of what was the largest part of each root."""
        then = self._judging.then_by_stamps()
        here = np.flatnonzero(then >= 0)
        code = paired(roots[here], self._before.roots[then[here]])
        parts = distinct(code.copy())
        back = np.searchsorted(parts, code)
        counts = np.bincount(back, minlength=len(parts))
        root, _ = parted(parts)
        order = np.lexsort((-counts, root))
        root = root[order]
        other = np.zeros(len(parts), dtype=bool)
        other[order[1:]] = root[1:] == root[:-1]
        found = np.zeros(len(roots), dtype=bool)
        found[here] = other[back]
        return found


def _apart(table: Table, pairs: Iterable[Sides], roots: np.ndarray) -> Iterator[Sides]:
    for one, two in pairs:
        here = np.flatnonzero(roots[one] == roots[two])
        here = here[table.screen.codes(one[here], two[here]) == APART]
        yield one[here], two[here]


def _portions(some: np.ndarray) -> Iterator[np.ndarray]:
    for begin in range(0, len(some), AT_ONCE):
        yield some[begin : begin + AT_ONCE]
