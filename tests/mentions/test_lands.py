"""Names that several wars know are read by the lands of the document."""

from __future__ import annotations

import pytest

from tests.mentions.reading import read
from tripoint.model import MentionKind
from tripoint.resources.actors import register


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("In Ethiopia the National Defense Force took Mekelle.", "National Defense Force", False),
        ("In Syria the National Defense Forces took Homs.", "National Defense Forces", True),
        ("In Uganda the People's Defence Forces left Kampala.", "People's Defence Forces", False),
        ("In Ukraine troops of the Southern Front reached Kherson.", "Southern Front", False),
    ],
)
def test_a_common_name_means_the_party_of_a_land_only_where_the_text_speaks_of_it(
    text: str, words: str, expected: bool
) -> None:
    found = read(text).found
    meant = {one.candidate_id for one in found.readings if one.chosen and one.candidate_id is not None}
    shared = {actor.id for actor in register() if words in actor.ambiguous}
    assert shared
    assert bool(meant & shared) is expected


def test_the_largest_parties_of_ten_wars_are_known() -> None:
    known = {actor.country for actor in register() if actor.kind not in ("person", "agency", "monitor")}
    assert {"UA", "RU", "SD", "ET", "MM", "ML", "BF", "PS", "IL", "YE", "LY", "SO", "CD", "AF", "AZ", "HT"} <= known


@pytest.mark.parametrize("mark", ["'", "’", ""])
def test_a_body_of_the_people_is_known_however_its_apostrophe_is_written(mark: str) -> None:
    words = f"Tigray People{mark}s Liberation Front"
    assert read(f"The {words} attacked.").meant(words).candidate_id == "actor:tplf"


def test_a_body_of_the_people_that_no_register_holds_keeps_its_whole_name_and_its_abbreviation() -> None:
    found = read("The Amhara People's Salvation Front (APSF) rejected it in Ethiopia. The APSF fled.")
    assert found.meant("Amhara People's Salvation Front").actor_kind == "armed_group"
    assert found.meant("APSF", at=1).name == "Amhara People's Salvation Front"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The RSF said its fighters had retaken Bara.", "RSF", "actor:sd-rsf"),
        ("The ADF killed six farmers near Beni.", "ADF", "actor:adf"),
    ],
)
def test_where_no_land_is_told_the_places_tell_which_of_two_bodies_of_one_name_is_meant(
    text: str, words: str, expected: str
) -> None:
    assert read(text).meant(words).candidate_id == expected


def test_a_town_of_many_lands_lies_in_that_of_the_only_side() -> None:
    found = read("The RSF said its fighters had retaken the town of Bara from the army.")
    meant = found.meant("Bara", MentionKind.PLACE)
    assert meant.place is not None and meant.place.country == "SD"
    assert found.meant("army").candidate_id == "actor:sd-saf"
