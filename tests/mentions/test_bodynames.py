from __future__ import annotations

import pytest

from tests.mentions.reading import document, read
from tripoint.mentions.find import find_by_rules
from tripoint.model import Mention, MentionKind, Reading
from tripoint.resources.parser import parse


def told(text: str) -> dict[str, tuple[Mention, Reading]]:
    """The mentions that the rules alone find, by their words, with the chosen reading."""
    doc, sentences = next(iter(parse([document(text)])))
    found = find_by_rules(doc, sentences)
    chosen = {one.mention_id: one for one in found.readings if one.chosen}
    return {m.text: (m, chosen[m.mention_id]) for m in found.mentions if m.mention_id in chosen}


@pytest.mark.parametrize("name", ["Jaysh al-Barq", "Liwa Suyuf al-Gharb", "Kata'ib al-Mashriq", "Thuwar al-Jabal"])
def test_what_an_arabic_word_for_fighters_begins_is_an_armed_body(name: str) -> None:
    mention, reading = told(f"{name} attacked the town in Syria.")[name]
    assert mention.kind is MentionKind.ACTOR and reading.actor_kind == "armed_group" and reading.candidate_id is None


def test_such_a_word_behind_a_given_name_is_a_surname() -> None:
    found = told("Hassan Ansar said so in Syria.")
    assert "Ansar" not in found


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("The PMU's 45th Brigade hit the base in Iraq.", "45th Brigade", "actor:kataib-hezbollah"),
        ("The 45th Brigade of the Popular Mobilization Units left Iraq.", "45th Brigade", "actor:kataib-hezbollah"),
        ("The PMU's Brigade 45 hit the base in Iraq.", "Brigade 45", "actor:kataib-hezbollah"),
        ("The PMU's 91st Brigade hit the base in Iraq.", "91st Brigade", "actor:iq-pmf/91st-brigade"),
        ("The Syrian army's 4th Armoured Division left.", "4th Armoured Division", "actor:sy-4th-division"),
        ("In Syria the 5th Corps left.", "5th Corps", "actor:sy-5th-corps"),
    ],
)
def test_a_unit_called_by_its_number_is_the_one_that_the_register_knows(text: str, words: str, meant: str) -> None:
    assert told(text)[words][1].candidate_id == meant


def test_a_town_that_an_agency_is_called_after_is_a_place_where_a_place_stands() -> None:
    mention, reading = told("Syria: the blast was in Mayadeen.")["Mayadeen"]
    assert mention.kind is MentionKind.PLACE and reading.candidate_id == "gn:173480"


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("In Syria they feared Assads air force.", "Assads", "actor:bashar-al-assad"),
        ("Daeshs fighters fled the town in Syria.", "Daeshs fighters", "actor:islamic-state"),
    ],
)
def test_an_apostrophe_that_the_text_lost_is_read(text: str, words: str, meant: str) -> None:
    assert told(text)[words][1].candidate_id == meant


def test_an_ally_named_by_is_not_the_government_whose_forces_fight() -> None:
    text = "Syria is at war. Government forces backed by ally Russia bombed eastern Aleppo."
    assert told(text)["Government forces"][1].candidate_id == "actor:sy-army"


def test_a_label_that_ran_into_names_is_no_part_of_a_name() -> None:
    assert not any("Tags" in words for words in told("Tags Syria Ahrar al-Sham Nusra Front Southern Front alliance"))


def test_forces_allied_to_those_named_with_them_are_their_allies() -> None:
    found = told("The attack hit Syrian and allied forces.")
    assert found["allied forces"][1].candidate_id == f"{found['Syrian'][1].candidate_id}/allies"


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        (
            "The Iraqi Ministry of Migration and Displacement said so.",
            "Iraqi Ministry of Migration and Displacement",
            "actor:iq/migration-and-displacement-ministry",
        ),
        ("Iraq's Ministry of Interior said so.", "Ministry of Interior", "actor:iq/interior-ministry"),
        ("The Iraqi Interior Ministry said so.", "Iraqi Interior Ministry", "actor:iq/interior-ministry"),
        ("The Ministry of Health of Syria said so.", "Ministry of Health", None),
        ("The Red Cross sent food to Syria.", "Red Cross", "actor:icrc"),
    ],
)
def test_a_ministry_is_called_by_what_it_is_for(text: str, words: str, meant: str | None) -> None:
    assert told(text)[words][1].candidate_id == meant


def test_the_body_stays_where_ranks_stand_between_a_title_and_a_name() -> None:
    found = told("Russian Defense Ministry spokesman Maj. Gen. Igor Konashenkov spoke of Syria.")
    assert found["Russian Defense Ministry"][1].candidate_id == "actor:ru-mod"


def test_a_town_whose_name_begins_with_a_title_is_no_person() -> None:
    found = told("Syrian troops entered Sheikh Miskin.")
    assert found["Sheikh Miskin"][0].kind is MentionKind.PLACE


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The frigate Admiral Grishin fired missiles.", "Admiral Grishin"),
        ("On Friday the USS Porter left the port.", "USS Porter"),
    ],
)
def test_a_warship_is_an_actor_whatever_it_is_called_after(text: str, written: str) -> None:
    found = read(text)
    assert found.meant(written, MentionKind.ACTOR).actor_kind == "army"
    assert found.texts(MentionKind.PERSON) == []
