"""Bytes that were pressed are what they were, or said to be damaged."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripoint.run.pressing import pressed, unpressed


@given(st.binary(max_size=2000))
def test_what_was_pressed_is_what_it_was(told: bytes) -> None:
    assert unpressed(pressed(told)) == told


@pytest.mark.parametrize("some", [b"", b"x", b"\xff" * 40, pressed(b"abc" * 100)[:-5]])
def test_what_is_damaged_is_said_to_be(some: bytes) -> None:
    with pytest.raises(ValueError, match="damaged"):
        unpressed(some)


@given(st.binary(max_size=40))
def test_any_bytes_are_unpressed_or_damaged(some: bytes) -> None:
    with suppress(ValueError):
        unpressed(bytes(6) + some)  # no more than 64 kB are told
