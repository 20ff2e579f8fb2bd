from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tripoint.evals.linkage import joined


def slowly(apart: np.ndarray, level: float) -> set[frozenset[int]]:
    """Join the two nearest clusters, again and again."""
    groups = [frozenset({at}) for at in range(len(apart))]
    while len(groups) > 1:
        a, b = min(combinations(groups, 2), key=lambda two: apart[np.ix_(sorted(two[0]), sorted(two[1]))].mean())
        if apart[np.ix_(sorted(a), sorted(b))].mean() > level:
            break
        groups = [one for one in groups if one not in (a, b)] + [a | b]
    return set(groups)


@given(st.integers(0, 9), st.floats(0.1, 0.9), st.integers(0, 10**6))
def test_the_chain_of_nearest_neighbours_joins_what_joining_the_nearest_joins(
    count: int, level: float, seed: int
) -> None:
    drawn = np.random.default_rng(seed).random((count, count))
    apart = (drawn + drawn.T) / 2
    numbers = joined(apart, level).tolist()
    found = {frozenset(at for at in range(count) if numbers[at] == number) for number in numbers}
    assert found == slowly(apart, level)
