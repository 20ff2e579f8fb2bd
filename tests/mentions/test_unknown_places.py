from __future__ import annotations

import pytest

from tests.mentions.reading import document, read
from tripoint.mentions import find_by_rules
from tripoint.model import MentionKind
from tripoint.resources.parser import parse

PLACE, PERSON = MentionKind.PLACE, MentionKind.PERSON


def named(text: str, kind: MentionKind) -> list[str]:
    """What the rules read without the encoder, which knows most names itself."""
    ((doc, sentences),) = parse([document(text)])
    return [mention.text for mention in find_by_rules(doc, sentences).mentions if mention.kind is kind]


def test_names_in_a_row_that_is_called_villages_are_places() -> None:
    text = "Families from Harbo, Demsit and Kolanka, three villages south of Goma, reached the city on Friday."
    assert {"Harbo", "Demsit", "Kolanka"} <= set(named(text, PLACE))


def test_a_name_joined_to_a_place_is_a_place() -> None:
    text = "Troops loyal to Juba crossed the river and seized Nasir, Ulang and Mandeng in South Sudan."
    assert {"Ulang", "Mandeng"} <= set(named(text, PLACE))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Tigray fighters withdrew from Adi Goshu toward the river.", "Adi Goshu"),
        ("Police sweeping Nowy Marat, a northern suburb of Kharkiv, shot three men.", "Nowy Marat"),
    ],
)
def test_what_the_parser_takes_for_a_person_is_a_place_where_only_places_stand(text: str, name: str) -> None:
    assert name in named(text, PLACE)
    assert name not in named(text, PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "The charity said it had confidence in Karim Hassan.",
        "He learned it from Anna Petrova, a teacher of the village.",
        "Peace talks between Riek Machar and Salva Kiir opened in Bentiu.",
        "The murder of Boris Nemtsov and Anna Politkovskaya was recalled by Navalny.",
    ],
)
def test_persons_behind_the_same_words_are_no_places(text: str) -> None:
    names = {"Karim Hassan", "Anna Petrova", "Riek Machar", "Salva Kiir", "Boris Nemtsov", "Anna Politkovskaya"}
    assert not names & set(named(text, PLACE))


@pytest.mark.parametrize("name", ["Kalinka gorge", "Furdhat pass", "Virunga park"])
def test_gorges_passes_and_parks_bear_names_of_their_own(name: str) -> None:
    assert name in named(f"Army helicopters bombed the {name} for two days.", PLACE)


def test_a_part_of_a_name_is_not_left_alone_when_no_place_of_that_name_fits() -> None:
    text = "A boy was killed on his way to milk cows in Puerto Nidia, in the department of Arauca, Colombia."
    assert "Puerto Nidia" in named(text, PLACE)
    assert "Puerto" not in named(text, PLACE)


def test_a_common_name_far_from_every_other_place_of_the_text_is_none_that_a_list_holds() -> None:
    text = (
        "Russian planes bombed Grozny and Gudermes in Chechnya. Shatoi fell, and so did Argun and Urus-Martan. "
        "Rebels occupied Petrovka, the village of his birth."
    )
    found = read(text)
    meant = found.meant("Petrovka", PLACE)
    assert meant.place is not None and meant.place.precision == "unlocated"
    assert any(not other.chosen for other in found.readings(found.one("Petrovka", PLACE)))


@pytest.mark.parametrize(
    "text",
    [
        "He leads the Kurna Operational Command, which controls all forces in Baghdad.",
        "A physician from Baghdad, Zahid Mohammed Rawi, said that workers had counted 600 dead.",
    ],
)
def test_what_controls_a_land_and_who_comes_from_a_town_are_no_places(text: str) -> None:
    assert read(text).texts(MentionKind.PLACE) == ["Baghdad"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They fought in Tripoli's Abu Salim district.", ["Tripoli", "Abu Salim district"]),
        ("Junta jets hit a school in Sagaing Region's Tabayin.", ["Sagaing Region", "Tabayin"]),
        ("A strike hit the Zamzam displacement camp near El Fasher.", ["Zamzam displacement camp", "El Fasher"]),
        ("Soldiers fired near Prasat Ta Muen Thom.", ["Prasat Ta Muen Thom"]),
    ],
)
def test_parts_of_towns_and_towns_of_provinces_are_places_of_their_own(text: str, names: list[str]) -> None:
    assert read(text).texts(MentionKind.PLACE) == names


def test_a_valley_that_bears_the_name_of_a_country_is_not_that_country() -> None:
    found = read("Homes burned in the northern Jordan Valley.")
    assert all(one.candidate_id != "country:JO" for one in found.found.readings)


def test_an_office_behind_an_officer_is_no_person() -> None:
    assert read("The Prosecutor General's Office said nine were held.").texts(MentionKind.PERSON) == []


@pytest.mark.parametrize(
    "text",
    [
        "Rebels kill 7 in Aleppo assault, capture 3 villages Monitor",
        "Kurdish forces seized villages around the town, the Observatory said.",
        "They took a strategic hilltop the Observatory said.",
    ],
)
def test_who_tells_is_no_place_that_no_list_holds(text: str) -> None:
    assert not {"Monitor", "Observatory"} & set(named(text, PLACE))
