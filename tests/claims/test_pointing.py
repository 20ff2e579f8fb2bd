"""Places told by a word that points back (*there, where, its outskirts, the area, it*), or by one beside the act."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read
from tripoint.model import BlockRole, Claim


def where(claim: Claim) -> list[tuple[str, str, str]]:
    """Role, words and name of each place of a claim."""
    return [(slot.role, slot.text, slot.place.name) for slot in claim.places]


@pytest.mark.parametrize(
    ("text", "type_", "told"),
    [
        ("The rebels seized Morek in May. Two men were killed there on Monday.", "kill", ("at", "there", "Morek")),
        ("The army holds Morek. It sent troops there in May.", "deploy", ("to", "there", "Morek")),
        ("The army advanced to Morek, where it set up a base.", "deploy", ("at", "where", "Morek")),
        ("The army took Morek. Clashes went on in its outskirts.", "clash", ("at", "its", "Morek")),
        ("The army took Morek. Clashes broke out to the south of it.", "clash", ("south_of", "it", "Morek")),
        ("The rebels stormed Morek. A warplane bombed the area.", "airstrike", ("at", "the area", "Morek")),
    ],
)
def test_a_word_that_points_back_stands_for_the_place_just_named(
    one: One, text: str, type_: str, told: tuple[str, str, str]
) -> None:
    claim = one(text, type_)
    assert where(claim) == [told]
    (slot,) = claim.places
    assert slot.antecedent_start is not None
    assert text[slot.antecedent_start : slot.antecedent_end] == "Morek"


def test_it_stands_for_the_one_place_of_the_sentence_before(read: Read) -> None:
    found = read("The rebels stormed Morek in 2014. The army recaptured it in August.")
    assert [where(claim) for claim in found if claim.type == "capture"] == [[("at", "Morek", "Morek")]]


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit Morek and Homs. Two men were killed there.",
        "The minister flew to Russia. Two men were killed there.",
        "There were two men killed.",
    ],
)
def test_where_two_places_fit_or_none_nothing_is_told(read: Read, text: str) -> None:
    found = [claim for claim in read(text) if claim.type == "kill"]
    assert [slot for claim in found for slot in claim.places] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The rebels took Morek, only hours after state television had announced its fall.", ("at", "its", "Morek")),
        ("Palmyra, whose loss on Sunday angered the rebels, lies in Homs.", ("at", "whose", "Palmyra")),
    ],
)
def test_its_fall_is_that_of_the_place_and_not_the_act_of_it(read: Read, text: str, told: tuple[str, str, str]) -> None:
    claim = [one for one in read(text) if one.type == "capture"][-1]
    assert where(claim) == [told]
    assert claim.agents == ()


def test_a_name_joined_to_a_place_is_a_place_that_stays_unlocated(one: One) -> None:
    claim = one("The army entered Morek and Tal Zofan on Monday.", "reach")
    assert [(slot.text, slot.place.precision) for slot in claim.places] == [
        ("Morek", "town"),
        ("Tal Zofan", "unlocated"),
    ]


def test_a_dateline_tells_where_it_was_written(one: One) -> None:
    claim = one("HOMS, Syria (AP) - The army captured the town of Morek on Thursday.", "capture")
    assert [slot.text for slot in claim.places] == ["Morek"]


def test_a_place_inside_what_is_condemned_is_not_where_it_was_condemned(one: One) -> None:
    claim = one("The ministry denounced the occupation of Homs on Monday in Hama.", "accuse")
    assert [slot.text for slot in claim.places] == ["Hama"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jets struck several Syrian towns on Friday, including Binnish.", ["Binnish"]),
        ("Syrian rebels launched an attack on Monday, including in the Hama countryside.", ["Hama countryside"]),
        ("In Syria ten people were killed, including three from Homs.", []),
    ],
)
def test_a_place_behind_including_is_one_of_the_places_before_it(read, text, names):
    assert [p.text for c in read(text) for p in c.places if p.place.precision != "country"] == names


def test_the_hills_that_overlook_a_town_lie_near_it(one: One) -> None:
    claim = one("The army seized the heights overlooking the town of Morek.", "capture")
    assert where(claim) == [("near", "Morek", "Morek")]


def test_where_people_hail_from_and_who_only_heard_it_are_no_part_of_the_act(read):
    hailing = read("In Syria a group of mercenaries hailing from Tunisia were killed in an airstrike near Hama.")
    assert "Tunisia" not in [slot.text for claim in hailing for slot in claim.places]
    heard = read("People waiting in the garage in Aleppo heard the blast.")
    assert heard and not any(claim.agents for claim in heard)


def test_a_stronghold_that_is_shelled_is_where_the_shells_fall_as_well_as_who_holds_it(
    one: One,
) -> None:
    text = "Rebels fired rockets from Sarmin into the government stronghold of Latakia."
    assert [(slot.text, slot.role) for slot in one(text, "shelling").places] == [("Sarmin", "from"), ("Latakia", "to")]
    assert [slot.text for slot in one(text, "control").places] == ["Latakia"]


def test_the_seat_of_who_tells_it_is_not_where_it_happened(one: One) -> None:
    text = "Raids killed ten people in the rebel-held Atarib town the London-based Rights Monitor said."
    assert "London" not in {slot.text for slot in one(text, "attack").places}


def test_what_raids_are_aimed_at_is_where_they_fall_and_no_second_raid(one: One) -> None:
    claim = one("At least 36 civilians were killed in raids targeting rural areas of Aleppo province.", "attack")
    assert [slot.text for slot in claim.places] == ["Aleppo province"]
    assert [slot.amount.what for slot in claim.amounts] == ["killed"]


def test_the_name_of_the_site_behind_a_bar_places_nothing(read: Read) -> None:
    (claim,) = read("Air strikes kill 44 people in Kobani | Jordan Herald", role=BlockRole.HEADLINE)
    assert [slot.text for slot in claim.places] == ["Kobani"]


def test_the_crossing_is_the_one_of_the_sentence_before(read: Read) -> None:
    text = "Kenya and Somalia agreed to reopen the Mandera crossing. Mines had prevented a reopening of the crossing."
    opened = [claim for claim in read(text) if claim.type == "open"]
    assert [(c.polarity.value, [slot.place.name for slot in c.places]) for c in opened] == [
        ("affirmed", ["Mandera crossing"]),
        ("denied", ["Mandera crossing"]),
    ]


def test_the_crossing_is_none_of_two(read: Read) -> None:
    text = "Kenya holds the Mandera crossing and the Liboi crossing. Mines had prevented a reopening of the crossing."
    assert [slot for claim in read(text) if claim.type == "open" for slot in claim.places] == []


def test_the_bridge_is_no_town_that_was_named_last(read: Read) -> None:
    text = "The army holds Kherson. The bridge has been closed since July."
    assert [slot for claim in read(text) if claim.type == "close" for slot in claim.places] == []


@pytest.mark.parametrize("line", ["6 May 2016 - ISIS", "6 May 2016 – ISIS", "6 May 2016 ISIS"])
def test_a_date_that_opens_a_line_is_the_day_of_the_page_and_not_of_the_act(one: One, line: str) -> None:
    told = one(f"{line} shelled the town of Rutbah on Thursday.", "shelling").time
    assert told is not None
    assert told.text == "Thursday"
