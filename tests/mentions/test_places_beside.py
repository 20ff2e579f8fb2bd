"""Places that no gazetteer holds, bounded or located by what stands beside them."""

from __future__ import annotations

import pytest

from tests.mentions.reading import read
from tripoint.model import MentionKind, PlaceValue
from tripoint.sphere import kilometres

PLACE = MentionKind.PLACE


def place(text: str, words: str) -> PlaceValue:
    value = read(text).meant(words, PLACE).place
    assert value is not None
    return value


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("Gunmen killed 60 people in Darul Jamal, Borno State.", "Darul Jamal", "NG", "Borno"),
        ("Gunmen killed 44 civilians in Fambita, in Niger's Tillabéri region.", "Fambita", "NE", "Tillabéri"),
        ("They attacked the village of Kofouno in central Mali.", "Kofouno", "ML", None),
        ("Junta jets hit a school in Sagaing Region's Tabayin.", "Tabayin", "MM", "Sagaing"),
        ("Militants stormed a post in Mir Ali, North Waziristan.", "Mir Ali", "PK", "Waziristan"),
    ],
)
def test_an_unknown_place_is_bounded_by_the_land_told_beside_it(
    text: str, name: str, country: str, admin1: str | None
) -> None:
    value = place(text, name)
    assert (value.precision, value.lat, value.country, value.admin1) == ("unlocated", None, country, admin1)


@pytest.mark.parametrize(
    ("text", "words", "town"),
    [
        ("Shelling hit the Kalakla neighbourhood of Khartoum.", "Kalakla neighbourhood", (15.55, 32.53)),
        ("They fought in Tripoli's Abu Salim district.", "Abu Salim district", (32.89, 13.19)),
        ("Troops entered Toretsk's eastern Zabalka district.", "eastern Zabalka district", (48.39, 37.85)),
    ],
)
def test_a_quarter_that_nobody_knows_lies_in_its_town(text: str, words: str, town: tuple[float, float]) -> None:
    value = place(text, words)
    assert value.place_id is None
    assert value.lat is not None
    assert value.lon is not None
    assert kilometres((value.lat, value.lon), town) < (value.radius_km or 0.0)


@pytest.mark.parametrize(
    ("text", "words", "true"),
    [
        ("Families arrived at Tawila, 60 km west of El Fasher.", "Tawila", (13.49, 24.88)),
        ("Militants overran Adan Yabal, 245 km north of Mogadishu.", "Adan Yabal", (3.76, 46.27)),
    ],
)
def test_a_place_told_by_its_distance_from_a_town_lies_within_its_uncertainty(
    text: str, words: str, true: tuple[float, float]
) -> None:
    value = place(text, words)
    assert value.lat is not None
    assert value.lon is not None
    assert kilometres((value.lat, value.lon), true) < 1.1 * (value.radius_km or 0.0)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Islamists seized the port of Mocímboa da Praia in northern Mozambique.", ["Mocímboa da Praia"]),
        ("Settlers attacked Turmus Ayya, north of Ramallah.", ["Turmus Ayya", "Ramallah"]),
        ("Troops shelled Kyaukphyu, home to a Chinese port.", ["Kyaukphyu"]),
        ("Airstrikes hit Mogok and Momeik townships.", ["Mogok", "Momeik townships"]),
        ("Rebels shelled a base in Puerto Jordán, Arauca.", ["Puerto Jordán", "Arauca"]),
    ],
)
def test_names_of_several_words_are_one_place_and_none_of_their_parts(text: str, names: list[str]) -> None:
    found = read(text).texts(PLACE)
    assert [name for name in found if not name.startswith("northern")] == names


def test_no_namesake_abroad_is_meant_where_a_province_is_told_beside_the_name() -> None:
    assert place("Gunmen killed priests in Kwande, Benue State.", "Kwande").country == "NG"


def test_an_article_that_is_no_english_word_joins_a_name_without_a_hyphen() -> None:
    found = read("Troops crossed Salah ad Din Province in Iraq.")
    assert found.meant("Salah ad Din Province").candidate_id == "tp:iq-salahuddin"
