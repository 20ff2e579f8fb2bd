"""What texts say of one place and of the area around it: a change, a rival inside, a dispute."""

from __future__ import annotations

from dataclasses import replace

from tests.assess.make import case, fields
from tests.events.make import claim, day, document, place
from tripoint.model import Claim, PlaceSlot

DOCS = (document("d1", outlet="Morning"), document("d2", outlet="Evening"))


def held(**changed: object) -> Claim:
    return replace(claim("a", "d1", "control", agents=("Raiders",), at=("Stonewell",)), **changed)  # type: ignore[arg-type]


def taken(**changed: object) -> Claim:
    made = claim("b", "d2", "capture", agents=("Rangers",), targets=("Raiders",), at=("Stonewell",),
                 time=day("2015-03-03"))  # fmt: skip
    return replace(made, **changed)  # type: ignore[arg-type]


def test_a_hold_in_one_text_and_its_loss_in_another_are_a_change() -> None:
    found = case([held(), taken()], *DOCS)[1].contradictions
    assert fields(found) == [("holder", ["held by Raiders", "taken from Raiders"])]
    assert found[0].explained == "a change over time: the hold may be told of before it"


def test_a_hold_told_of_a_day_behind_its_loss_is_a_dispute() -> None:
    found = case([held(time=day("2015-04-01")), taken()], *DOCS)[1].contradictions
    assert [one.explained for one in found] == [None]


def test_the_hold_of_another_side_is_no_matter_of_the_loss() -> None:
    other = held(agents=claim("c", "d1", "control", agents=("Gang",)).agents)
    assert case([other, taken()], *DOCS)[1].contradictions == ()
    assert case([held(document_id="d2"), taken()], *DOCS)[1].contradictions == ()


def area(radius: float = 30.0) -> PlaceSlot:
    slot = place("Stonewell", "in_area")
    return replace(slot, place=replace(slot.place, name="Stone Valley", place_id="p:valley", precision="area",
                                       radius_km=radius))  # fmt: skip


def inside(words: str, slot: PlaceSlot) -> list[tuple[str, list[str]]]:
    claims = [
        claim("a", "d1", "capture", words, agents=("Rangers",), at=(slot,)),
        claim("b", "d2", "control", agents=("Raiders",), at=("Stonewell",)),
    ]
    return fields(case(claims, *DOCS)[1].contradictions)


def test_the_whole_of_an_area_stands_against_a_rivals_hold_inside() -> None:
    both = ["Raiders: Stonewell", "Rangers: the whole of Stone Valley"]
    assert inside("Rangers took the entire valley", area()) == [("holder", both)]


def test_a_part_of_an_area_or_a_wide_one_stands_against_nothing() -> None:
    assert inside("Rangers advanced in the valley", area()) == []
    assert inside("Rangers took the entire country", area(radius=250.0)) == []
