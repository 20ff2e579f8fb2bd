"""Groups of states that are named together stay the group."""

from __future__ import annotations

from tests.claims.reading import agents, claims_of, places, recipients


def test_a_named_group_of_states_is_no_list_of_those_named_before() -> None:
    text = "Poland, Germany and France met on Monday. The three Baltic states signed a defence agreement on Tuesday."
    (signed,) = (one for one in claims_of(text) if one.type == "agree")
    assert agents(signed) == ["Baltic states"]
    assert signed.amounts == ()


def test_it_is_addressed_and_lies_somewhere() -> None:
    (accused,) = claims_of("Russia accused the three Baltic states of arming Ukraine.")[:1]
    assert recipients(accused) == ["Baltic states"]
    (sent,) = claims_of("NATO deployed troops to the Baltic states last year.")
    assert places(sent) == [("Baltic states", "to")]


def test_two_lands_that_share_a_name_are_both() -> None:
    (clash,) = claims_of("The two Koreas exchanged fire across the border on Thursday.")
    assert agents(clash) == ["two Koreas"]


def test_the_three_countries_are_still_those_named_before() -> None:
    text = "Turkey, Russia and Iran agreed a truce. The three countries will deploy observers in Idlib."
    (sent,) = (one for one in claims_of(text) if one.type == "deploy")
    assert agents(sent) == ["Turkey", "Russia", "Iran"]


def test_sanctions_on_a_country_are_against_it() -> None:
    (claim,) = claims_of("Western states imposed sanctions on Belarus in June.")
    assert recipients(claim) == ["Belarus"]
    assert places(claim) == []
