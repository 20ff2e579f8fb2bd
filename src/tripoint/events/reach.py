"""What new claims and links reach of clusters that stood in the last build; the others stand.

A cluster is made of its own claims and the bonds among them, as long as it joins no other: whether and when two of them
join is told by the bonds between them, and each evolves by itself until then (`clusters` names them and takes equal
bonds by their own claims alone). So let S be what is touched, H the clusters that stood and have a bond above nothing
with a claim of S, and R the rest. If clustering S and H together joins none of S with one of H, then clustering
everything joins none either: the first join of S with another would be with H, since R has no bond above nothing with
S, and up to then S and H are what they are without R. So what comes of S is known, and H and R stand. If it does join
some, these belong to S, and it is tried again.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tripoint.events.bonds import Bonds
from tripoint.events.judgements import Judgements

LARGE = 40
"""Claims of a component from which on it is worth a look what of it stands."""
Clusters = Callable[[np.ndarray, np.ndarray], list[list[int]]]
"""Clusters some claims, by number, with the bonds at some places."""


def standing(then: np.ndarray, same: np.ndarray, homes: np.ndarray, before: Judgements, bonds: Bonds) -> np.ndarray:
    """Return for each claim whether it was in a cluster that nothing has touched.

    `then` are the numbers that claims had in the last build, -1 for new ones; `same` tells which are what they were,
    `homes` the clusters of those of the last build.
    """
    alike, gone = before.compared(then[bonds.one], then[bonds.two], bonds.scores, bonds.marks)
    touched = ~same
    touched[bonds.one[~alike]] = True
    touched[bonds.two[~alike]] = True
    stands = np.zeros(len(homes), dtype=bool)
    stands[then[~touched]] = True
    stands[gone] = False
    broken = np.zeros(int(homes.max(initial=-1)) + 1, dtype=bool)
    broken[homes[~stands]] = True
    found = ~touched
    found[found] = ~broken[homes[then[found]]]
    return found


def clusters_reached(
    members: np.ndarray, between: np.ndarray, bonds: Bonds, homes: np.ndarray, clusters: Clusters
) -> list[list[int]]:
    """Return the clusters of the claims of a component, those that nothing reaches as they stood.

    `members` are the claims, `between` the places of their bonds, `homes` the clusters that all claims stood in.
    """
    home = homes[members]
    one, two = (np.searchsorted(members, ends[between]) for ends in (bonds.one, bonds.two))
    joins = bonds.joins(between)
    open_ = home < 0
    while True:
        met = joins & (open_[one] != open_[two])
        near = np.unique(home[np.concatenate((one[met & open_[two]], two[met & open_[one]]))])
        here = open_ | np.isin(home, near)
        if 2 * np.count_nonzero(here) > len(members):
            return clusters(members, between)
        made = clusters(members[here], between[here[one] & here[two]]) if here.any() else []
        reached: set[int] = set()
        for group in made:
            at = np.searchsorted(members, group)
            if open_[at].any() and not open_[at].all():
                reached.update(home[at][~open_[at]].tolist())
        if not reached:
            break
        open_ |= np.isin(home, list(reached))
    found = [group for group in made if open_[np.searchsorted(members, group[0])]]
    rest = np.flatnonzero(~open_)
    order = rest[np.argsort(home[rest], kind="stable")]
    edges = np.flatnonzero(np.diff(home[order])) + 1
    return found + [group.tolist() for group in np.split(members[order], edges) if len(group)]
