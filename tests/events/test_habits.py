"""Courses of acts told at one go, beside single acts of their kind."""

from __future__ import annotations

import pytest

from tests.events.make import claim, day, document
from tests.events.test_linking import together
from tripoint.comparison.hindsight import habitual
from tripoint.model import Claim, TimeValue

SINCE_MAY = TimeValue(start="2015-05-01", end=None, precision="open_end", rule="test")


def strike(claim_id: str, document_id: str, words: str, **more: object) -> Claim:
    return claim(claim_id, document_id, "shelling", words, agents=("Garrison",), at=("Stonewell",), **more)  # type: ignore[arg-type]


LAST_NIGHT = strike("a", "d1", "Rockets of the garrison struck Stonewell on Friday", time=day("2015-07-03"))


@pytest.mark.parametrize(
    "words",
    [
        "Stonewell has been shelled on almost every day since May",
        "the garrison shells Stonewell on a daily basis",
        "Stonewell has often been shelled by the garrison",
        "the garrison's daily artillery attacks on Stonewell",
    ],
)
def test_a_habit_is_not_one_of_its_acts(words: str) -> None:
    habit = strike("b", "d1", words, time=SINCE_MAY, aspect="ongoing", start=150)
    assert together([LAST_NIGHT, habit], document("d1", published="2015-07-04")) == {frozenset("a"), frozenset("b")}


def test_what_has_gone_on_for_weeks_is_no_single_act_without_a_word_for_a_habit() -> None:
    habit = strike("b", "d2", "Rockets have struck Stonewell since May", time=SINCE_MAY, aspect="ongoing")
    texts = document("d1", published="2015-07-04"), document("d2", published="2015-07-05")
    assert together([LAST_NIGHT, habit], *texts) == {frozenset("a"), frozenset("b")}


def test_a_strike_told_as_repeated_within_one_day_stays_one_strike() -> None:
    other = strike("b", "d2", "The garrison repeatedly struck Stonewell on Friday", time=day("2015-07-03"))
    assert together([LAST_NIGHT, other], document("d1"), document("d2")) == {frozenset("ab")}


def test_two_tellings_of_one_habit_are_one() -> None:
    told = "The garrison has shelled Stonewell every day since May"
    claims = [strike(name, f"d{name}", told, time=SINCE_MAY, aspect="ongoing") for name in "ab"]
    texts = [document(f"d{name}", published="2015-07-04") for name in "ab"]
    assert together(claims, *texts) == {frozenset("ab")}


def test_a_daily_paper_is_no_habit() -> None:
    assert not habitual("rockets struck the town, the daily Harrow Post reported")


def test_a_denial_of_all_such_acts_is_none_of_one_of_them() -> None:
    other = strike("b", "d2", "the garrison does not shell towns such as Stonewell", polarity="denied")
    texts = document("d1", published="2015-07-04"), document("d2", published="2015-07-04")
    assert together([LAST_NIGHT, other], *texts) == {frozenset("a"), frozenset("b")}
