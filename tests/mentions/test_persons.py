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
