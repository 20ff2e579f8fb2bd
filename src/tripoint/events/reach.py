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

In S are claims that are new or other than they were, with what is left of the clusters they were in, and clusters in
which a bond came or went. Two clusters that stand but for a bond between them are in doubt: the first join may be of
these as well, which all bonds between the two tell beside their trails. It cannot be where no bond between them is
above nothing now: the others only keep apart what nothing brings together.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import numpy as np

from tripoint.comparison.columns import among, coupled, distinct, parted, places
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
) -> tuple[np.ndarray, np.ndarray]:
    """Return for each claim whether it was in a cluster that nothing has touched, and the pairs of these in doubt.

    `then` are the numbers that claims had in the last build, -1 for new ones; `same` tells which are what they were,
    `homes` the clusters of those of the last build, and `again` which bonds of then those of now are, -1 where that is
    not known.
    """
    here = np.append(homes, -1)[np.where(same, then, -1)]
    there = np.zeros(len(homes), dtype=bool)
    there[then[same]] = True
    broken = np.zeros(int(homes.max(initial=-1)) + 1, dtype=bool)
    broken[homes[~there]] = True
    alike, left = before.compared(then, bonds, again)
    changed = np.flatnonzero(~alike)
    one, two = here[bonds.one[changed]], here[bonds.two[changed]]
    known = (one >= 0) & (two >= 0)
    one, two = np.append(one[known], homes[left.one]), np.append(two[known], homes[left.two])
    broken[one[one == two]] = True
    across = np.flatnonzero((one != two) & ~broken[one] & ~broken[two])
    asked = distinct(coupled(one[across], two[across]))
    between = np.isin(here, np.concatenate(parted(asked)))
    beside = np.flatnonzero(between[bonds.one] & between[bonds.two])
    beside = beside[bonds.joins(beside)]
    doubtful = asked[among(asked, distinct(coupled(here[bonds.one[beside]], here[bonds.two[beside]])))]
    found: np.ndarray = (here >= 0) & ~broken[here]
    return found, doubtful


def clusters_reached(
    members: np.ndarray,
    between: np.ndarray,
    bonds: Bonds,
    homes: np.ndarray,
    doubtful: np.ndarray,
    trail: Trail,
    cluster: Cluster,
) -> list[list[int]]:
    """Return the clusters of the claims of a component, those that nothing reaches as they stood.

    `members` are the claims, `between` the places of their bonds, `homes` the clusters that all claims stood in,
    `doubtful` the pairs of these that are in doubt, and `trail` how they came about; those that are made here are put
    down there.
    """
    home = homes[members]
    one, two = (places(ends[between], members) for ends in (bonds.one, bonds.two))
    joins = bonds.joins(between)
    open_ = (home < 0) | (trail.steps[members] == UNTOLD)
    across = _across(home, open_, one, two, doubtful)
    names = count(int(homes.max(initial=-1)) + 1)
    for _ in range(ROUNDS):
        if 2 * np.count_nonzero(open_) > len(members):
            break
        if not open_.any() and not across.any():
            order = np.argsort(home, kind="stable")
            edges = np.flatnonzero(np.diff(home[order])) + 1
            return [group.tolist() for group in np.split(members[order], edges)]
        met = across | joins & (open_[one] != open_[two])
        near = np.unique(home[np.concatenate((one[met & ~open_[one]], two[met & ~open_[two]]))])
        here = open_ | np.isin(home, near)
        # Clusters that stood and are in no doubt never join each other before one of them joins what is open.
        wanted = here[one] & here[two] & (open_[one] | open_[two] | across)
        made = cluster(members[here], between[wanted], np.where(open_, -1, home)[here])
        done = open_[here]
        trail.put(members[here][done], made.trail.of(np.flatnonzero(done)))
        open_ = np.isin(home, list(made.reached)) & ~open_
        for group, reaching in zip(made.groups, made.reaching, strict=True):
            at = np.searchsorted(members, group)
            home[at] = next(names)
            open_[at] = reaching
        across[:] = False
    made = cluster(members, between, None)
    trail.put(members, made.trail)
    return made.groups


def _across(home: np.ndarray, open_: np.ndarray, one: np.ndarray, two: np.ndarray, doubtful: np.ndarray) -> np.ndarray:
    """Return of each bond of a component whether it is between two clusters that stand and are in doubt."""
    found = np.zeros(len(one), dtype=bool)
    if len(doubtful):
        here = np.flatnonzero(~open_[one] & ~open_[two] & (home[one] != home[two]))
        found[here] = among(coupled(home[one[here]], home[two[here]]), doubtful)
    return found
