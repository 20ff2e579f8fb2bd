from __future__ import annotations

import pytest

from tests.mentions.reading import read
from tripoint.model import AmountValue, MentionKind

AMOUNT = MentionKind.AMOUNT


def amount(sentence: str, words: str) -> AmountValue:
    meant = read(sentence).meant(words, AMOUNT)
    assert meant.amount is not None
    return meant.amount


@pytest.mark.parametrize(
    ("sentence", "words", "what", "low", "high"),
    [
        ("The raid left, killing 12 rebels.", "12 rebels", "killed", 12, 12),
        ("At least 40 civilians were killed.", "At least 40 civilians", "killed", 40, None),
        ("Up to 300 people fled.", "Up to 300 people", "displaced", None, 300),
        ("The blast wounded nine soldiers.", "nine soldiers", "wounded", 9, 9),
        ("The army captured twenty-five gunmen.", "twenty-five gunmen", "captured", 25, 25),
        ("About 400 troops entered.", "About 400 troops", "troops", 400, 400),
        ("Rebels seized three villages.", "three villages", "towns", 3, 3),
        ("The column had 16 tanks.", "16 tanks", "vehicles", 16, 16),
        ("Dozens of shells fell.", "Dozens of shells", "count", 24, None),
        ("They paid $2 million.", "$2 million", "money", 2_000_000, 2_000_000),
        ("The siege lasted four months.", "four months", "duration", 4, 4),
    ],
)
def test_what_is_counted_follows_the_noun_and_the_verb(
    sentence: str, words: str, what: str, low: float | None, high: float | None
) -> None:
    found = amount(sentence, words)
    assert (found.what, found.low, found.high) == (what, low, high)


def test_the_wording_is_kept() -> None:
    assert amount("More than 70 rebels died.", "More than 70 rebels").wording == "more than"


def test_a_range_has_both_ends() -> None:
    found = amount("Between 1,200 and 1,500 people were displaced.", "1,200 and 1,500 people")
    assert (found.low, found.high, found.what) == (1200, 1500, "displaced")


def test_a_length_is_no_distance() -> None:
    length = amount("They cleared 90 kilometers of road.", "90 kilometers")
    assert (length.what, length.unit) == ("length", "km")
    assert amount("The base lies 15 km north of the town.", "15 km").what == "distance"


def test_square_miles_are_an_area_in_square_kilometres() -> None:
    found = amount("They hold 10 square miles.", "10 square miles")
    assert found.what == "area" and found.unit == "km2" and found.low == pytest.approx(25.89988)


def test_a_year_is_no_amount() -> None:
    assert read("It fell in 2014.").texts(AMOUNT) == []


def test_the_number_of_a_brigade_or_a_tank_type_is_no_amount() -> None:
    assert read("The 4th Division lost a T-72 tank.").texts(AMOUNT) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A nine-year-old girl was found in the rubble.",
        "The shell hit a seven-storey hotel.",
        "The 61 year old miner walked home.",
    ],
)
def test_ages_and_shapes_count_nothing(sentence: str) -> None:
    assert read(sentence).texts(MentionKind.AMOUNT) == []


@pytest.mark.parametrize(
    ("words", "low", "unit"),
    [("three-week", 3, "weeks"), ("months-long", None, "months"), ("every day", 1, "days"), ("daily", 1, "days")],
)
def test_how_long_and_how_often_are_durations(words: str, low: float | None, unit: str) -> None:
    amount = read(f"The envoys met in {words} talks at the port.").meant(words, MentionKind.AMOUNT).amount
    assert amount is not None and (amount.what, amount.low, amount.unit) == ("duration", low, unit)


def test_an_article_adds_nothing_to_the_number_behind_it() -> None:
    amount = read("She left after a four-hour visit.").meant("four-hour", MentionKind.AMOUNT).amount
    assert amount is not None and amount.low == 4


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("20 people killed 30 others injured in car bomb.", "20 people", "killed"),
        ("The shell fell, killing six pupils and injuring a teacher and 19 others.", "19 others", "wounded"),
        ("The film showed the beheadings of at least 18 men.", "at least 18 men", "killed"),
        ("The dead included 109 evacuees.", "109 evacuees", "killed"),
        ("The execution of 12 prisoners was condemned.", "12 prisoners", "killed"),
        ("The blast injured six members of one family.", "one family", "count"),
        ("They advanced to within nine miles of Manbij.", "nine miles", "distance"),
    ],
)
def test_what_became_of_those_counted_is_told_by_the_words_around(text: str, words: str, what: str) -> None:
    amount = read(text).meant(words, MentionKind.AMOUNT).amount
    assert amount is not None
    assert amount.what == what


def test_over_of_a_verb_is_no_lower_bound() -> None:
    amount = read("The militants took over two oil fields.").meant("two oil fields", MentionKind.AMOUNT).amount
    assert amount is not None
    assert (amount.low, amount.high) == (2.0, 2.0)


def test_a_number_of_the_page_before_a_sentence_counts_nothing() -> None:
    assert read("Topic (1881) 0 25 A suicide bomber died.").texts(MentionKind.AMOUNT) == []
