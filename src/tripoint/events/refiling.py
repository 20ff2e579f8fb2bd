"""Blocks of the last build brought to those of now: who leaves them, who enters, and what lies around either.

Nearly all members stand: of each one number is looked up, and all else is asked of the few that change.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from tripoint.comparison.columns import distinct, owners, stretches
from tripoint.events.blockfiles import CLAIM, ENTERS, RARE, Filed, met
from tripoint.events.blocks import CAP, WINDOW


class Stood(NamedTuple):
    """What is asked of each claim of then: its rank of now with marks, `CLAIM` with both where it is no more.

    `ENTERS` marks those that are taken out of their blocks, `RARE` those that are taken out of those of rare words.
    `places` are those of the claims of now, by rank, in the order of time and wording; one more stands behind them all.
    """

    claims: np.ndarray
    places: np.ndarray

    @staticmethod
    def of(now: np.ndarray, places: np.ndarray, anew: np.ndarray, rare: np.ndarray) -> Stood:
        """Return it from the rank of each claim of then, -1 where it is no more, and from whose blocks may differ."""
        here = np.flatnonzero(now >= 0)
        rank = now[here]
        claims = np.full(len(now), CLAIM | ENTERS | RARE)
        claims[here] = rank.astype(np.uint32) | anew[rank] * ENTERS | rare[rank] * RARE
        return Stood(claims, np.append(places, len(places)))


class Around(NamedTuple):
    """Stretches of blocks around what has changed: for each member the number of its stretch.

    A member is the rank of a claim of now with its marks, `CLAIM` with them for one that is no more; `there` tells
    whether it was in the block, and whether it is. Of each stretch `sizes` are those of its block then and now, and
    `met` tells whether anybody met in that.
    """

    stretch: np.ndarray
    member: np.ndarray
    there: tuple[np.ndarray, np.ndarray]
    sizes: tuple[np.ndarray, np.ndarray]
    met: tuple[np.ndarray, np.ndarray]


def refiled(then: Filed, keys: np.ndarray, members: np.ndarray, stood: Stood) -> tuple[Filed, Around]:
    """Return the blocks of now, and what lies around what has changed in them.

    `keys` and `members` tell who enters, in the order of blocks and of places.
    """
    claims = stood.claims[then.members & CLAIM]
    was = claims & CLAIM | then.members & ~CLAIM
    rare = then.members & RARE
    out = claims & (rare | rare << np.uint32(1) ^ ENTERS) != 0
    names = distinct(np.concatenate((then.keys, keys)))
    sizes = np.zeros(len(names), dtype=np.int64)
    sizes[np.searchsorted(names, then.keys)] = then.sizes
    block = np.searchsorted(names, keys)
    ends = np.cumsum(sizes)
    begins = (ends - sizes)[block]
    at = _behind(was, ends, begins, ends[block], stood.places, stood.places[members & CLAIM])
    # What is taken out and entered again stands.
    again = np.flatnonzero((at > begins) & (np.diff(at, prepend=-1) > 0))
    again = again[out[at[again] - 1] & (was[at[again] - 1] == members[again])]
    out[at[again] - 1] = False
    enters = np.ones(len(at), dtype=bool)
    enters[again] = False
    changed = _Changed(np.flatnonzero(out), at[enters], ends, block[enters])
    filed = Filed(names, sizes + changed.grown, changed.applied(was, members[enters]))
    return filed, changed.around(Filed(names, sizes, was), filed, members[enters])


def _behind(
    was: np.ndarray, ends: np.ndarray, begins: np.ndarray, until: np.ndarray, places: np.ndarray, wanted: np.ndarray
) -> np.ndarray:
    """Return before which member each of some claims enters its block: behind the last that stands before it.

    Blocks end at `ends`; that of each claim reaches from where it `begins` `until` there. `places` are as in `Stood`,
    those `wanted` are of the claims that enter.
    """
    shown = was & CLAIM
    # One that is no more has the place of the next that stands in its block.
    gone = np.flatnonzero(shown == CLAIM)
    if len(gone):
        last = ends[np.searchsorted(ends, gone, side="right")] == gone + 1
        follows = last.copy()
        follows[:-1] |= gone[1:] > gone[:-1] + 1
        follows[-1] = True
        next_ = np.where(last[follows], len(places) - 1, np.append(shown, 0)[gone[follows] + 1])
        shown[gone] = next_[np.cumsum(follows) - follows]
    begin, end = begins.copy(), until.copy()
    while len(left := np.flatnonzero(begin < end)):
        middle = (begin[left] + end[left]) // 2
        behind = places[shown[middle]] <= wanted[left]
        begin[left[behind]] = middle[behind] + 1
        end[left[~behind]] = middle[~behind]
    return begin


class _Changed:
    """Who is `gone` from blocks, by the place of each member, and `at` which members others enter before.

    Old and new members are counted side by side; `ends` are where the blocks of then end, `block` is which one each of
    the others enters.
    """

    def __init__(self, gone: np.ndarray, at: np.ndarray, ends: np.ndarray, block: np.ndarray) -> None:
        self._gone = gone
        self._come = at + np.arange(len(at))
        self._left = gone + np.searchsorted(at, gone, side="right")
        left = np.searchsorted(ends, gone, side="right")
        come = np.bincount(block, minlength=len(ends))
        self.grown: np.ndarray = come - np.bincount(left, minlength=len(ends))
        self._ends = ends + np.cumsum(come)
        self._begins = self._ends - np.diff(ends, prepend=0) - come
        where = np.concatenate((self._left, self._come))
        order = np.argsort(where)
        self._where, self._block = where[order], np.concatenate((left, block))[order]

    def applied(self, was: np.ndarray, members: np.ndarray) -> np.ndarray:
        """Return the members of now, from those that were and those that enter."""
        if not len(self._where):
            return was
        stay = np.ones(len(was), dtype=bool)
        stay[self._gone] = False
        at = self._come - np.searchsorted(self._left, self._come)
        found = np.empty(len(was) - len(self._gone) + len(at), dtype=was.dtype)
        old = np.ones(len(found), dtype=bool)
        old[at] = False
        found[old], found[at] = was[stay], members
        return found

    def around(self, then: Filed, now: Filed, members: np.ndarray) -> Around:
        """Return what lies around the changes: as far as claims meet, or the whole block."""
        both = then, now
        sizes = tuple(some.sizes[self._block] for some in both)
        meet = tuple(met(some)[self._block] for some in both)
        # A block that outgrew its bound, or that somebody enters for the first time, is gone through as a whole.
        whole = (meet[0] != meet[1]) | (sizes[0] <= CAP) | (sizes[1] <= CAP)
        low, high = self._reach()
        first, last = self._begins[self._block], self._ends[self._block]
        low, high = np.where(whole, first, np.maximum(low, first)), np.where(whole, last, np.minimum(high, last))
        new = np.ones(len(low), dtype=bool)
        new[1:] = (low[1:] > high[:-1]) | (self._block[1:] != self._block[:-1])
        begins, ends = low[new], high[np.append(new[1:], True)] if len(new) else high
        at = stretches(begins, ends - begins)
        before = np.searchsorted(self._come, at)
        came = np.zeros(len(at), dtype=bool)
        came[np.searchsorted(at, self._come)] = True
        left = np.zeros(len(at), dtype=bool)
        left[np.searchsorted(at, self._left)] = True
        member = np.empty(len(at), dtype=np.uint32)
        member[~came], member[came] = then.members[(at - before)[~came]], members
        return Around(
            owners(ends - begins),
            member,
            (~came, ~left),
            (sizes[0][new], sizes[1][new]),
            (meet[0][new], meet[1][new]),
        )

    def _reach(self) -> tuple[np.ndarray, np.ndarray]:
        """Return from where to where claims of large blocks meet across each change, then or now."""
        lows: list[np.ndarray] = []
        highs: list[np.ndarray] = []
        for absent in (self._come, self._left):  # those who were not there then, those who are not there now
            own = absent - np.arange(len(absent))
            at = self._where - np.searchsorted(absent, self._where)
            for found, some in ((lows, np.maximum(0, at - WINDOW)), (highs, at + WINDOW)):
                found.append(some + np.searchsorted(own, some, side="right"))
        return np.minimum(*lows), np.maximum(*highs) + 1
