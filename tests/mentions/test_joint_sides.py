"""Sides told together: nations joined by a hyphen, rows of states, and whose troops are sent."""

from __future__ import annotations

import pytest

from tests.mentions.reading import read
from tripoint.model import MentionKind

ACTOR = MentionKind.ACTOR


@pytest.mark.parametrize(
    "text",
    ["US-UK strikes on the port went on.", "The U.S.-British strikes killed 12.", "The US-British plots failed."],
)
def test_a_state_joined_by_a_hyphen_to_one_that_acts_acts_too(text: str) -> None:
    found = read(text)
    assert [found.meant(words).candidate_id for words in found.texts(ACTOR)] == ["actor:us", "actor:gb"]


def test_a_border_between_two_states_is_no_act_of_theirs() -> None:
    assert read("The US-Mexico border was closed.").texts(ACTOR) == []


def test_troops_of_two_nations_joined_by_a_hyphen_are_troops_of_both() -> None:
    found = read("Ugandan-Congolese troops attacked the camp.")
    assert found.meant("Ugandan").candidate_id == "actor:ug-updf"
    assert found.meant("Congolese troops").candidate_id == "actor:cd-fardc"


def test_a_campaign_that_bombs_is_no_body() -> None:
    assert read("The Kenyan bombing campaign destroyed the town.").texts(ACTOR) == []


def test_initials_with_points_are_told_apart_from_what_a_hyphen_ties_to_them() -> None:
    assert read("U.S.-led coalition warplanes struck Raqqa.").meant("U.S.-led coalition warplanes").candidate_id == (
        "actor:cjtf-oir"
    )
    assert read("U.N.-backed government forces shelled Misrata.").texts(ACTOR) == ["U.N."]


@pytest.mark.parametrize(
    "text",
    [
        "Mali, Niger and Togo have sought to trade.",
        "The measures come\u00a0as Mali, Niger and Togo have sought to step up ties.",
    ],
)
def test_all_states_of_a_row_before_a_verb_act(text: str) -> None:
    assert read(text).texts(ACTOR) == ["Mali", "Niger", "Togo"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Turkey sent troops to Libya.", "troops", "actor:tr-army"),
        ("France withdrew its soldiers from Niger.", "soldiers", "actor:fr/army"),
        ("Wagner sent fighters to Kidal.", "fighters", "actor:wagner"),
        (
            "It gave the Pentagon aid.\nThe Pentagon dispatched military forces.",
            "military forces",
            "actor:us-armed-forces",
        ),
    ],
)
def test_troops_are_those_of_the_one_that_sends_or_withdraws_them(text: str, words: str, name: str) -> None:
    assert read(text).meant(words).candidate_id == name


@pytest.mark.parametrize("text", ["Uganda and Rwanda sent troops.", "Ethiopia asked Kenya to send troops."])
def test_troops_of_several_or_of_whom_was_asked_stay_without_an_owner(text: str) -> None:
    assert read(text).meant("troops").candidate_id is None


@pytest.mark.parametrize("text", ["Forces loyal to Haftar shelled the port.", "The port fell to Haftar's forces."])
def test_the_forces_of_a_commander_are_the_body_that_he_leads(text: str) -> None:
    found = read(text)
    assert [found.meant(words).candidate_id for words in found.texts(ACTOR)] == ["actor:ly-lna"]


def test_the_jets_of_a_rival_government_are_not_those_of_the_state() -> None:
    found = read("The Government of National Accord says its jets struck the town.")
    assert found.meant("jets").candidate_id is None
