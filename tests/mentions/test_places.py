from __future__ import annotations

import pytest

from tests.mentions.reading import read
from tripoint.model import MentionKind

PLACE = MentionKind.PLACE


@pytest.mark.parametrize("written", ["Deir Ezzor", "Deir ez-Zor", "Dayr az-Zawr", "Deir al-Zour"])
def test_spellings_of_a_town_meet(written: str) -> None:
    meant = read(f"Shells fell in {written} in Syria.").meant(written, PLACE)
    assert meant.place is not None and meant.place.lat is not None
    assert abs(meant.place.lat - 35.33) < 0.1


def test_a_far_town_of_the_same_name_is_refused() -> None:
    found = read("In Kenya rebels from Somalia left. They burned the village of Zaza near Mandera in Kenya.")
    meant = found.meant("Zaza", PLACE)
    assert meant.place is not None
    assert meant.place.precision == "unlocated" and meant.place.lat is None
    assert any(not other.chosen for other in found.readings(found.one("Zaza", PLACE)))


def test_a_widely_known_city_needs_no_country() -> None:
    meant = read("Syrian envoys met in Paris.").meant("Paris", PLACE)
    assert meant.place is not None and meant.place.country == "FR"


def test_cue_words_find_a_place_that_no_gazetteer_holds() -> None:
    found = read("Troops reached the town of Qasmarita. Then Belmurra village fell, north of Old Darvash in Iraq.")
    for name in ("Qasmarita", "Belmurra village"):
        meant = found.meant(name, PLACE)
        assert meant.place is not None and meant.place.lat is None


def test_a_crossing_is_not_the_town_of_its_name() -> None:
    found = read("In Jordan and Syria they reopened the Nasib border crossing.")
    meant = found.meant("Nasib border crossing", PLACE)
    assert meant.place is not None
    assert meant.place.precision == "site" and meant.name == "Nasib border crossing"


def test_a_site_called_after_a_town_is_near_it_with_its_uncertainty() -> None:
    meant = read("In Libya, shells hit the Misrata airbase.").meant("Misrata airbase", PLACE)
    assert meant.place is not None and meant.place.place_id is None
    assert meant.place.radius_km is not None and meant.place.radius_km >= 20


def test_a_province_is_not_the_town_of_its_name() -> None:
    meant = read("Shells fell across Idlib province in Syria.").meant("Idlib province", PLACE)
    assert meant.place is not None and meant.place.precision == "province"


@pytest.mark.parametrize(
    "written",
    ["Jordanian-Syrian border", "Syria-Jordan border", "border between Jordan and Syria", "Syrian border with Jordan"],
)
def test_a_border_is_a_line_with_one_name(written: str) -> None:
    meant = read(f"Trucks waited at the {written}.").meant(written, PLACE)
    assert meant.name == "Jordan-Syria border"
    assert meant.place is not None and meant.place.precision == "line"
    assert '"LineString"' in (meant.place.geometry or "") and (meant.place.radius_km or 0) > 100


def test_a_border_guard_is_no_border() -> None:
    assert read("Iraqi border guards came.").texts(PLACE) == []


def test_a_part_of_a_land_is_an_area_with_its_uncertainty() -> None:
    meant = read("They moved through southern Libya.").meant("southern Libya", PLACE)
    assert meant.place is not None and meant.place.precision == "area"
    assert meant.place.lat is not None and meant.place.lat < 26


def test_the_western_part_of_a_province_is_an_area() -> None:
    meant = read("They hold the western part of Anbar province in Iraq.").meant("western part of Anbar province", PLACE)
    assert meant.place is not None and meant.place.lon is not None and meant.place.lon < 41.5


def test_the_town_stands_for_the_place_that_was_called_a_town() -> None:
    found = read("Rebels left the town of Manbij near Aleppo in Syria. The army then entered the town.")
    meant = found.meant("town", PLACE)
    assert meant.antecedent_start == found.doc.text.index("Manbij")


