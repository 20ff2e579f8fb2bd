"""What one text sets against itself: charges and answers, holdouts, whom an act hit."""

from __future__ import annotations

from dataclasses import replace

from tests.assess.make import case, fields
from tests.events.make import claim, document, killed, party, speaker
from tripoint.model import Claim

CHARGE = (
    "Rangers accused Raiders of arming the gang, a charge that the Raiders rejected. Rain fell. Nobody spoke. Night."
)
MINE = "A strike killed 14 people, the Rangers said. The Raiders insisted that only terrorist vehicles had been hit."


def charged(answer: Claim, text: str = CHARGE) -> list[tuple[str, list[str]]]:
    claims = [
        claim("a", "d1", "accuse", text[:42], agents=("Rangers",), recipients=("Raiders",), start=8),
        claim("b", "d1", "support", text[27:42], agents=("Raiders",), recipients=("Gang",), start=27),
        answer,
    ]
    return fields(case(claims, document("d1", text))[1].contradictions)


def test_a_charge_and_its_rejection_are_two_sides() -> None:
    answer = claim("c", "d1", "reject", CHARGE[53:78], agents=("Raiders",), start=70)
    assert charged(answer) == [("responsibility", ["accused", "rejected"])]


def test_what_the_accused_rejects_soon_after_is_the_charge() -> None:
    text = (
        "Rangers accused Raiders of arming the gang. The Raiders rejected that. The Rangers rejected talks. Night fell."
    )
    by_accused = claim("c", "d1", "reject", text[44:70], agents=("Raiders",), start=56)
    by_accuser = claim("c", "d1", "reject", text[71:98], agents=("Rangers",), start=83)
    by_others = claim("c", "d1", "reject", text[71:98], agents=("Monitors",), start=83)
    assert charged(by_accused, text) == [("responsibility", ["accused", "rejected"])]
    assert charged(by_accuser, text) == charged(by_others, text) == []


def test_what_is_accused_stands_on_the_side_of_the_charge() -> None:
    answer = claim("c", "d1", "reject", CHARGE[53:78], agents=("Raiders",), start=70)
    claims = [
        claim("a", "d1", "accuse", CHARGE[:42], agents=("Rangers",), recipients=("Raiders",), start=8),
        claim("b", "d1", "support", CHARGE[27:42], agents=("Raiders",), recipients=("Gang",), start=27),
        answer,
    ]
    found = case(claims, document("d1", CHARGE))[1].contradictions
    assert [side.claims for side in found[0].sides] == [("a", "b"), ("c",)]


def test_a_side_that_is_said_to_hold_out_stands_against_the_taking() -> None:
    claims = [
        claim("a", "d1", "capture", agents=("Rangers",), at=("Stonewell",)),
        claim("b", "d1", "control", agents=("Raiders",), at=("Stonewell",), modality="unconfirmed", start=90),
    ]
    found = case(claims, document("d1"))[1].contradictions
    assert fields(found) == [("holder", ["Raiders said to hold out", "taken by Rangers"])]
    assert found[0].explained == "those who hold out may have a part of it"
    same = [claims[0], replace(claims[1], agents=claims[0].agents)]
    assert case(same, document("d1"))[1].contradictions == ()


def hit(words: str, *, by: str = "Raiders") -> list[tuple[str, list[str]]]:
    vehicles = replace(party("terrorist vehicles"), actor_id=None)
    claims = [
        claim("a", "d1", "attack", MINE[:25], amounts=(killed(14),), speakers=(speaker("Rangers"),), start=2),
        claim("b", "d1", "destroy", words, targets=(vehicles,), speakers=(speaker(by),), start=70),
    ]
    return fields(case(claims, document("d1", MINE))[1].contradictions)


def test_only_fighters_or_arms_stand_against_the_dead_that_another_voice_tells() -> None:
    assert hit("only terrorist vehicles had been hit") == [
        ("target", ["only fighters or arms were hit", "people died"])
    ]
    assert hit("terrorist vehicles had been hit") == []
    assert hit("only terrorist vehicles had been hit", by="Rangers") == []


ARREST = (
    "The gendarmes arrested dozens of young men. Their captain said that nobody was being held. Night fell over it."
)


def test_what_is_denied_a_sentence_later_is_what_was_told() -> None:
    told = claim("a", "d1", "arrest", ARREST[:42], agents=("Gendarmes",), targets=("young men",), start=14)
    denied = claim("b", "d1", "arrest", "nobody was being held", polarity="denied", start=84)
    events, found = case([told, denied], document("d1", ARREST))
    assert len(events) == 1
    assert [(one.field, one.explained) for one in found.contradictions] == [("occurred", None)]


def test_a_denial_of_nobody_and_nowhere_far_behind_answers_nothing() -> None:
    text = ARREST[:43] + " Rain fell." * 9 + ARREST[43:]
    told = claim("a", "d1", "arrest", text[:42], agents=("Gendarmes",), targets=("young men",), start=14)
    denied = claim("b", "d1", "arrest", "nobody was being held", polarity="denied", start=190)
    assert case([told, denied], document("d1", text))[1].contradictions == ()
