"""Bulletins that number or dot their items: the lead of an item is its place, and no subject of its sentence."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, places, targets

SUMMARY = "The army bombed the rebels in Omdurman on Thursday.\n\n"


@pytest.mark.parametrize("lead", ["2. Omdurman: ", "- Omdurman: ", "4) Omdurman: "])
def test_the_town_of_an_item_is_the_place_that_leads_it(one: One, lead: str) -> None:
    claim = one(
        SUMMARY + lead + "An attack by rebels on the town was repelled on Friday.", "repel", published="2023-06-17"
    )
    assert places(claim) == [("Omdurman", "at")]
    assert targets(claim) == ["rebels"]


def test_the_lead_of_an_item_is_no_side_of_its_sentence(read: Read) -> None:
    text = "2. Omdurman: Government forces entered the town at dawn and controlled most of it by noon."
    claims = read(SUMMARY + text, published="2023-06-17")[1:]
    assert [(c.type, [a.text for a in c.agents]) for c in claims] == [
        ("reach", ["Government forces"]),
        ("control", ["Government forces"]),
    ]
    assert all([p.place.name for p in c.places] == ["Omdurman"] for c in claims)


def test_a_direction_in_the_lead_is_no_place_of_the_sentence_behind_it(one: One) -> None:
    claim = one("3. South of Omdurman: The army captured Jabal Awliya on Friday.", "capture", published="2023-06-17")
    assert len(claim.places) == 1


def test_a_road_known_by_its_name_is_cut(one: One) -> None:
    claim = one("Syrian rebels cut the M5 between Damascus and Aleppo on Friday.", "besiege", published="2020-02-28")
    assert [p.role for p in claim.places] == ["along", "between", "between"]


def test_losses_counted_behind_a_colon_are_deaths(read: Read) -> None:
    text = "Losses recorded by our staff: 44 government soldiers and militiamen; 27 rebels."
    claims = read(text)
    assert [(c.type, [p.text for p in c.targets]) for c in claims] == [
        ("kill", ["government soldiers", "militiamen"]),
        ("kill", ["rebels"]),
    ]
    assert [a.amount.low for c in claims for a in c.amounts] == [44, 27]


def test_a_list_of_losses_in_an_item_keeps_its_heading(one: One) -> None:
    claim = one("- Losses: five soldiers and three policemen.", "kill")
    assert [a.amount.low for a in claim.amounts] == [5, 3]


def test_a_list_of_people_under_another_heading_tells_no_deaths(read: Read) -> None:
    assert not read("Delegates: 44 soldiers and 27 rebels.")