def test_the_crossing_stays_open_between_two_crossings() -> None:
    found = read("In Syria, the Nasib crossing and the Rabia crossing were shut. Trucks waited at the crossing.")
    mention = found.one("crossing", PLACE)
    readings = found.readings(mention)
    assert len(readings) == 2 and not any(reading.chosen for reading in readings)
    assert all(reading.reasons for reading in readings)


def test_plural_type_words_hold_for_both_names() -> None:
    found = read("In Syria rebels left the towns of Fuaarin and Kafrayan.")
    assert {"Fuaarin", "Kafrayan"} <= set(found.texts(PLACE))


def test_all_candidates_are_kept() -> None:
    found = read("He was born in Tripoli in Libya.")
    readings = found.readings(found.one("Tripoli", PLACE))
    assert len(readings) > 1 and sum(reading.chosen for reading in readings) == 1
    assert next(reading for reading in readings if reading.chosen).place.country == "LY"  # type: ignore[union-attr]


def test_a_part_that_has_a_name_of_its_own_is_that_place() -> None:
    meant = read("Shells fell in southern Lebanon on Monday.").meant("southern Lebanon", PLACE)
    assert meant.candidate_id == "tp:lb-south"


def test_a_country_named_as_a_side_only_does_not_draw_its_small_towns() -> None:
    found = read("In Syria the Arab Spring began. US jets and American troops came to Syria and Homs.")
    assert "Spring" not in found.texts(PLACE)


def test_the_land_behind_a_comma_says_which_town_is_meant() -> None:
    text = "A storm hit Paris, Texas, on Monday. Schools in Paris were shut."
    found = read(text)
    for at in (0, 1):
        place = found.meant("Paris", PLACE, at=at).place
        assert place is not None and place.country == "US" and place.admin1 == "Texas"


def test_a_short_form_of_a_state_counts_behind_a_comma_only() -> None:
    found = read("He lives in Covington, Ky., and works in Lima.")
    assert found.meant("Ky", PLACE).name == "Kentucky"
    assert "Miss" not in read("In Ohio, Miss Jane Doe sang.").texts(PLACE)


def test_names_of_one_text_decide_for_each_other() -> None:
    found = read("Ohio will close roads in Dayton, Toledo and Akron. Police in Lima shut a bridge.")
    place = found.meant("Lima", PLACE).place
    assert place is not None and place.admin1 == "Ohio"


def test_a_county_is_not_the_town_of_its_name() -> None:
    place = read("In Texas, floods hit Henderson County.").meant("Henderson County", PLACE).place
    assert place is not None and place.precision == "district" and place.admin1 is None


def test_a_province_with_a_country_in_its_name_is_no_country() -> None:
    found = read("Fires spread across New South Wales in Australia.")
    place = found.meant("New South Wales", PLACE).place
    assert place is not None and place.precision == "province" and place.country == "AU"


def test_names_on_a_road_or_beside_a_known_place_are_places() -> None:
    text = "In Mali, shells fell near Gao and Tin Asrak. The lorry burned on the road through Ihrar."
    assert {"Gao", "Tin Asrak", "Ihrar"} <= set(read(text).texts(PLACE))


def test_the_town_is_the_last_one_that_the_text_was_about() -> None:
    text = "The rebels held Menaka in Mali. They had come from Gao along the river. Drones then hit the town."
    assert read(text).meant("town", PLACE).name.startswith("M")


def test_what_is_called_a_town_behind_its_name_is_a_place() -> None:
    text = "In Sudan the militia said so in December, when Umm Ruwaba, the capital of the state, was handed to it."
    assert "Umm Ruwaba" in read(text).texts(PLACE)
    assert "Abu Karim" not in read("In Sudan Abu Karim, the mayor of the town, fled.").texts(PLACE)


