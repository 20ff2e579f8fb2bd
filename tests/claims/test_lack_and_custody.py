"""Places that lack something, people in custody, orders and conditions, as long sentences tell them."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, agents, claims_of, recipients, targets
from tripoint.model import Modality, Polarity


@pytest.mark.parametrize(
    ("text", "status", "place"),
    [
        ("Russian missiles left Kharkiv without power on Friday night.", "cut", "Kharkiv"),
        ("The town of Kadugli has been cut off from supplies since April.", "cut", "Kadugli"),
        ("Telephone lines in the Amhara region have been down since Friday.", "cut", "Amhara region"),
        ("The internet is down in Khartoum.", "cut", "Khartoum"),
        ("The airport at Goma is out of action.", "closed", "Goma"),
        ("The airport at Goma does not work.", "closed", "Goma"),
        ("There is no land route into Gaza City.", "closed", "Gaza City"),
        ("There is no longer any road between Gao and Kidal.", "closed", "Gao"),
    ],
)
def test_what_a_place_lacks_is_its_status(one: One, text: str, status: str, place: str) -> None:
    claim = one(text, "status")
    assert claim.status == status
    assert claim.places[0].text == place
    assert claim.polarity is Polarity.AFFIRMED


def test_soldiers_without_food_are_no_place() -> None:
    assert not [claim for claim in claims_of("The soldiers were left without food.") if claim.type == "status"]


def test_who_is_put_under_arrest_is_arrested_once(one: One) -> None:
    claim = one("The junta put Aung San Suu Kyi under house arrest in Naypyidaw.", "arrest")
    assert targets(claim) == ["Aung San Suu Kyi"]


def test_an_act_on_the_orders_of_somebody_is_ordered_by_him(one: One) -> None:
    claim = one("The Colombian army left Cauca on the orders of President Gustavo Petro.", "demand")
    assert agents(claim) == ["Gustavo Petro"]


@pytest.mark.parametrize(
    "text",
    [
        "Nikol Pashinyan threatened to leave Yerevan should the army not halt its advance.",
        "Nikol Pashinyan threatened to leave Yerevan if the army did not halt its advance.",
    ],
)
def test_a_threat_is_made_whatever_it_hangs_on(one: One, text: str) -> None:
    assert one(text, "threaten").modality is Modality.HAPPENED
    assert not [claim for claim in claims_of(text) if claim.type == "repel"]


def test_who_demands_that_somebody_act_names_who_is_to_act(one: One) -> None:
    claim = one("Thousands marched through Baku to demand the army resume its offensive in Karabakh.", "demand")
    assert claim.modality is Modality.HAPPENED
    assert recipients(claim) == ["Azerbaijani Armed Forces"]


def test_who_is_condemned_is_whose_strikes_are(one: One) -> None:
    claim = one("Iran condemned the American strikes on Hodeidah.", "accuse")
    assert recipients(claim) == ["United States"]


def test_who_is_blamed_for_a_fall_did_not_take_the_town(one: One) -> None:
    assert not one("Protesters blamed the United Nations mission for the fall of Bunagana.", "capture").agents


def test_refugees_who_reach_a_town_are_the_displaced(one: One) -> None:
    claim = one("Refugees reached Goma on Friday.", "displace")
    assert [party.name.lower() for party in claim.targets] == ["refugees"]
    assert [(place.text, place.role) for place in claim.places] == [("Goma", "to")]


def test_a_capital_that_is_supplied_is_a_government(one: One) -> None:
    claim = one("Turkey has supplied Baku with drones.", "support")
    assert recipients(claim) == ["Azerbaijan"]


def test_a_person_s_government_is_no_government_of_the_place_beside_it(one: One) -> None:
    claim = one("Mr Museveni's government said its troops had entered Ituri.", "reach")
    assert [party.actor_id for party in claim.agents] == [None]


def test_a_period_has_an_end(one: One) -> None:
    claim = one("The troops will leave Gao by the end of the year.", "withdraw", published="2017-06-17")
    assert claim.time is not None
    assert claim.time.end == "2017-12-31"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The army no longer controls Gao.", "control"),
        ("Kidal is no longer held by the rebels.", "control"),
        ("The road to Kidal is no longer closed.", "status"),
        ("There are no longer any soldiers in Kidal.", "presence"),
    ],
)
def test_what_is_so_no_longer_is_denied(one: One, text: str, type_: str) -> None:
    assert one(text, type_).polarity is Polarity.DENIED
