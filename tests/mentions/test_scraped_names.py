"""Names in text that lost its apostrophes, and names that only look like somebody known."""

from __future__ import annotations

from tests.mentions.reading import read
from tripoint.model import MentionKind

ACTOR, PERSON, PLACE = MentionKind.ACTOR, MentionKind.PERSON, MentionKind.PLACE


def test_the_surname_of_a_ruler_behind_another_given_name_is_another_person() -> None:
    meant = read("The budget was read by Dr Ammar al-Assad in Latakia.").meant("Ammar al-Assad")
    assert meant.candidate_id is None


def test_the_ground_of_a_nation_is_its_land() -> None:
    place = read("Rebels shelled villages on Ugandan soil.").meant("Ugandan soil", PLACE).place
    assert place is not None
    assert (place.country, place.precision) == ("UG", "country")


def test_a_country_without_its_apostrophe_owns_the_place_and_not_the_rebels() -> None:
    assert read("Raids on Syrias rebel-held Idlib province went on.").texts(ACTOR) == ["rebel"]


def test_a_nation_joined_to_a_people_shares_its_head() -> None:
    found = read("The assault by Iraqi and Kurdish forces began.")
    assert found.meant("Iraqi", ACTOR).actor_country == "IQ"


def test_a_bearing_before_a_name_is_its_part_and_before_a_verb_is_none() -> None:
    place = read("Fighting went on in northwest Nigeria.").meant("northwest Nigeria", PLACE).place
    assert place is not None
    assert (place.name, place.precision) == ("northwestern Nigeria", "area")


def test_an_article_that_was_not_parted_from_its_word_is_no_part_of_the_name() -> None:
    meant = read("In Syria, shells hit the Alwaer district of Homs.").meant("Alwaer district", MentionKind.PLACE)
    assert meant.candidate_id == "tp:al-waer"


def test_towns_in_a_row_that_lost_its_commas_are_no_person() -> None:
    found = read("In Syria, jets bombed the towns of Huraytan Anadan Kafar Hamra Maaret Alartiq on Monday.")
    assert found.texts(MentionKind.PERSON) == []


def test_the_holder_of_an_account_is_no_place() -> None:
    assert "Steadfast" not in read("Cedar Steadfast @cedarsteadfast: Sirens in Metula.").texts(MentionKind.PLACE)
