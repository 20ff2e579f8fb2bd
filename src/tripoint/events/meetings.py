"""What comes and goes of pairs worth comparing where some claims enter blocks, or leave them.

The blocks of the last build are merged with what is new, a portion at a time. Two claims meet in a block where it is
small, or where few stand between them: so a claim that comes or goes bears on those around it alone, but for a block
that outgrows its bound, or that somebody enters for the first time.
"""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

import numpy as np

from tripoint.comparison.columns import distinct, paired, stretches, without
from tripoint.events.blockfiles import CLAIM, ENTERS, RARE, BlockReader, BlockWriter, Filed
from tripoint.events.blocks import CAP, WINDOW
from tripoint.events.company import coded

_NOTHING = Filed(np.zeros(0, np.uint64), np.zeros(0, np.int64), np.zeros(0, np.uint32))


class Standing(NamedTuple):
    """How claims of the last build stand, all of them by rank, the place in the order of ids.

    `now` is for each claim of then its rank of now, -1 where it is gone or another one; `places` are for each claim of
    now the place in the order of time and wording; `anew` tells whose blocks may be others, and `rare` whose blocks of
    rare words.
    """

    now: np.ndarray
    places: np.ndarray
    anew: np.ndarray
    rare: np.ndarray


class Meetings(NamedTuple):
    """Pairs of claims by their ranks, as `paired` tells them, the lower first.

    Those that `come` meet now where something has changed, whether they did before or not; those that `go` met where
    something has changed, and do not there any more: they may meet elsewhere.
    """

    come: np.ndarray
    go: np.ndarray


class _Merged(NamedTuple):
    """Members of blocks then and now side by side: the number of each one's block, whether it was then and is now.

    A member is the rank of a claim of now with its marks, `CLAIM` with them for one that is no more.
    """

    block: np.ndarray
    member: np.ndarray
    then: np.ndarray
    now: np.ndarray


def merge(then: BlockReader, keys: np.ndarray, members: np.ndarray, standing: Standing, out: BlockWriter) -> Meetings:
    """Write the blocks of now, and return which pairs come and go.

    `keys` and `members` tell the blocks of claims whose blocks may be others.
    """
    stood = _Stood.of(standing)
    order = np.lexsort((standing.places[members & CLAIM], keys))
    keys, members = keys[order], members[order]
    come, go, done = [np.zeros(0, np.uint64)], [np.zeros(0, np.uint64)], 0
    for some in chain(then.portions(), (_NOTHING,)):
        end = int(np.searchsorted(keys, some.keys[-1], side="right")) if len(some.keys) else len(keys)
        names, merged = _merged(some, keys[done:end], members[done:end], stood)
        held = merged.block[merged.now]
        out.add(Filed(names, np.bincount(held, minlength=len(names)), merged.member[merged.now]))
        for pairs, found in zip((come, go), _changes(merged, len(standing.places)), strict=True):
            pairs.append(found)
        done = end
    met = distinct(np.concatenate(come))
    gone = distinct(np.concatenate(go))
    return Meetings(met, without(gone, met))


class _Stood(NamedTuple):
    """What is asked of each claim of then: its rank of now, `CLAIM` where it is no more, and its place.

    `left` tells of each whether it is to be taken out of its blocks, and one up whether out of those of rare words;
    `places` are those of the claims of now.
    """

    rank: np.ndarray
    left: np.ndarray
    places: np.ndarray

    @staticmethod
    def of(standing: Standing) -> _Stood:
        here = np.flatnonzero(standing.now >= 0)
        now = standing.now[here]
        rank, left = np.full(len(standing.now), CLAIM), np.full(len(standing.now), 3, dtype=np.uint8)
        rank[here] = now
        left[here] = standing.anew[now] | standing.rare[now].astype(np.uint8) << np.uint8(1)
        return _Stood(rank, left, standing.places)


