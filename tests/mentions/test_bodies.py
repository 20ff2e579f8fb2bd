"""One party, one actor: the many words for a country's forces, and descriptions beside names."""

from __future__ import annotations

import pytest

from tests.mentions.reading import read
from tripoint.mentions import find_by_rules
from tripoint.model import MentionKind
from tripoint.resources.parser import parse

ACTOR, PLACE = MentionKind.ACTOR, MentionKind.PLACE


@pytest.mark.parametrize("words", ["Ukrainian forces", "Ukrainian special forces", "Ukrainian troops"])
def test_forces_of_a_country_whose_army_is_its_armed_forces_are_that_army(words: str) -> None:
    assert read(f"{words} crossed the river.").meant(words).candidate_id == "actor:ua-armed-forces"


def test_forces_of_a_country_stay_open_where_its_army_is_one_of_several() -> None:
    assert read("Iraqi forces crossed the river.").meant("Iraqi forces").candidate_id == "actor:iq/forces"


def test_the_only_body_of_a_state_that_is_named_is_a_candidate_for_its_forces_and_not_chosen() -> None:
    found = read("Iraqi forces crossed the river. The PMU of Iraq had lost ten men.")
    readings = found.readings(found.one("Iraqi forces"))
    assert next((one.candidate_id, one.chosen) for one in readings) == ("actor:iq/forces", True)
    assert ("actor:iq-pmf", False) in [(one.candidate_id, one.chosen) for one in readings]


def test_forces_and_army_of_a_country_without_an_entry_are_one_where_both_are_told() -> None:
    found = read("Kenyan special forces landed. The Kenyan army followed.")
    assert found.meant("Kenyan special forces").candidate_id == found.meant("Kenyan army").candidate_id


def test_government_troops_of_a_country_are_its_army() -> None:
    assert (
        read("Syrian government troops left Raqqa.").meant("Syrian government troops").candidate_id == "actor:sy-army"
    )


def test_a_column_without_a_number_is_its_countrys_army_and_a_convoy_is_not() -> None:
    found = read("A Turkish column passed. An Iraqi convoy stopped.")
    assert found.meant("Turkish column").candidate_id == "actor:tr-army"
    assert found.meant("Iraqi convoy").candidate_id == "actor:iq/convoy"


def test_capitals_of_a_headline_make_no_unit_of_a_convoy() -> None:
    assert read("Jets Strike Turkish Convoy").meant("Turkish Convoy").candidate_id == "actor:tr/convoy"


def test_the_leadership_of_a_state_is_its_government_and_that_of_a_movement_its_own() -> None:
    found = read("The Iranian leadership refused. The Hamas leadership agreed.")
    assert found.meant("Iranian leadership").candidate_id == "actor:ir"
    assert found.meant("Hamas leadership").candidate_id == "actor:hamas/leadership"


@pytest.mark.parametrize("words", ["Syrian opposition fighters", "Syrian rebel groups", "Syrian rebels"])
def test_words_of_one_meaning_make_one_group_of_a_country(words: str) -> None:
    assert read(f"The {words} withdrew.").meant(words).candidate_id == "actor:sy/rebels"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The jihadist group al-Shabaab took Adado.", "jihadist group", "actor:al-shabaab"),
        ("The Lebanese Shia movement Hezbollah sent men.", "Lebanese Shia movement", "actor:hezbollah"),
        ("Fighters of the Lebanese Shia movement Hezbollah came.", "Fighters", "actor:hezbollah"),
        ("A suicide bomber from al-Qaeda's Syrian affiliate al-Nusra Front died.", "suicide bomber", "actor:hts"),
        ("Fighters of al-Qaeda affiliate al-Nusra Front died.", "Fighters", "actor:hts"),
        ("Fighters of al-Qaeda died.", "Fighters", "actor:al-qaeda"),
    ],
)
def test_a_description_and_the_name_behind_it_mean_one_body(text: str, words: str, actor: str) -> None:
    assert read(text).meant(words, ACTOR).candidate_id == actor


def test_a_group_that_monitors_is_the_monitor_named_before() -> None:
    found = read(
        "The Syrian Observatory for Human Rights said two died. The Britain-based monitoring group named none."
    )
    assert found.meant("Britain-based monitoring group").candidate_id == "actor:sohr"


def test_its_fighters_are_those_of_the_only_body_that_the_sentence_names_before() -> None:
    assert read("The SDF said its fighters took the town.").meant("fighters").candidate_id == "actor:sdf"
    assert read("The SDF told Hezbollah that its fighters had left.").one("fighters").generic


@pytest.mark.parametrize(
    ("text", "name"),
    [("They shelled Kurdish-held Afrin.", "Kurdish forces"), ("They left Israeli-occupied Golan.", "Israel")],
)
def test_a_nationality_or_a_people_that_holds_a_place_is_a_party(text: str, name: str) -> None:
    assert read(text).meant(text.split()[2].partition("-")[0]).name == name


def test_a_federation_in_a_countrys_name_is_no_body_of_it() -> None:
    found = read("The Russian Federation rejected the plan.")
    assert found.meant("Russian Federation").candidate_id == "actor:ru"


def test_initials_of_an_agency_are_no_capital() -> None:
    assert read("The army won, TANA reported.").meant("TANA").candidate_id is None


def test_a_word_that_opens_a_sentence_is_no_groups_initials() -> None:
    assert read("Let nobody tell you so.").texts(ACTOR) == []


def test_what_a_text_doubts_is_no_part_of_a_name() -> None:
    assert read("The so-called governor fled.").texts(ACTOR) == ["governor"]


def test_a_shelled_name_is_a_town_though_the_parser_reads_a_person() -> None:
    doc, sentences = next(iter(parse([read("Ukrainian troops shelled Kherson on Monday.").doc])))
    assert [m.text for m in find_by_rules(doc, sentences).mentions if m.kind is PLACE] == ["Kherson"]


def test_a_ministry_told_short_is_the_only_one_that_is_named_of_its_state() -> None:
    found = read("The Russian defence ministry said so. The Russian ministry added more.")
    assert found.meant("Russian ministry").candidate_id == "actor:ru-mod"
    found = read("The Syrian health ministry and the Syrian foreign ministry met. The Syrian ministry added more.")
    assert found.meant("Syrian ministry").candidate_id == "actor:sy/ministry"


def test_a_mission_is_the_only_one_that_is_named_and_no_office_of_its_owner() -> None:
    found = read("The UN mission, MINUSMA, left Kidal in Mali. The UN humanitarian office spoke.")
    assert found.meant("UN mission").candidate_id == "actor:minusma"
    assert found.meant("UN humanitarian office").candidate_id == "actor:un/office"


def test_army_units_are_those_of_the_only_army_that_the_document_names() -> None:
    found = read("Army units advanced. The Syrian Arab Army took two hills.")
    assert found.meant("Army units").candidate_id == "actor:sy-army"
    assert read("Army units advanced. The Syrian army met the Iraqi army.").one("Army units").generic
