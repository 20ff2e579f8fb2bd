"""What one side says to have killed, and what the other says to have lost."""

from __future__ import annotations

from dataclasses import replace

from tests.assess.make import case, fields
from tests.events.make import claim, document, killed, party, speaker
from tripoint.model import Claim

TEXT = "The Army said it killed about a hundred terrorists. The Raiders put their own losses at 12. Rain fell. It was."
FOES = replace(party("terrorists"), actor_id=None)
CLAIMED = claim("a", "d1", "kill", TEXT[:50], agents=("Army",), targets=(FOES,), amounts=(killed(90, 110),),
                speakers=(speaker("Army"),), start=14)  # fmt: skip
ADMITTED = claim("b", "d1", "kill", TEXT[52:90], targets=("Raiders",), amounts=(killed(12),),
                 speakers=(speaker("Raiders"),), start=64)  # fmt: skip


def told(*claims: Claim, text: str = TEXT) -> list[tuple[str, list[str]]]:
    return fields(case(list(claims), document("d1", text))[1].contradictions)


def test_the_dead_that_one_side_claims_and_the_other_admits() -> None:
    assert told(CLAIMED, ADMITTED) == [("amount:killed", ["12 people", "90 to 110 people"])]


def test_numbers_that_may_be_one_are_no_contradiction() -> None:
    assert told(CLAIMED, replace(ADMITTED, amounts=(killed(95),))) == []


def test_a_number_of_nobody_in_particular_is_no_admission() -> None:
    assert told(CLAIMED, replace(ADMITTED, speakers=())) == []
    assert told(CLAIMED, replace(ADMITTED, targets=(party("Wardens"),))) == []


def test_numbers_told_far_apart_are_of_other_fights() -> None:
    text = TEXT[:51] + " Rain fell." * 9 + TEXT[51:]
    assert told(CLAIMED, replace(ADMITTED, trigger_start=170, trigger_end=171), text=text) == []
