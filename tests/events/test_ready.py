"""Profiles at hand: every pair gets its own, however few are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tripoint.events.ready import Ready


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))), st.integers(1, 12))
def test_every_pair_gets_its_two_profiles_however_few_are_kept(pairs: list[tuple[int, int]], most: int) -> None:
    def read(numbers: Sequence[int]) -> Any:
        return [f"profile {number}" for number in numbers]

    one, two = (np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1))
    ready = Ready(read, most)
    for _ in range(2):
        assert list(ready.pairs(one, two)) == [(f"profile {a}", f"profile {b}") for a, b in pairs]


def test_what_is_at_hand_is_not_read_again() -> None:
    read: list[int] = []

    def told(numbers: Sequence[int]) -> Any:
        read.extend(numbers)
        return list(numbers)

    ready = Ready(told)
    list(ready.pairs(np.array([1, 2, 1]), np.array([2, 3, 3])))
    list(ready.pairs(np.array([3, 4]), np.array([1, 1])))
    assert read == [1, 2, 3, 4]
