"""Numbers in columns are found where a search would find them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tripoint.comparison.columns import counted, order_of, places


@given(st.sets(st.integers(0, 5000), min_size=1, max_size=30), st.data(), st.integers(0, 300))
def test_numbers_have_the_places_that_a_search_tells(others: set[int], data: st.DataObject, many: int) -> None:
    listed = np.array(sorted(others), dtype=np.int64)
    picked = data.draw(st.lists(st.sampled_from(sorted(others)), min_size=many, max_size=many))
    numbers = np.array(picked, dtype=np.uint32)
    assert np.array_equal(places(numbers, listed), np.searchsorted(listed, numbers))


@given(
    st.lists(st.one_of(st.integers(0, 5), st.integers(0, (1 << 64) - 1)), max_size=200),
    st.sampled_from((np.uint8, np.uint32, np.int64, np.uint64)),
)
def test_numbers_stand_in_their_order_and_equal_ones_as_they_stood(told: list[int], kind: type) -> None:
    numbers = np.array([one % (int(np.iinfo(kind).max) + 1) for one in told], dtype=kind)
    assert order_of(numbers).tolist() == sorted(range(len(told)), key=lambda at: int(numbers[at]))


@given(st.lists(st.integers(0, 9), max_size=60))
def test_each_number_is_told_once_with_how_often_it_stands_there(told: list[int]) -> None:
    numbers, many = counted(np.array(told, dtype=np.uint32))
    assert dict(zip(numbers.tolist(), many.tolist(), strict=True)) == {one: told.count(one) for one in sorted(told)}
    assert numbers.tolist() == sorted(set(told))
