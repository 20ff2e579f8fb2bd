"""Acts in the course of an operation."""

from __future__ import annotations

from tests.events.make import claim, day
from tripoint.events import assemble
from tripoint.model import Claim


def parts(claims: list[Claim]) -> dict[str, list[str]]:
    events = assemble(claims, (), {})
    first = {event.event_id: event.claims[0] for event in events}
    return {event.claims[0]: [first[part] for part in event.parts] for event in events if event.parts}


def operation(**more: object) -> Claim:
    return claim("op", "d1", "operation", agents=("Rangers",), aspect="begun", **more)  # type: ignore[arg-type]


def test_an_act_told_after_the_operation_of_its_side_is_a_part_of_it() -> None:
    act = claim("act", "d1", "capture", agents=("Rangers",), at=("Stonewell",), start=150)
    assert parts([operation(), act]) == {"op": ["act"]}


def test_an_act_of_another_side_is_no_part() -> None:
    act = claim("act", "d1", "capture", agents=("Raiders",), at=("Stonewell",), start=150)
    assert parts([operation(), act]) == {}


def test_an_act_whose_side_is_not_told_is_no_part() -> None:
    assert parts([operation(), claim("act", "d1", "capture", at=("Stonewell",), start=150)]) == {}


def test_an_act_of_a_year_before_is_no_part() -> None:
    act = claim("act", "d1", "capture", agents=("Rangers",), start=150, time=day("2014-03-03"))
    assert parts([operation(time=day("2015-03-03")), act]) == {}


def test_an_act_in_another_text_is_no_part() -> None:
    assert parts([operation(), claim("act", "d2", "capture", agents=("Rangers",), start=150)]) == {}