def test_a_part_of_a_town_and_in_before_an_arabic_article_show_a_place() -> None:
    assert read("A bomb exploded in the market of al-Shaafa in Syria.").meant("al-Shaafa", MentionKind.PLACE)
    found = read("The army advanced near al-Kharafi in Syria on Monday.").meant("al-Kharafi", MentionKind.PLACE)
    assert found.place is not None and found.place.precision == "unlocated"


def test_with_an_article_it_is_the_river_without_one_the_town() -> None:
    river = read("In Ukraine tanks broke through on the Dnipro.").meant("Dnipro", PLACE).place
    town = read("In Ukraine tanks stood in Dnipro.").meant("Dnipro", PLACE).place
    assert river is not None and river.precision == "line"
    assert town is not None and town.precision == "town"


@pytest.mark.parametrize("behind", ["on Friday", "in March", "in a surprise attack"])
def test_the_town_with_a_day_behind_it_is_still_the_town_named_before(behind: str) -> None:
    text = f"In Syria the army entered Palmyra. The rebels had taken the town {behind}."
    assert read(text).meant("town", PLACE).name == "Palmyra"


def test_the_town_that_is_told_apart_by_where_it_lies_is_not_the_one_named_before() -> None:
    text = "In Syria the army entered Palmyra. The rebels held the town on the border."
    assert "town" not in read(text).texts(PLACE)


def test_what_lies_somewhere_is_a_place() -> None:
    assert "Mykolaiv" in read("Mykolaiv, which lies on a river, has been shelled since the end of February.").texts(
        PLACE
    )


def test_quarters_called_after_sheikhs_are_places_in_a_row() -> None:
    found = read("In Syria, clashes broke out in Sheikh Saeed, Sheikh Fares and Sheikh Maqsoud in Aleppo.")
    assert {"Sheikh Saeed", "Sheikh Fares", "Sheikh Maqsoud"} <= set(found.texts(PLACE))


def test_a_listed_town_of_many_people_is_meant_before_small_towns_of_its_name() -> None:
    meant = read("The army retook Palmyra on Sunday.").meant("Palmyra", PLACE)
    assert meant.place is not None and meant.place.country == "SY"


def test_a_bridge_called_a_bridge_is_the_bridge_that_is_known() -> None:
    meant = read("The Antonivsky bridge was found destroyed on Friday.").meant("Antonivsky bridge", PLACE)
    assert meant.candidate_id == "tp:ua-antonivsky-bridge"


def test_a_quarter_of_the_supplement_lies_in_the_province_that_the_text_names_behind_it() -> None:
    meant = read("In Syria, four shells fell on Bab Touma in Damascus.").meant("Bab Touma", PLACE)
    assert meant.candidate_id == "tp:sy-bab-touma"


def test_the_countryside_of_a_city_may_be_a_province_of_its_own() -> None:
    meant = read("In Syria, shells fell on Damascus countryside.").meant("Damascus countryside", PLACE)
    assert meant.name == "Rif Dimashq"


def test_a_short_name_of_a_town_is_that_town() -> None:
    assert read("The Syrian army shelled Ma'arrat.").meant("Ma'arrat", PLACE).candidate_id == "gn:167611"


@pytest.mark.parametrize(
    "text",
    [
        "Artillery hit a column of families in Jubb al-Qubbeh at dawn on Wednesday, rescue workers said.",
        "The brigade took the village of Jubb al-Qubbeh, according to the statement of Monday.",
    ],
)
def test_where_nobody_stands_a_row_of_two_arabic_words_is_a_place(text: str) -> None:
    found = read(text)
    assert found.one("Jubb al-Qubbeh", PLACE)
    assert found.texts(MentionKind.PERSON) == []


def test_the_city_is_none_of_its_quarters() -> None:
    text = "Rockets hit Zabadin neighborhood in Aleppo city. Others fell on a street in the city."
    assert read(text).meant("city", PLACE).candidate_id == "gn:170063"
