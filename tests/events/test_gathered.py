"""Groups of claims are known again as the events of the last build where nothing of them has changed."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tripoint.events.gathered import stood_again
from tripoint.events.made import MadeBefore
from tripoint.events.trails import Trail

NOBODY = np.zeros(0, dtype=np.uint64)


def then(homes: list[int], same: list[bool]) -> MadeBefore:
    """Return a build of whose events is known which claims of now were in them; each may have lost one since."""
    home = np.array(homes, dtype=np.int64)
    sizes = np.bincount(home[home >= 0], minlength=6) + (np.arange(6) == 3)
    blank = Trail.blank(len(homes))
    alike = np.array(same, dtype=bool)
    return MadeBefore((), (), (), NOBODY, NOBODY, sizes, NOBODY, home, alike, alike, blank, NOBODY)


@given(st.lists(st.tuples(st.integers(-1, 5), st.booleans(), st.integers(0, 5)), max_size=12))
def test_a_group_stands_where_it_has_all_claims_of_one_event_and_none_is_other_than_it_was(
    told: list[tuple[int, bool, int]],
) -> None:
    homes, same = [home for home, _, _ in told], [alike for _, alike, _ in told]
    groups = [[at for at, (_, _, now) in enumerate(told) if now == group] for group in range(6)]
    groups = [group for group in groups if group]
    before = then(homes, same)
    expected = []
    for group in groups:
        (home, *others) = {homes[at] for at in group}
        stands = home >= 0 and not others and before.sizes[home] == len(group) and all(same[at] for at in group)
        expected.append(home if stands else -1)
    members = np.array([at for group in groups for at in group], dtype=np.uint32)
    ends = np.cumsum([len(group) for group in groups], dtype=np.int64)
    assert stood_again(members, ends, before).tolist() == expected


def test_without_a_build_before_every_group_is_new() -> None:
    assert stood_again(np.array([0, 1, 2], dtype=np.uint32), np.array([2, 3]), None).tolist() == [-1, -1]
