"""Numbers that only seem to clash, and those that do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.assess.make import case
from tests.events.make import claim, day, document, killed
from tripoint.model import AmountSlot, Contradiction, TimeValue

ON = day("2015-03-03")


def tolls(
    less: AmountSlot,
    more: AmountSlot,
    *,
    words: tuple[str, str] = ("A bomb killed them.", "A bomb killed them."),
    told: tuple[str, str] = ("2015-03-03", "2015-03-03"),
    when: tuple[TimeValue, TimeValue] = (ON, ON),
) -> list[Contradiction]:
    """What two outlets' numbers of one bombing come to."""
    claims = [
        claim("a", "d1", "bombing", words[0], at=("Stonewell",), time=when[0], amounts=(less,)),
        claim("b", "d2", "bombing", words[1], at=("Stonewell",), time=when[1], amounts=(more,)),
    ]
    documents = (
        document("d1", words[0], outlet="Morning", published=told[0]),
        document("d2", words[1], outlet="Evening", published=told[1]),
    )
    return list(case(claims, *documents, merged=True)[1].contradictions)


def explained(found: list[Contradiction]) -> list[str | None]:
    return [one.explained for one in found if one.field == "amount:killed"]


def test_two_numbers_told_on_one_day_clash() -> None:
    assert explained(tolls(killed(12), killed(30))) == [None]


def test_a_higher_number_told_later_may_be_a_count_that_went_on() -> None:
    found = explained(tolls(killed(12), killed(30), told=("2015-03-03", "2015-03-04")))
    assert found == ["the count may have gone on: the later text tells more"]


def test_a_lower_number_told_later_clashes() -> None:
    assert explained(tolls(killed(12), killed(30), told=("2015-03-04", "2015-03-03"))) == [None]


@pytest.mark.parametrize(
    "words",
    [
        ("A bomb killed them.", "The death toll rose to thirty."),
        ("A bomb killed them.", "Thirty died, according to a new toll."),
        ("Twelve died; the toll is expected to rise.", "A bomb killed them."),
        ("Twelve died, preliminary reports say.", "A bomb killed them."),
    ],
)
def test_words_that_tell_of_a_growing_count_explain_two_numbers_of_one_day(words: tuple[str, str]) -> None:
    found = explained(tolls(killed(12), killed(30), words=words))
    assert found == ["the count went on: one text gives an early number, or says that it has grown"]


def test_fewer_civilians_than_dead_are_a_part() -> None:
    found = explained(tolls(killed(12, unit="civilians"), killed(30)))
    assert found == ["one counts civilians, the other all the dead"]


def test_more_civilians_than_dead_clash() -> None:
    assert explained(tolls(killed(12), killed(30, unit="civilians"))) == [None]


def test_the_dead_of_a_week_are_not_set_against_those_of_a_day() -> None:
    found = explained(tolls(killed(12), killed(30), when=(ON, day("2015-02-25", "2015-03-03"))))
    assert found == ["one counts what happened over a longer time"]


def test_another_six_are_counted_beside_those_told_before() -> None:
    six = killed(6)
    more = replace(six, amount=replace(six.amount, wording="another 6"))
    assert tolls(more, killed(30)) == []


def test_a_number_of_similar_acts_is_no_number_of_this_one() -> None:
    words = ("A bomb killed them.", "Similar attacks have killed thirty in the city.")
    assert tolls(killed(12), killed(30), words=words) == []


def test_one_text_that_tells_of_a_new_toll_explains_the_numbers_of_all() -> None:
    claims = [
        claim(name, f"d{name}", "bombing", words, at=("Stonewell",), time=ON, amounts=(killed(number),))
        for name, words, number in (
            ("a", "A bomb killed 12.", 12), ("b", "A bomb killed 30.", 30), ("c", "A new toll: 31 died.", 31)
        )
    ]  # fmt: skip
    documents = [
        document(f"d{c.claim_id}", c.evidence[0].text, outlet=c.claim_id, published="2015-03-03") for c in claims
    ]
    found = case(claims, *documents, merged=True)[1].contradictions
    assert explained(list(found)) == ["the count went on: one text gives an early number, or says that it has grown"]
