"""Which parties are one side."""

from __future__ import annotations

import pytest

from tripoint.comparison.hostility import camps
from tripoint.comparison.parties import within


@pytest.mark.parametrize("noun", ["forces", "police", "interior-ministry"])
def test_the_forces_of_a_country_are_its_states(noun: str) -> None:
    assert within(frozenset({f"actor:ke/{noun}"}), frozenset({"actor:ke"}))


@pytest.mark.parametrize("noun", ["rebels", "people", "opposition"])
def test_the_people_and_the_rebels_of_a_country_are_not_its_states(noun: str) -> None:
    assert not within(frozenset({f"actor:ke/{noun}"}), frozenset({"actor:ke"}))
    assert "actor:ke" not in camps(f"actor:ke/{noun}")


def test_an_army_of_the_register_is_its_states() -> None:
    assert within(frozenset({"actor:ru-armed-forces"}), frozenset({"actor:ru/forces"})) is False
    assert within(frozenset({"actor:ru-armed-forces"}), frozenset({"actor:ru"}))
