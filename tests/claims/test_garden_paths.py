"""Sentences whose first verb is not the one that tells: what was sent off, whose base it was, who went on."""

from __future__ import annotations

from tests.claims.reading import One, agents, claims_of, document, places, targets
from tripoint.resources.parser import parse


def test_what_was_dropped_is_what_struck(one: One) -> None:
    claim = one(
        "Ten people died when bombs dropped by two Russian jets struck the centre of Gao on Friday.",
        "airstrike",
        published="2019-05-18",
    )
    assert agents(claim) == ["Russian Aerospace Forces"]
    assert places(claim) == [("Gao", "at")]
    assert (claim.amounts[0].amount.what, claim.amounts[0].amount.low) == ("killed", 10)
    assert claim.time is not None and claim.time.start == "2019-05-17"


def test_a_weapon_fired_by_a_side_is_that_sides(one: One) -> None:
    claim = one("Mortars fired by the rebels fell on a market in Gao and wounded four people.", "shelling")
    assert agents(claim) == ["rebels"]
    assert targets(claim) == ["market"]


def test_where_it_was_sent_from_goes_with_what_was_sent() -> None:
    ((_, sentences),) = parse([document("Shells fired from the hills hit a market in Gao.")])
    fired = next(tok for tok in sentences[0].tokens if tok.text == "fired")
    assert [kid.lower for kid in fired.kids] == ["from"]


def test_who_went_on_bombing_bombed(one: One) -> None:
    claim = one(
        "The army withdrew on Sunday, while Russian aircraft went on bombing Gao, the ministry said.", "airstrike"
    )
    assert agents(claim) == ["Russian Aerospace Forces"]
    assert places(claim) == [("Gao", "at")]


def test_arms_that_were_lost_were_destroyed_and_are_the_losers(one: One) -> None:
    for text in ("The rebels have lost ten tanks since then.", "The rebels admitted the loss of ten tanks."):
        claim = one(text, "destroy")
        assert targets(claim) == ["rebels"], text
        assert not claim.agents
        assert [slot.amount.low for slot in claim.amounts] == [10], text


def test_whose_base_was_seized_tells_where(one: One) -> None:
    claim = one("They moved toward Gao, whose military base was seized without resistance on Monday.", "capture")
    assert places(claim) == [("Gao", "at")]


def test_before_dawn_is_a_part_of_that_day(one: One) -> None:
    claim = one("The army took Gao before dawn on Sunday.", "capture", published="2019-05-18")
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == ("2019-05-12", "2019-05-12")


def test_two_sentences_of_one_line_keep_their_voices() -> None:
    first, *_ = claims_of(
        "The Abkhaz leadership said its troops had begun an operation in Gao; the ministry maintains that all is calm."
    )
    assert [voice.name for voice in first.speakers] == ["Abkhaz leadership"]


def test_a_body_that_estimates_at_the_end_of_a_sentence_speaks(one: One) -> None:
    claim = one(
        "More than 30,000 people have been driven from their homes by the fighting, the United Nations estimates.",
        "displace",
    )
    assert [voice.name for voice in claim.speakers] == ["United Nations"]


def test_people_are_no_verb(one: One) -> None:
    claim = one(
        "Refugees told this newspaper that irregulars in white armbands had burned down houses in Gao.", "destroy"
    )
    assert agents(claim) == ["irregulars"]
