"""The event of a claim is looked up by its place; a claim that a person rejected is in none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from tests.events.make import claim
from tripoint.assess.homes import Homes
from tripoint.model import Claim

CLAIMS = {name: claim(name, "d1", "attack") for name in ("c1", "c2", "c3")}


class Placed(Mapping[str, Claim]):
    """Claims that know their places."""

    def place(self, name: str) -> int:
        return {"c1": 0, "c2": 1, "c3": 2}[name]

    def __getitem__(self, name: str) -> Claim:
        return CLAIMS[name]

    def __iter__(self) -> Iterator[str]:
        return iter(CLAIMS)

    def __len__(self) -> int:
        return len(CLAIMS)


@pytest.mark.parametrize("claims", [CLAIMS, Placed()])
def test_each_claim_that_stands_has_its_event(claims: Mapping[str, Claim]) -> None:
    found = Homes(claims, ["e1", "e2"], [1, 0, 1], {"c3", "of another case"})
    assert dict(found) == {"c1": "e2", "c2": "e1"}
    assert len(found) == 2
    assert "c3" not in found
    with pytest.raises(KeyError):
        found["c9"]


def test_events_of_other_claims_are_refused() -> None:
    with pytest.raises(ValueError, match="2 events for 3 claims"):
        Homes(CLAIMS, ["e1"], [0, 0], frozenset())
