"""Which denials stand against what others tell."""

from __future__ import annotations

from dataclasses import replace

from tests.assess.make import case, fields
from tests.events.make import claim, day, document, killed, party

ON = day("2015-03-03")
DOCS = (document("d1", outlet="Morning"), document("d2", outlet="Evening"))


def test_words_that_deny_nothing_are_not_set_against_the_same_words() -> None:
    told = "Rangers and River Guards of the hills discussed the old bridge at length"
    claims = [
        claim("a", "d1", "meet", told, agents=("Rangers",), at=("Stonewell",), time=ON),
        claim("b", "d2", "meet", told, agents=("Rangers",), at=("Stonewell",), time=ON, polarity="denied"),
    ]
    assert case(claims, *DOCS, merged=True)[1].contradictions == ()


def test_the_same_words_with_a_not_among_them_are_a_denial() -> None:
    claims = [
        claim("a", "d1", "airstrike", "Rangers had bombed the old bridge of Stonewell", agents=("Rangers",), time=ON),
        claim(
            "b", "d2", "airstrike", "it is not so that Rangers had bombed the old bridge of Stonewell",
            agents=("Rangers",), time=ON, polarity="denied",
        ),
    ]  # fmt: skip
    assert fields(case(claims, *DOCS, merged=True)[1].contradictions) == [("occurred", ["affirmed", "denied"])]


def test_what_never_arrived_and_is_not_named_is_not_the_one_that_did() -> None:
    claims = [
        claim("a", "d1", "reach", agents=("Rangers",), at=("Stonewell",), time=ON),
        claim("b", "d1", "reach", "It never reached Stonewell", at=("Stonewell",), polarity="denied", start=90),
    ]
    assert case(claims, *DOCS, merged=True)[1].contradictions == ()


def test_shelling_a_hospital_is_denied_without_denying_the_shelling_of_a_force() -> None:
    hospital = replace(party("hospital", kind="thing"), actor_id=None)
    claims = [
        claim("a", "d1", "shelling", targets=("River Guards",), at=("Stonewell",), time=ON),
        claim(
            "b", "d1", "shelling", "denied shelling a hospital", targets=(hospital,), at=("Stonewell",), time=ON,
            polarity="denied", start=90,
        ),
    ]  # fmt: skip
    assert case(claims, *DOCS, merged=True)[1].contradictions == ()


def test_a_blast_that_was_not_a_car_bomb_is_still_a_blast() -> None:
    text = "A rocket and not a car bomb blew up."
    claims = [
        claim("a", "d1", "bombing", "A rocket", at=("Stonewell",), time=ON),
        claim("b", "d1", "bombing", "not a car bomb", at=("Stonewell",), time=ON, polarity="denied", start=13),
    ]
    told = document("d1", text, outlet="Morning")
    assert case(claims, told, merged=True)[1].contradictions == ()


def test_tolls_of_texts_that_days_part_may_be_of_two_happenings() -> None:
    claims = [
        claim("a", "d1", "bombing", at=("Stonewell",), amounts=(killed(30),)),
        claim("b", "d2", "bombing", at=("Stonewell",), amounts=(killed(12),)),
    ]
    early = document("d1", outlet="Morning", published="2015-03-03")
    late = document("d2", outlet="Evening", published="2015-03-13")
    found = case(claims, early, late, merged=True)[1].contradictions
    assert [one.explained for one in found] == [
        "they may be of two happenings: days lie between the texts, and they do not tell one day"
    ]


def test_whom_they_fight_is_not_read_from_a_pronoun() -> None:
    they = replace(party("Rangers"), text="they")
    claims = [
        claim("a", "d1", "backs", agents=("Rangers",), recipients=("River Guards",)),
        claim("b", "d2", "attack", agents=(they,), targets=("River Guards",)),
    ]
    assert case(claims, *DOCS)[1].contradictions == ()
