"""What comes and goes of pairs worth comparing where some claims enter blocks, or leave them.

The blocks of the last build are merged with what is new, a portion at a time. Two claims meet in a block where it is
small, or where few stand between them: so a claim that comes or goes bears on those around it alone, but for a block
that outgrows its bound, or that somebody enters for the first time.
"""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

import numpy as np

from tripoint.comparison.columns import distinct, stretches, without
from tripoint.events.blockfiles import CLAIM, BlockReader, BlockWriter, Filed
from tripoint.events.blocks import CAP, WINDOW
from tripoint.events.company import coded
from tripoint.events.refiling import Around, Stood, refiled

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


def merge(then: BlockReader, keys: np.ndarray, members: np.ndarray, standing: Standing, out: BlockWriter) -> Meetings:
    """Write the blocks of now, and return which pairs come and go.

    `keys` and `members` tell the blocks of claims whose blocks may be others.
    """
    stood = Stood.of(*standing)
    order = np.lexsort((standing.places[members & CLAIM], keys))
    keys, members = keys[order], members[order]
    come, go, done = [np.zeros(0, np.uint64)], [np.zeros(0, np.uint64)], 0
    for some in chain(then.portions(), (_NOTHING,)):
        end = int(np.searchsorted(keys, some.keys[-1], side="right")) if len(some.keys) else len(keys)
        filed, around = refiled(some, keys[done:end], members[done:end], stood)
        out.add(filed)
        was, now = _met_around(around, len(standing.places))
        come.append(now)
        go.append(was)
        done = end
    met = distinct(np.concatenate(come))
    return Meetings(met, without(distinct(np.concatenate(go)), met))


def _met_around(around: Around, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs that met around what has changed, and those that do now."""
    then, now = around.there
    changed = then != now
    steps = np.cumsum(changed)
    # Of a block that outgrew its bound, or that somebody enters for the first time, all pairs count.
    other = (around.met[0] != around.met[1]) | ((around.sizes[0] > CAP) != (around.sizes[1] > CAP))
    found = []
    for there, sizes, met in zip(around.there, around.sizes, around.met, strict=True):
        at = np.flatnonzero(there)
        stretch = around.stretch[at]
        left = np.cumsum(np.bincount(stretch, minlength=len(sizes)))[stretch] - np.arange(len(at)) - 1
        most = np.where(met, np.where(sizes > CAP, WINDOW, CAP), 0)
        reach = np.minimum(left, most[stretch])
        before = (steps - changed)[at]
        first = np.flatnonzero((reach > 0) & (other[stretch] | (steps[at[np.arange(len(at)) + reach]] > before)))
        one, two = np.repeat(first, reach[first]), stretches(first + 1, reach[first])
        here = other[stretch[one]] | (steps[at[two]] > before[one])
        member = around.member[at] & CLAIM
        found.append(coded(member[one[here]], member[two[here]], size))
    return found[0], found[1]
