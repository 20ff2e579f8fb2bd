"""Readings that were wrong on scraped pages, each by its general cause."""

from __future__ import annotations

from tests.mentions.reading import read
from tripoint.model import MentionKind

ACTOR, PERSON, PLACE = MentionKind.ACTOR, MentionKind.PERSON, MentionKind.PLACE


def lies(text: str, words: str) -> tuple[float | None, str]:
    """Where a place of a text is read to lie, and its name."""
    meant = read(text).meant(words, PLACE)
    assert meant.place is not None
    return meant.place.lat, meant.name


def test_a_loose_spelling_in_a_land_that_is_only_a_theatre_is_refused() -> None:
    text = "The ISIL offensive broke through army positions in al-Sinaah district near Deir Ezzor. Syria was calm."
    assert lies(text, "al-Sinaah district")[0] is None


def test_a_short_name_is_not_looked_up_by_its_loose_spelling() -> None:
    assert lies("Warplanes struck the village of Hass in Syria. They hit Idlib province.", "Hass")[0] is None


def test_a_name_told_to_lie_in_a_province_is_no_namesake_elsewhere() -> None:
    text = "Syrian soldiers repelled an attack on Mallah Farms in Aleppo northern countryside."
    assert lies(text, "Mallah Farms") == (36.27, "al-Mallah Farms")
    assert lies(text.replace("Aleppo northern", "Daraa northern"), "Mallah Farms")[0] is None


def test_a_name_before_an_arabic_article_is_not_the_town_of_its_first_word() -> None:
    text = "In Daraa province of Syria shells were fired from Busr al-Gharbi town at the town of Izraa."
    assert "Busr" not in read(text).texts(PLACE)
    text = "In Daraa province of Syria shells were fired from Busr al-Harir town at the town of Izraa."
    assert lies(text, "Busr al-Harir town") == (32.84, "Busra al-Harir")


def test_an_office_is_no_place() -> None:
    assert "Commissioner" not in read("After that the UN High Commissioner for Human Rights spoke.").texts(PLACE)


def test_a_land_behind_a_preposition_in_a_headline_is_a_place() -> None:
    found = read("Damascus Demands Withdrawal of Turkish Army From Syria - State Media")
    assert found.one("Syria", PLACE)


def test_a_coalition_does_not_share_its_head() -> None:
    found = read("Civilians died in Russian and coalition air raids in Syria.")
    assert "Russian coalition" not in {one.name for one in found.found.readings}


def test_forces_of_a_people_within_a_country_are_not_the_state() -> None:
    words = "Syrian Kurdish special forces"
    meant = read(f"The {words} held out.").meant(words)
    assert meant.candidate_id is None and meant.actor_country == "SY"


def test_a_place_before_army_units_is_a_heading_that_lost_its_line() -> None:
    found = read("Rebels fled in Syria. Daraa Army units on Sunday destroyed vehicles.")
    assert "Army units" in found.texts(ACTOR)


def test_first_names_between_slashes_are_no_broadcaster() -> None:
    assert "Manar" not in read("The shells caused damage to the mosque. Manar/Manal/Ghossoun").texts(ACTOR)


def test_a_row_of_names_without_commas_is_not_one_name() -> None:
    found = read("Factions of the Sham Legion Mujahideen Army al-Nasr Army Idlib Army Freedom Brigade joined.")
    assert all(len(text.split()) < 6 for text in found.texts(ACTOR))


def test_a_title_that_opens_a_sentence_makes_a_person() -> None:
    assert read("Mr Fallon told us so.").one("Fallon", PERSON)
    assert read("Minister Ellwood said so.").one("Ellwood", PERSON)


def test_two_fronts_of_a_country_are_two_bodies() -> None:
    found = read("The Syria Revolutionaries Front fought the Syrian Salvation Front.")
    one, other = found.meant("Syria Revolutionaries Front"), found.meant("Syrian Salvation Front")
    assert one.candidate_id != other.candidate_id
