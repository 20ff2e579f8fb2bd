"""What new claims and links reach of clusters that stood in the last build; the others stand.

A cluster is made of its own claims and the bonds among them, as long as it joins no other: whether and when two of them
join is told by the bonds between them, and each evolves by itself until then (`clusters` names them and takes equal
bonds by their own claims alone). So let S be claims such that among all others nothing has changed, H the clusters that
stood and have a bond above nothing with a claim of S, and R the rest. If clustering S beside H, each of which comes
together as it did (its `Trail` tells how), would join none of S with one of H, then clustering everything joins none
either: the first join of S with another would be with H, since R has no bond above nothing with S, and up to then S and
H are what they are without R. So what comes of S is known, and H and R stand. Where some would be joined, they are not:
of S are then the clusters that would have joined one of H, and these of H, and it is tried again around them. What else
came of S stands from now on, as if it had been all that there was: it joined nothing that did not come of S. Bonds
between two clusters of H can be left out: they join nothing before that.

In S are claims that are new or other than they were, with what is left of the clusters they were in; clusters in which
a bond came or went; and of two clusters between which one did, the smaller. A bond between two clusters tells nothing
as long as none between them is above nothing, now or then: it can only keep apart what nothing brings together.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import numpy as np

from tripoint.comparison.columns import among, coupled, distinct, places
from tripoint.events.bonds import Bonds
from tripoint.events.clusters import Contracted
from tripoint.events.judgements import Judgements
from tripoint.events.trails import UNTOLD, Trail

LARGE = 40
"""Claims of a component from which on it is worth a look what of it stands."""
ROUNDS = 12
"""Times that it is tried before a component is clustered whole."""
Cluster = Callable[[np.ndarray, np.ndarray, np.ndarray | None], Contracted]
"""Clusters some claims, by number, with the bonds at some places; beside clusters that stand, where some are in these.
"""


def standing(
    then: np.ndarray, same: np.ndarray, homes: np.ndarray, before: Judgements, bonds: Bonds, again: np.ndarray
) -> np.ndarray:
    """Return for each claim whether it was in a cluster that nothing has touched.

    `then` are the numbers that claims had in the last build, -1 for new ones; `same` tells which are what they were,
    `homes` the clusters of those of the last build, and `again` which bonds of then those of now are, -1 where that is
    not known.
    """
    here = np.append(homes, -1)[np.where(same, then, -1)]
    there = np.zeros(len(homes), dtype=bool)
    there[then[same]] = True
    broken = np.zeros(int(homes.max(initial=-1)) + 1, dtype=bool)
    broken[homes[~there]] = True
    alike, left = before.compared(then[bonds.one], then[bonds.two], bonds, again)
    known = (here[bonds.one] >= 0) & (here[bonds.two] >= 0)
    now, was = (here[bonds.one], here[bonds.two]), (homes[left.one], homes[left.two])
    changed = np.flatnonzero(known & ~alike)
    one, two = (np.concatenate((side[changed], past)) for side, past in zip(now, was, strict=True))
    broken[one[one == two]] = True
    across = np.flatnonzero((one != two) & ~broken[one] & ~broken[two])
    one, two = one[across], two[across]
    pairs = coupled(one, two)
    asked = distinct(pairs.copy())
    joins = np.flatnonzero(known & bonds.joins())
    joined = np.concatenate((coupled(now[0][joins], now[1][joins]), coupled(was[0], was[1])[left.joins()]))
    meet = among(pairs, distinct(joined[among(joined, asked)]))
    one, two = one[meet], two[meet]
    sizes = np.bincount(homes, minlength=len(broken))
    broken[np.where((sizes[one] < sizes[two]) | ((sizes[one] == sizes[two]) & (one < two)), one, two)] = True
    found: np.ndarray = (here >= 0) & ~broken[here]
    return found


def clusters_reached(
    members: np.ndarray, between: np.ndarray, bonds: Bonds, homes: np.ndarray, trail: Trail, cluster: Cluster
) -> list[list[int]]:
    """Return the clusters of the claims of a component, those that nothing reaches as they stood.

    `members` are the claims, `between` the places of their bonds, `homes` the clusters that all claims stood in and
    `trail` how these came about; those that are made here are put down there.
    """
    home = homes[members]
    one, two = (places(ends[between], members) for ends in (bonds.one, bonds.two))
    joins = bonds.joins(between)
    open_ = (home < 0) | (trail.steps[members] == UNTOLD)
    names = count(int(homes.max(initial=-1)) + 1)
    for _ in range(ROUNDS):
        if 2 * np.count_nonzero(open_) > len(members):
            break
        if not open_.any():
            order = np.argsort(home, kind="stable")
            edges = np.flatnonzero(np.diff(home[order])) + 1
            return [group.tolist() for group in np.split(members[order], edges)]
        met = joins & (open_[one] != open_[two])
        near = np.unique(home[np.concatenate((one[met & open_[two]], two[met & open_[one]]))])
        here = open_ | np.isin(home, near)
        # Clusters that stood never join each other before one of them joins what is open.
        wanted = here[one] & here[two] & (open_[one] | open_[two])
        made = cluster(members[here], between[wanted], np.where(open_, -1, home)[here])
        done = open_[here]
        trail.put(members[here][done], made.trail.of(np.flatnonzero(done)))
        open_ = np.isin(home, list(made.reached)) & ~open_
        for group, reaching in zip(made.groups, made.reaching, strict=True):
            at = np.searchsorted(members, group)
            home[at] = next(names)
            open_[at] = reaching
    made = cluster(members, between, None)
    trail.put(members, made.trail)
    return made.groups
