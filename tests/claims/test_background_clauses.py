"""What pages tell in passing: the rest of a town, a siege laid to it, who is barred, who is held responsible."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, places
from tripoint.model import Aspect, Modality


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The insurgents stormed Omdurman in March and the army laid siege to it in May.", "besiege"),
        ("Rebels hold half of Omdurman while the army controls the rest.", "control"),
        ("The army entered Omdurman on Monday and by evening held most of it.", "control"),
    ],
)
def test_what_points_back_to_a_town_is_told_of_it(read: Read, text: str, type_: str) -> None:
    claim = [c for c in read(text, published="2023-06-17") if c.type == type_][-1]
    assert places(claim) == [("Omdurman", "at")]
    assert [a.text.lower() for a in claim.agents] == ["the army"] or claim.agents[0].text.lower() == "army"


def test_a_siege_laid_to_a_town_is_at_it(one: One) -> None:
    claim = one("The army laid siege to Omdurman in May.", "besiege", published="2023-06-17")
    assert [p.role for p in claim.places] == ["at"]


def test_who_will_not_tell_rejects_nothing(read: Read) -> None:
    for text in (
        "He declined to say how many of his own men had died.",
        "The spokesman refused to comment on the raid.",
        "The general refused to say whether the rebels had captured Omdurman.",
    ):
        assert not [c for c in read(text) if c.type in {"reject", "kill", "capture"}], text


def test_who_is_held_responsible_is_accused_and_did_it(read: Read) -> None:
    claims = {c.type: c for c in read("The tribes hold the army accountable for the deaths of two elders.")}
    assert [p.text for p in claims["accuse"].recipients] == ["army"] or claims["accuse"].recipients[
        0
    ].text == "the army"
    assert claims["kill"].agents[0].text.endswith("army")


def test_armed_people_who_announce_that_an_act_begins_begin_it(one: One) -> None:
    text = "The Sudan Liberation Army announced the beginning of the offensive against Omdurman."
    claim = one(text, "attack")
    assert claim.agents[0].text == "Sudan Liberation Army"
    assert claim.aspect is Aspect.BEGUN
    assert not one("The minister announced the start of the offensive against Omdurman.", "attack").agents


def test_an_offensive_opened_in_a_month_has_that_time(one: One) -> None:
    claim = one("The offensive, opened in March, has left little standing.", "attack", published="2023-06-17")
    assert claim.time is not None
    assert claim.time.start == "2023-03-01"
    assert claim.aspect is Aspect.BEGUN


@pytest.mark.parametrize(
    "text",
    [
        "The army replied with the vow that it would never leave.",
        "The militia repeated its threat to attack the port.",
    ],
)
def test_a_vow_told_by_a_noun_threatens(one: One, text: str) -> None:
    assert one(text, "threaten").agents


def test_who_defends_themselves_supports_nobody(read: Read) -> None:
    assert not [c for c in read("The villagers said that they would defend themselves.") if c.type == "support"]


def test_what_lies_on_hills_that_overlook_a_town_is_near_it(one: One) -> None:
    claim = one("The army is digging in on hills which overlook Omdurman.", "presence")
    assert places(claim) == [("Omdurman", "near")]


def test_a_deal_is_agreed_by_who_negotiated_it(one: One) -> None:
    assert one("A truce, negotiated by Qatar, has held since March.", "agree").agents[0].name == "Qatar"


def test_a_council_is_founded_by_those_who_join_in_it(one: One) -> None:
    assert one("The Transitional Council was founded in Aden by the separatists.", "join").agents


def test_who_is_barred_from_entering_is_refused_and_enters_nothing(read: Read) -> None:
    claims = read("The role of the rebels, barred by the junta from entering Omdurman, has alarmed its neighbours.")
    assert [c.type for c in claims] == ["reject"]
    assert claims[0].recipients[0].text.endswith("rebels")


def test_members_of_two_groups_act_for_both(one: One) -> None:
    claim = one("Fighters of the Free Syrian Army and Hay'at Tahrir al-Sham entered Saraqib.", "reach")
    assert len(claim.agents) == 2


def test_help_set_off_behind_the_subject_goes_to_the_subject(one: One) -> None:
    claim = one("The rebels, with artillery support from Turkish positions, captured Saraqib.", "support")
    assert [a.name for a in claim.agents] == ["Turkey"]
    assert [r.text for r in claim.recipients] == ["rebels"]


@pytest.mark.parametrize(
    "text",
    [
        "The 25th Division, known until last year as the Tiger Forces, captured Omdurman.",
        "An attack on Omdurman by the rebels was repelled for the third time this month.",
    ],
)
def test_a_time_told_in_passing_is_not_that_of_the_act(read: Read, text: str) -> None:
    assert [c.time for c in read(text, published="2023-06-17") if c.type in {"capture", "repel"}] == [None]


def test_it_is_not_the_place_that_they_fire_from(read: Read) -> None:
    text = "The army bombed Omdurman, and marines, who fired from Bahri, shelled it day and night."
    claim = next(c for c in read(text) if "shelled" in c.evidence[0].text and c.type == "shelling")
    assert "Omdurman" in [p.place.name for p in claim.places]


def test_whether_it_will_be_done_is_possible(one: One) -> None:
    text = "Whether the president will go on arming the rebels once Omdurman has fallen is doubtful."
    claim = one(text, "support")
    assert claim.modality is Modality.POSSIBLE
    assert claim.evidence[0].text.startswith("Whether the president")


def test_what_an_army_still_held_it_goes_on_holding(one: One) -> None:
    assert one("He said that the army still controlled Omdurman.", "control").aspect is Aspect.ONGOING