def _merged(then: Filed, keys: np.ndarray, members: np.ndarray, stood: _Stood) -> tuple[np.ndarray, _Merged]:
    """Return the keys of the blocks of then and of now, and who was and is in them."""
    names = distinct(np.concatenate((then.keys, keys)))
    block = np.repeat(np.searchsorted(names, then.keys), then.sizes)
    entered = np.searchsorted(names, keys)
    claims = then.members & CLAIM
    rank = stood.rank[claims]
    out = (stood.left[claims] >> (then.members & RARE != 0)) & np.uint8(1) != 0
    stand = np.flatnonzero(rank != CLAIM)
    # Behind the last that stands before it, but never in front of its block.
    at = np.searchsorted(
        paired(block[stand], stood.places[rank[stand]]),
        paired(entered, stood.places[members & CLAIM]),
        side="right",
    )
    behind = np.append(stand, 0)[at - 1] + (at > 0)
    place = np.maximum(np.searchsorted(block, entered), np.where(at > 0, behind, 0)) + np.arange(len(entered))
    new = np.zeros(len(block) + len(entered), dtype=bool)
    new[place] = True
    was = rank | (then.members & ~CLAIM)
    found = []
    for old, values in ((block, entered), (was, members), (np.ones(len(block), bool), False), (~out, True)):
        column = np.empty(len(new), dtype=old.dtype)
        column[~new], column[place] = old, values
        found.append(column)
    merged = _Merged(*found)
    # What is taken out and entered again stands.
    again = merged.then & ~merged.now
    again[:-1] &= new[1:] & (merged.block[1:] == merged.block[:-1]) & (merged.member[1:] == merged.member[:-1])
    again[-1:] = False
    here = np.flatnonzero(again)
    merged.now[here] = True
    left = np.ones(len(new), dtype=bool)
    left[here + 1] = False
    return names, _Merged(*(column[left] for column in merged))


def _changes(merged: _Merged, size: int) -> Meetings:
    """Return the pairs that meet around what has changed: those of now, and those of then."""
    changed = merged.then != merged.now
    touched = np.zeros(int(merged.block[-1]) + 1 if len(merged.block) else 0, dtype=bool)
    touched[merged.block[changed]] = True
    here = np.flatnonzero(touched[merged.block])
    some = _Merged((np.cumsum(touched) - 1)[merged.block[here]], *(column[here] for column in merged[1:]))
    steps, count = np.cumsum(changed[here]), int(np.count_nonzero(touched))
    now, then = (_Side(some, there, count) for there in (some.now, some.then))
    # A block that outgrew its bound, or that somebody enters for the first time, is gone through as a whole.
    other = (now.met != then.met) | ((now.sizes > CAP) != (then.sizes > CAP))
    return Meetings(*(side.pairs(some.member, steps, changed[here], other, size) for side in (now, then)))


class _Side:
    """Blocks as they were, or as they are: who is `there`."""

    def __init__(self, some: _Merged, there: np.ndarray, count: int) -> None:
        self._at = np.flatnonzero(there)
        self._block = some.block[self._at]
        self.sizes = np.bincount(self._block, minlength=count)
        enters = np.bincount(self._block[some.member[self._at] & ENTERS != 0], minlength=count)
        self.met = (enters > 0) & (self.sizes > 1)

    def pairs(
        self, member: np.ndarray, steps: np.ndarray, changed: np.ndarray, other: np.ndarray, size: int
    ) -> np.ndarray:
        """Return the pairs that have something changed in them or between them, in `other` blocks all."""
        at, block = self._at, self._block
        left = np.cumsum(self.sizes)[block] - np.arange(len(at)) - 1
        most = np.where(self.met, np.where(self.sizes > CAP, WINDOW, CAP), 0)
        reach = np.minimum(left, most[block])
        before = (steps - changed)[at]
        first = np.flatnonzero((reach > 0) & (other[block] | (steps[at[np.arange(len(at)) + reach]] > before)))
        one, two = np.repeat(first, reach[first]), stretches(first + 1, reach[first])
        here = other[block[one]] | (steps[at[two]] > before[one])
        return coded(member[at[one[here]]] & CLAIM, member[at[two[here]]] & CLAIM, size)
