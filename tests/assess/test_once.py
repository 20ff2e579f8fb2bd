"""Every entry of the ledger has an id of its own."""

from __future__ import annotations

from tests.assess.make import case
from tests.events.make import claim, day


def test_one_clash_over_two_places_is_entered_once() -> None:
    where = ("Stonewell", "Harrow Bridge")
    claims = [
        claim("a", "d1", "control", agents=("Rangers",), at=where, time=day("2015-03-03")),
        claim("b", "d2", "control", agents=("Raiders",), at=where, time=day("2015-03-03")),
    ]
    found = case(claims)[1].contradictions
    assert len({one.contradiction_id for one in found}) == len(found) == 1
