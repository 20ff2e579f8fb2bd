"""One place, the most specific, by its bare name: the event-location benchmark's way of reading."""

from __future__ import annotations

import pytest

from tripoint.evals.place_reading import bare, read_places
from tripoint.model import PlaceSlot, PlaceValue
from tripoint.syntax import Token


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    at = 0
    for i, word in enumerate(text.split()):
        found.append(Token(i=i, start=at, end=at + len(word), text=word, lemma=word, pos="", tag="", dep="", ent=""))
        at += len(word) + 1
    return found


def _read(text: str, *told: tuple[str, str, str], country: str = "SY") -> list[str]:
    slots = []
    for name, precision, role in told:
        value = PlaceValue(
            place_id=None,
            name=name,
            lat=None,
            lon=None,
            radius_km=None,
            country="IQ" if name == "Iraq" else country,
            admin1=None,
            precision=precision,
        )
        start = text.index(name)
        slots.append(PlaceSlot(place=value, role=role, text=name, start=start, end=start + len(name)))
    return [text[start:end] for start, end in read_places(slots, _tokens(text))]


def test_a_town_leaves_out_the_province_and_the_country_that_hold_it() -> None:
    text = "mines went off in Palmyra in Homs in Syria"
    assert _read(text, ("Palmyra", "town", "at"), ("Homs", "province", "in_area"), ("Syria", "country", "in_area")) == [
        "Palmyra"
    ]


def test_a_country_that_does_not_hold_the_town_stays() -> None:
    text = "convoys met in Palmyra and in Iraq"
    assert _read(text, ("Palmyra", "town", "at"), ("Iraq", "country", "in_area")) == ["Palmyra", "Iraq"]


def test_a_province_alone_stays() -> None:
    assert _read("mines went off in Homs", ("Homs", "province", "in_area")) == ["Homs"]


@pytest.mark.parametrize("role", ["near", "between", "north_of"])
def test_what_only_locates_is_left_out_beside_a_place_it_happened_at(role: str) -> None:
    text = "mines went off in Arak beyond Palmyra"
    assert _read(text, ("Arak", "town", "at"), ("Palmyra", "town", role)) == ["Arak"]


def test_what_locates_stays_when_nothing_else_is_told() -> None:
    assert _read("mines went off near Palmyra", ("Palmyra", "town", "near")) == ["Palmyra"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("eastern Homs", "Homs"),
        ("the town of Arak", "Arak"),
        ("Homs province", "Homs"),
        ("West Bank", "West Bank"),
        ("Erbil Governorate", "Erbil Governorate"),
        ("the town", "the town"),
    ],
)
def test_direction_and_type_words_in_small_letters_are_no_part_of_the_name(words: str, name: str) -> None:
    start, end = bare((0, len(words)), _tokens(words))
    assert words[start:end] == name
