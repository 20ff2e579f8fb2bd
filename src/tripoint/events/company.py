"""Company: which claims meet others in blocks that lie in files, asked of some claims or of some pairs."""

from __future__ import annotations

import numpy as np

from tripoint.comparison.columns import coupled, distinct, order_of, owners, parted, stretches
from tripoint.events.blockfiles import CLAIM, BlockReader, Filed, met
from tripoint.events.blocks import CAP, WINDOW


class Company:
    """Who meets whom in the blocks of now."""

    def __init__(self, blocks: BlockReader, size: int) -> None:
        self._blocks = blocks
        self._size = size

    def around(self, claims: np.ndarray) -> np.ndarray:
        """Return the pairs of some claims with all that they meet; `claims` tells of each whether it is one."""
        found = [np.zeros(0, np.uint64)]
        for some in self._blocks.portions():
            rank, ends = some.members & CLAIM, np.cumsum(some.sizes)
            at, of = _meeting(some, claims[rank], ends)
            begin, end, large = (ends - some.sizes)[of], ends[of], some.sizes[of] > CAP
            begin = np.where(large, np.maximum(begin, at - WINDOW), begin)
            end = np.where(large, np.minimum(end, at + WINDOW + 1), end)
            one, two = np.repeat(at, end - begin), stretches(begin, end - begin)
            here = one != two
            found.append(coded(rank[one[here]], rank[two[here]], self._size))
        return distinct(np.concatenate(found))

    def meet(self, pairs: np.ndarray) -> np.ndarray:
        """Return of each pair whether its claims meet anywhere."""
        one, two = parted(pairs)
        wanted = np.zeros(self._size, dtype=bool)
        wanted[one] = wanted[two] = True
        columns: list[tuple[np.ndarray, ...]] = []
        blocks = 0
        for some in self._blocks.portions():
            rank = some.members & CLAIM
            at, of = _meeting(some, wanted[rank], np.cumsum(some.sizes))
            columns.append(
                (
                    rank[at].astype(np.uint64) << np.uint64(34) | (of + blocks).astype(np.uint64),
                    at,
                    some.sizes[of] > CAP,
                )
            )
            blocks += len(some.sizes)
        found = np.zeros(len(pairs), dtype=bool)
        if not columns:
            return found
        where, at, large = (np.concatenate(column) for column in zip(*columns, strict=True))
        order = order_of(where)
        where, at, large = where[order], at[order], large[order]
        begin, end = (np.searchsorted(where, side.astype(np.uint64) << np.uint64(34)) for side in (one, one + 1))
        pair, mine = owners(end - begin), stretches(begin, end - begin)
        sought = two[pair].astype(np.uint64) << np.uint64(34) | where[mine] & np.uint64((1 << 34) - 1)
        theirs = np.minimum(np.searchsorted(where, sought), max(0, len(where) - 1))
        hit = (where[theirs] == sought) & (~large[mine] | (np.abs(at[theirs] - at[mine]) <= WINDOW))
        found[pair[hit]] = True
        return found


def _meeting(some: Filed, wanted: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the places of those members that are `wanted` and meet anybody, and of each the number of its block."""
    at = np.flatnonzero(wanted)
    of = np.searchsorted(ends, at, side="right")
    here = met(some)[of]
    return at[here], of[here]


def coded(one: np.ndarray, two: np.ndarray, size: int) -> np.ndarray:
    """Return each of some pairs of claims once, as a number; those of claims that are no more are left out."""
    return distinct(coupled(one, two)[np.maximum(one, two) < size])
