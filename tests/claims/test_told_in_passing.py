"""What is told in passing: how people look, who held a place until then, who denies what was said, whose hospital."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, agents, places, targets
from tripoint.model import Aspect, Modality


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen dressed as police attacked a school in Gao on Sunday.",
        "Gunmen disguised as Malian soldiers attacked a school in Gao.",
        "Residents said gunmen dressed as soldiers attacked a school in Gao.",
        "On Sunday gunmen posing as herders attacked a school in Gao.",
    ],
)
def test_those_who_look_like_others_act_themselves(one: One, text: str) -> None:
    claim = one(text, "attack")
    assert agents(claim) == ["gunmen"]
    assert targets(claim) == ["school"]


def test_under_fire_from_a_side_it_is_that_side_that_fires(one: One) -> None:
    for text in (
        "The convoy came under heavy shelling from Hezbollah on Monday.",
        "The convoy came under rocket fire on Monday from Hezbollah.",
    ):
        claim = one(text, "shelling")
        assert agents(claim) == ["Hezbollah"], text
        assert targets(claim) == ["convoy"], text
    assert agents(one("Gao is under heavy shelling from Turkish positions.", "shelling")) == ["Turkey"]


def test_those_who_flee_under_fire_are_fired_at(one: One) -> None:
    for text in (
        "Under heavy shelling from Hezbollah, the villagers fled to Tyre.",
        "The villagers fled to Tyre under heavy shelling from Hezbollah.",
    ):
        claim = one(text, "shelling")
        assert (agents(claim), targets(claim)) == (["Hezbollah"], ["villagers"]), text
        assert targets(one(text, "displace")) == ["villagers"], text
    assert agents(one("Troops withdrew from Sake under heavy fire from Hezbollah.", "attack")) == ["Hezbollah"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A drone struck a military base near Gao.", ["military base"]),
        ("A drone struck two command posts and an airfield near Gao.", ["command posts", "airfield"]),
        ("Militants attacked a Turkish base near Gao.", ["Turkey"]),
        ("The militants attacked an army base near Gao.", ["army base"]),
    ],
)
def test_a_base_without_a_name_is_what_was_struck(read: Read, text: str, target: list[str]) -> None:
    (claim,) = read(text)
    assert targets(claim) == target


def test_a_base_at_which_bombs_explode_tells_where(one: One) -> None:
    assert targets(one("Two car bombs exploded at a base in Gao.", "bombing")) == []


def test_held_since_tells_of_the_place_and_not_of_those_who_lose_it(read: Read) -> None:
    lost, held = read("The rebels lost Gao, held since 2012.")
    assert (lost.type, held.type, held.aspect) == ("capture", "control", Aspect.COMPLETED)
    assert agents(held) == ["rebels"]
    assert held.time is not None and held.time.start == "2012-01-01"
    taken, before = read("The army retook Gao, held by Tuareg rebels since 2012.")
    assert taken.time is None
    assert agents(before) == ["Tuareg rebels"]
    assert before.time is not None and before.time.start == "2012-01-01"


def test_those_who_push_into_a_town_under_siege_are_not_besieged(read: Read) -> None:
    pushed, siege = read("Government troops pushed into Douma, under siege since 2013.")
    assert places(pushed) == [("Douma", "to")]
    assert places(siege) == [("Douma", "at")]


def test_its_capital_since_dates_no_loss(one: One) -> None:
    assert one("ISIS lost Mosul, its capital since 2014.", "capture").time is None


def test_what_one_is_sent_to_do_is_not_done(one: One) -> None:
    claim = one("Dispatched to retake Gao, the battalion withdrew on Friday.", "capture")
    assert claim.modality is Modality.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "The rebels said they had captured Gao, a claim denied by Mali.",
        "The rebels said they had captured Gao, a claim Mali denied.",
        "The rebels said they had captured Gao, which Mali denied.",
    ],
)
def test_who_denies_a_claim_speaks_for_himself_alone(one: One, text: str) -> None:
    said, denied = one(text, "capture"), one(text, "reject")
    assert [speaker.name for speaker in said.speakers] == ["rebels"]
    assert [speaker.name for speaker in denied.speakers] == ["Mali"]


def test_a_claim_that_nobody_could_verify_is_left_open(one: One) -> None:
    for text in (
        "The army said it had killed 50 rebels near Gao, a claim that could not be verified.",
        "The army said it had killed 50 rebels near Gao, a claim Mali has not confirmed.",
    ):
        claim = one(text, "kill")
        assert claim.modality is Modality.UNCONFIRMED, text
        assert len(claim.speakers) == 1, text


def test_who_claims_the_capture_took_it_unless_it_is_a_ministry(one: One) -> None:
    assert agents(one("Moscow claimed the capture of Avdiivka on Monday.", "capture")) == ["Russia"]
    assert agents(one("The defence ministry claimed the capture of Avdiivka on Monday.", "capture")) == []


def test_its_hospital_is_that_of_the_town(one: One) -> None:
    claim = one("The army surrounded Gao and shelled its hospital.", "shelling")
    assert (targets(claim), places(claim)) == (["hospital"], [("Gao", "at")])
    said = one("The charity in Gao said its clinic had been shelled.", "shelling")
    assert places(said) == []


def test_a_capital_that_is_accused_is_the_state(one: One) -> None:
    backs = one("Kigali was accused of backing M23.", "backs")
    assert agents(backs) == ["Rwanda"]
