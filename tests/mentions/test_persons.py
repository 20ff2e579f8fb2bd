from __future__ import annotations

import pytest

from tests.mentions.reading import document
from tripoint.mentions.find import find_by_rules
from tripoint.model import MentionKind
from tripoint.resources.parser import parse
from tripoint.resources.words import plain_titles, titles


def persons(text: str) -> list[str]:
    """The persons that the rules alone find."""
    doc, sentences = next(iter(parse([document(text)])))
    return [m.text for m in find_by_rules(doc, sentences).mentions if m.kind is MentionKind.PERSON]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Fallon told us so.", ["Fallon"]),
        ("MR KIRBY: Thanks, everybody.", ["KIRBY"]),
        ("Foreign Minister Al-Jubeir left.", ["Al-Jubeir"]),
        ('"It is bad," said Russell.', ["Russell"]),
        ("In Myanmar, Padoh Saw Taw Nee of the KNU spoke.", ["Padoh Saw Taw Nee"]),
        ("Ko Htet fled Myanmar.", ["Ko Htet"]),
    ],
)
def test_a_title_an_honorific_or_a_verb_of_saying_makes_a_person(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


def test_a_name_in_full_is_a_person_wherever_it_stands_again() -> None:
    assert persons("Ann Mabrouk calls for calm. Later the lawyer Ann Mabrouk spoke.") == ["Ann Mabrouk", "Ann Mabrouk"]


def test_a_single_name_that_does_what_only_people_do_is_a_person_in_the_whole_text() -> None:
    assert persons("Sadiq met us in Baghdad. Later Sadiq recalled the street. Sadiq's wife had left.") == ["Sadiq"] * 3


def test_a_single_name_that_only_announces_may_be_a_body() -> None:
    assert persons("Ukrinform announced the news. The army reads Ukrinform.") == []


def test_a_town_is_not_made_a_person_by_what_it_tells() -> None:
    assert "Aleppo" not in persons("Aleppo recalled the war. Fighting went on in Aleppo.")


def test_short_honorifics_count_only_in_their_lands() -> None:
    assert titles()["ko"].lands == {"MM"} and "ko" not in plain_titles()


def test_what_is_called_an_agency_is_no_person() -> None:
    doc, sentences = next(iter(parse([document("He told the agency Ann Mabrouk that rebels fled.")])))
    found = find_by_rules(doc, sentences)
    read_as = {m.text: str(m.kind) for m in found.mentions}
    assert read_as.get("Ann Mabrouk") == "actor"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chief Petty Officer Ann B. Cole died in Syria.", ["Ann B. Cole"]),
        ("He gave it to 14-year-old Amjad, who ran.", ["Amjad"]),
        ("Minister for the Middle East Ann Mabrouk marks the day.", ["Ann Mabrouk"]),
        ("They pay us little, says the mill's owner, Jabir Alzoubi.", ["Jabir Alzoubi"]),
        ("The Syrian author al-Tanawi wrote of it.", ["al-Tanawi"]),
        ("Karl H. Keane IV was killed. Officer Keane was buried at home.", ["Karl H. Keane IV", "Keane"]),
    ],
)
def test_an_office_an_age_or_a_role_beside_it_makes_a_person(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


def test_a_name_may_hold_what_is_a_title_elsewhere() -> None:
    assert persons("President Hassan Sheikh Mohamud left Somalia.") == ["Hassan Sheikh Mohamud"]


def test_a_given_name_means_the_only_one_who_bears_it() -> None:
    text = "Dr Karim Wasifi studied music. Later Karim came home. In the end Karim left."
    assert persons(text) == ["Karim Wasifi", "Karim", "Karim"]


def test_a_given_name_that_two_bear_stays_open() -> None:
    assert persons("Dr Karim Wasifi met Dr Karim Maroof. Later Karim came home.") == ["Karim Wasifi", "Karim Maroof"]


def test_the_body_in_a_title_is_named_beside_the_person() -> None:
    doc, sentences = next(iter(parse([document("SDF spokesman Mustafa Bali denied the claim in Syria.")])))
    told = [(m.text, str(m.kind)) for m in find_by_rules(doc, sentences).mentions]
    assert told[:2] == [("SDF", "actor"), ("Mustafa Bali", "person")]


def test_a_surname_at_the_end_of_a_toponym_is_nobody() -> None:
    assert "al-Deif" not in persons("The rebels captured Wadi al-Deif in Syria.")


def test_a_girl_told_by_one_name_between_commas_is_a_person() -> None:
    assert persons("One young girl, Amal, tells me that she stays at home.") == ["Amal"]


@pytest.mark.parametrize(
    "text",
    [
        "People use Syria's Secret Library at night.",
        "The book (Kitab Al Nur in Arabic; also transliterated as Kitab Ul Noor) is old.",
        "Shells fell in Sheikh Barazan in Syria.",
        "The army stormed the Sheikh Barazan district of Aleppo in Syria.",
    ],
)
def test_a_house_a_foreign_word_and_a_quarter_called_after_a_sheikh_are_no_persons(text: str) -> None:
    assert persons(text) == []


def test_initials_that_lost_an_apostrophe_are_no_part_of_a_name() -> None:
    doc = document("Anna Moretti MSFs head of mission in Syria said so. EUs Kerkezou agreed, officials told Reuters.")
    doc, sentences = next(iter(parse([doc])))
    names = [m.text for m in find_by_rules(doc, sentences).mentions if m.kind is MentionKind.PERSON]
    assert "Anna Moretti" in names
    assert not any("MSFs" in name or "EUs" in name for name in names)
