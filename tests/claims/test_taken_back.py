"""What a text takes back or leaves open, whom a pronoun means behind a condition, who gives what another receives."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, agents, counted, places, recipients, targets
from tripoint.model import Modality, Polarity


def test_what_an_earlier_version_said_is_taken_back(one: One) -> None:
    for text in (
        "An earlier version of this story said that the Ethiopian army had shelled Lalibela.",
        "The agency wrongly reported on Monday that the Ethiopian army had shelled Lalibela.",
    ):
        assert one(text, "shelling").polarity is Polarity.DENIED, text


@pytest.mark.parametrize(
    "text",
    [
        "Moscow has neither confirmed nor denied that its troops have left the port of Tartus.",
        "Moscow declined to confirm or deny that its troops have left the port of Tartus.",
    ],
)
def test_who_neither_confirms_nor_denies_says_nothing(read: Read, text: str) -> None:
    (claim,) = read(text)
    assert (claim.type, claim.modality, claim.polarity) == ("withdraw", Modality.UNCONFIRMED, Polarity.AFFIRMED)
    assert claim.speakers == ()
    assert [role for _, role in places(claim)] == ["from"]


def test_it_behind_a_condition_is_who_stands_in_it(one: One) -> None:
    text = "If the Arakan Army takes Sittwe, it will hold the port of Kyaukphyu, the International Crisis Group warned."
    assert agents(one(text, "control")) == ["Arakan Army"]


def test_the_father_of_somebody_is_the_father(read: Read) -> None:
    freed, taken = read(
        "The ELN freed the father of the footballer Luis Díaz, 12 days after kidnapping him in Barrancas."
    )
    assert targets(freed) == targets(taken) == ["father"]
    (killed,) = read("Gunmen killed the brother of the minister Ali Hassan in Gao.")
    assert targets(killed) == ["brother"]


def test_overnight_with_a_date_is_that_night(one: One) -> None:
    claim = one("Troops withdrew from Ocheretyne overnight on April 27 to 28.", "withdraw", published="2024-05-02")
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == ("2024-04-27", "2024-04-28")
    tonight = one("Drones hit Odesa overnight.", "airstrike", published="2024-05-02")
    assert tonight.time is not None and tonight.time.start == "2024-05-01"


def test_who_receives_help_is_supported_by_whom_it_comes_from(one: One) -> None:
    denied = one("The rebels deny receiving any help from Kigali.", "support")
    assert (agents(denied), recipients(denied), denied.polarity) == (["Rwanda"], ["rebels"], Polarity.DENIED)
    assert agents(one("Hamas receives funding from Iran.", "support")) == ["Iran"]


def test_bodies_of_a_capital_are_those_of_its_state(one: One) -> None:
    assert agents(one("Kyiv's forces withdrew from Ocheretyne.", "withdraw")) == ["Armed Forces of Ukraine"]
    assert targets(one("Damascus's residents fled.", "displace")) == ["residents"]
    assert agents(one("Tehran's proxies attacked a base in Erbil.", "attack")) == ["proxies of Iran"]


def test_the_dead_and_the_hurt_of_a_headline_are_those_of_one_act(read: Read) -> None:
    (claim,) = read("Two Turkish soldiers dead, four wounded in PKK ambush near Duhok.")
    assert claim.type == "attack"
    assert counted(claim) == [("killed", 2.0), ("wounded", 4.0)]


def test_what_would_be_done_under_a_plan_is_planned(one: One) -> None:
    claim = one("Under the deal, the rebels would leave Gao within 48 hours.", "withdraw")
    assert claim.modality is Modality.PLANNED


def test_a_base_called_after_somebody_is_no_person(one: One) -> None:
    claim = one("Militias struck the al-Asad air base in Iraq with missiles.", "shelling")
    assert targets(claim) == []
    assert [name for name, _ in places(claim)] == ["Ain al-Asad airbase"]


def test_bombed_names_are_places(one: One) -> None:
    claim = one("The United Nations accused South Sudan of bombing Nasir and said it had evidence.", "airstrike")
    assert [name for name, _ in places(claim)] == ["Nasir"]


def test_control_of_a_part_of_a_town_is_taken_from_a_side(one: One) -> None:
    claim = one("Police regained control of the main hospital of Gao from the rebels on Tuesday.", "capture")
    assert targets(claim) == ["rebels"]


def test_presence_has_a_place_behind_each_preposition(one: One) -> None:
    claim = one("Eritrean soldiers are still in Adigrat and around Zalambessa.", "presence")
    assert places(claim) == [("Ādīgrat", "at"), ("Zalambessa", "near")]


def test_the_body_behind_a_remark_says_it(one: One) -> None:
    text = (
        "Three peacekeepers were wounded, one of them seriously, when gunmen ambushed their patrol north of Bria, "
        "the UN mission in the Central African Republic said in a statement."
    )
    assert [speaker.name for speaker in one(text, "kill").speakers] == ["UN mission"]


def test_engagements_over_the_past_day_took_place_in_it(one: One) -> None:
    claim = one("The army reported 142 combat engagements over the past day.", "clash", published="2024-05-02")
    assert claim.said is None
    assert claim.time is not None and claim.time.start == "2024-05-01"
