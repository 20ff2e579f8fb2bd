"""What pairs bring together is told by its lowest number, whatever the order of the pairs."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tripoint.comparison.groups import Groups, lowest


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_the_lowest_of_each_group_stands_for_it(pairs: list[tuple[int, int]]) -> None:
    groups: Groups[int] = Groups(range(41))
    for one, two in pairs:
        groups.join(one, two)
    told = {member: min(members) for members in groups.all().values() for member in members}
    one, two = (np.array([pair[at] for pair in pairs], dtype=np.int64) for at in (0, 1))
    assert lowest(41, one, two).tolist() == [told[at] for at in range(41)]
