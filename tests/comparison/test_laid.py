"""Records laid one after the other: however many are asked for at once, each is the one of its place."""

from __future__ import annotations

from array import array
from itertools import accumulate

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripoint.comparison.laid import InMemory


def _laid(sizes: list[int]) -> InMemory[bytes]:
    encoded = [msgspec.msgpack.encode(bytes([at % 251]) * size) for at, size in enumerate(sizes)]
    return InMemory(b"".join(encoded), bytes, array("Q", [0, *accumulate(map(len, encoded))]))


@given(st.lists(st.sampled_from([0, 3, 5_000, 600_000]), min_size=1, max_size=12), st.data())
def test_records_picked_are_those_of_their_places_near_or_far(sizes: list[int], data: st.DataObject) -> None:
    laid = _laid(sizes)
    places = data.draw(st.lists(st.integers(0, len(sizes) - 1), max_size=20))
    assert laid.picked(places) == [laid.at(place) for place in places]


@pytest.mark.parametrize("place", [-1, 3])
def test_a_place_that_is_none_is_refused_among_others(place: int) -> None:
    with pytest.raises(IndexError):
        _laid([1, 1, 1]).picked([0, place])
