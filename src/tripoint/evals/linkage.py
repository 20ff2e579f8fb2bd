"""Average linkage: clusters joined as long as their members are, on average, near enough."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def joined(apart: NDArray[np.float64], level: float) -> NDArray[np.int64]:
    """Return a cluster number for each row of distances: clusters at most `level` apart, on average, are one.

    A chain of nearest neighbours: the two at its end that are nearest to each other are joined, whichever come first.
    """
    count = len(apart)
    near = (apart + apart.T) / 2
    np.fill_diagonal(near, np.inf)
    size = np.ones(count)
    owner = np.arange(count)
    alive = np.ones(count, dtype=bool)
    chain: list[int] = []
    for _ in range(count - 1):
        if not chain:
            chain.append(int(np.flatnonzero(alive)[0]))
        while True:
            last = chain[-1]
            next_ = int(near[last].argmin())
            if len(chain) > 1 and near[last, chain[-2]] <= near[last, next_]:
                break
            chain.append(next_)
        one, two = chain.pop(), chain.pop()
        if near[one, two] <= level:
            owner[one] = two
        mean = (size[one] * near[one] + size[two] * near[two]) / (size[one] + size[two])
        near[two], near[:, two] = mean, mean
        near[two, two] = np.inf
        near[one], near[:, one] = np.inf, np.inf
        size[two] += size[one]
        alive[one] = False
    for at in range(count):
        while owner[owner[at]] != owner[at]:
            owner[at] = owner[owner[at]]
    return owner.astype(np.int64)
