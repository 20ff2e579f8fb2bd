"""Capitals told by their country alone, and waters whose names hold an *of*."""

from __future__ import annotations

import pytest

from tests.mentions.reading import read
from tripoint.model import MentionKind

PLACE = MentionKind.PLACE


@pytest.mark.parametrize(
    ("text", "written", "town"),
    [
        ("Fighting broke out in the Libyan capital on Friday.", "Libyan capital", "Tripoli"),
        ("A bomb exploded in Somalia's capital, killing four.", "Somalia's capital", "Mogadishu"),
        ("Troops entered the capital of Libya at dawn.", "capital of Libya", "Tripoli"),
    ],
)
def test_a_capital_without_its_name_is_that_of_its_country(text: str, written: str, town: str) -> None:
    meant = read(text).meant(written, PLACE)
    assert (meant.name, meant.place.precision if meant.place else None) == (town, "town")


@pytest.mark.parametrize(
    "text",
    [
        "Fighting broke out in the Libyan capital Tripoli on Friday.",
        "Fighting broke out in the Libyan capital, Tripoli, on Friday.",
        "Fighting broke out in Tripoli, the Libyan capital, on Friday.",
        "Libyan capital markets fell on Friday.",
    ],
)
def test_a_capital_beside_its_name_is_told_once(text: str) -> None:
    assert [name for name in read(text).texts(PLACE) if "capital" in name] == []


@pytest.mark.parametrize(
    ("text", "written", "where"),
    [
        ("A tanker was hit in the Gulf of Aden.", "Gulf of Aden", "tp:gulf-of-aden"),
        ("Gunboats seized a tanker in the Strait of Hormuz.", "Strait of Hormuz", "tp:hormuz"),
        ("Pirates took a dhow in the Gulf of Guinea.", "Gulf of Guinea", None),
    ],
)
def test_a_water_called_after_a_land_is_neither_a_town_nor_that_land(
    text: str, written: str, where: str | None
) -> None:
    found = read(text)
    assert found.meant(written, PLACE).candidate_id == where
    assert found.texts(PLACE) == [written]


def test_the_weight_of_one_bomb_counts_nothing() -> None:
    found = read("The jets dropped two 500-pound bombs on Goma.")
    assert found.texts(MentionKind.AMOUNT) == ["two"]


def test_militants_of_a_faith_who_are_from_a_body_are_those_of_the_body() -> None:
    found = read("Islamist militants from the Allied Democratic Forces attacked Beni.")
    assert found.meant("Islamist militants", MentionKind.ACTOR).candidate_id == "actor:adf"


def test_a_name_with_an_age_behind_it_is_a_person() -> None:
    assert read("The shelling went on all night, said Amina, 32, who fled.").texts(MentionKind.PERSON) == ["Amina"]


def test_a_river_with_its_article_is_no_province() -> None:
    assert read("The army crossed the Nile in Khartoum.").meant("Nile", PLACE).candidate_id == "tp:nile"
