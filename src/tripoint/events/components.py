"""Components: claims that chains of links bring together. What two of them hold has no bearing on each other."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

import numpy as np

from tripoint.comparison.groups import NumberedGroups
from tripoint.model import Link


def components(ids: Sequence[str], links: Sequence[Link]) -> Iterator[tuple[list[str], list[int]]]:
    """Yield the claims of each component and the places of the links among them, in the order of `ids`.

    A link with a claim that is not among `ids` counts for nothing.
    """
    number = {claim_id: at for at, claim_id in enumerate(ids)}
    groups = NumberedGroups(len(ids))
    ends, places = array("I"), array("I")
    for at in range(len(links)):
        link = links[at]
        one, two = number.get(link.claim_a), number.get(link.claim_b)
        if one is None or two is None or one == two:
            continue
        groups.join(one, two)
        ends.append(one)
        places.append(at)
    del number
    roots = np.fromiter(map(groups.root, range(len(ids))), dtype=np.int64, count=len(ids))
    linked, place = np.frombuffer(ends, dtype=np.uint32), np.frombuffer(places, dtype=np.uint32)
    home = roots[linked]
    order = np.argsort(home, kind="stable")
    home, place = home[order], place[order]
    members = np.argsort(roots, kind="stable")
    edges = np.flatnonzero(np.diff(roots[members])) + 1
    for some in np.split(members, edges) if len(members) else ():
        root = roots[some[0]]
        begin, end = np.searchsorted(home, (root, root + 1))
        yield [ids[at] for at in some.tolist()], place[begin:end].tolist()
