"""Constructions of reported prose: inversion, offices that speak, plans told by *is to*, semicolons."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, claims_of, targets
from tripoint.model import Modality, Polarity


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Nor did the army shell the town of Gao.", "shelling"),
        ("The council failed for the fifth time to agree on a ceasefire.", "agree"),
    ],
)
def test_what_did_not_happen_is_denied(one: One, text: str, type_: str) -> None:
    assert one(text, type_).polarity is Polarity.DENIED


def test_who_speaks_for_a_body_accuses_in_its_name(one: One) -> None:
    assert [party.name for party in one("A spokesman for the army blamed the rebels.", "accuse").agents] == ["army"]
    named = one("The army's spokesman, Ibrahim Keita, blamed the rebels.", "accuse")
    assert [party.name for party in named.agents] == ["Ibrahim Keita"]


def test_who_is_to_meet_somebody_plans_it_and_who_has_called_for_something_has_done_so() -> None:
    told = {
        claim.type: claim.modality
        for claim in claims_of("President Ibrahim Keita is to meet the heads of the army and has called for a truce.")
    }
    assert told == {"meet": Modality.PLANNED, "demand": Modality.HAPPENED}


def test_a_saying_before_a_semicolon_goes_with_what_stands_before_it(one: One) -> None:
    claim = one("A battalion is surrounded in Gao, the ministry says; the men will be treated humanely.", "besiege")
    assert [voice.name for voice in claim.speakers] == ["ministry"]


def test_tanks_that_fire_shell_and_soldiers_encircled_are_the_besieged(one: One) -> None:
    assert targets(one("Tanks fired at a police station in Gao.", "shelling")) == ["police station"]
    claim = one("The Malian soldiers encircled around Gao have no water.", "besiege")
    assert targets(claim) == ["Malian Armed Forces"]
    assert not claim.agents


def test_what_is_handed_over_is_a_place() -> None:
    assert not claims_of("The rebels are to hand over their heavy weapons within a week.")


def test_an_hour_is_nobody_to_fire_at_and_serving_soldiers_serve_nobody() -> None:
    assert not claims_of("We stopped firing at five in the morning.")
    assert not claims_of("Many of them are serving soldiers on leave.")
