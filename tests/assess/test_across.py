"""What one event says against another, and how far one is said to reach."""

from __future__ import annotations

from dataclasses import replace

from tests.assess.make import case, fields
from tests.events.make import claim, day, document, party, place, speaker

DOCS = (document("d1", outlet="Morning"), document("d2", outlet="Evening"))


def test_a_party_said_to_stand_behind_another_and_to_fight_it() -> None:
    claims = [
        claim("a", "d1", "backs", agents=("Air Corps",), recipients=("Raiders",), speakers=(speaker("Ana Vale"),)),
        claim("b", "d2", "airstrike", agents=("Air Corps",), targets=("Raiders",), at=("Stonewell",)),
    ]
    found = case(claims, *DOCS)[1].contradictions
    assert fields(found) == [("stance", ["fights Raiders", "stands behind Raiders"])]
    assert found[0].explained == "the first is what Ana Vale said, the second is reported"


def test_a_fight_that_a_text_only_says_may_be_faces_the_help_told_in_the_same_text() -> None:
    helped = claim("a", "d1", "support", agents=("Air Corps",), recipients=("Raiders",), modality="possible")
    fought = claim("b", "d1", "clash", agents=("Air Corps",), recipients=("Raiders",), modality="possible", start=60)
    found = case([helped, fought], *DOCS)[1].contradictions
    assert fields(found) == [("stance", ["fights Raiders", "stands behind Raiders"])]
    elsewhere = claim("b", "d2", "clash", agents=("Air Corps",), recipients=("Raiders",), modality="possible")
    assert case([helped, elsewhere], *DOCS)[1].contradictions == ()


def test_a_strike_by_mistake_is_no_stance() -> None:
    claims = [
        claim("a", "d1", "backs", agents=("Air Corps",), recipients=("Raiders",)),
        claim("b", "d2", "airstrike", "The air corps struck the raiders by mistake", agents=("Air Corps",),
              targets=("Raiders",), at=("Stonewell",)),
    ]  # fmt: skip
    assert case(claims, *DOCS)[1].contradictions == ()


def test_a_change_of_sides_years_later_is_explained() -> None:
    claims = [
        claim("a", "d1", "support", agents=("Air Corps",), recipients=("Raiders",), time=day("2012-03-03")),
        claim("b", "d2", "attack", agents=("Air Corps",), targets=("Raiders",), time=day("2015-03-03")),
    ]
    assert case(claims, *DOCS)[1].contradictions[0].explained == (
        "more than a year lies between: sides may have changed"
    )


def test_a_meeting_told_and_unconfirmed_on_one_page() -> None:
    both = ("Rangers", "River Guards")
    claims = [
        claim("a", "d1", "reach", agents=both, at=("Harrow Bridge",)),
        claim("b", "d1", "meet", agents=both, at=("Stonewell",), modality="unconfirmed", start=99),
    ]
    found = case(claims, *DOCS)[1].contradictions
    assert fields(found) == [("occurred", ["told as a fact", "unconfirmed"])]
    assert found[0].explained == "reach and meet are not the same act"


def test_a_hold_that_is_only_claimed_and_denied_in_one_text() -> None:
    nobody = party("hill militants")
    claims = [
        claim("a", "d1", "control", agents=("Garrison",), at=("Eastmark",), modality="unconfirmed"),
        claim("b", "d1", "control", agents=(nobody,), at=("Eastmark",), polarity="denied", start=90),
    ]
    named = case(claims, *DOCS)[1].contradictions
    assert named == ()  # another known side: no contradiction
    own = [claims[0], claim("b", "d1", "control", agents=("Garrison",), at=(place("Eastmark", "along"),),
                            polarity="denied", start=90)]  # fmt: skip
    assert [one.field for one in case(own, *DOCS)[1].contradictions] == ["holder"]


def test_an_opening_expected_by_one_text_and_prevented_in_another() -> None:
    claims = [
        claim("a", "d1", "open", at=("Stonewell",), modality="planned", aspect="none"),
        claim("b", "d2", "open", at=("Stonewell",), polarity="denied"),
    ]
    assert fields(case(claims, *DOCS)[1].contradictions) == [("status", ["expected", "has not come about"])]


def test_how_far_one_sweep_reached_is_told_in_different_ways() -> None:
    ends = (place("Harrow Bridge", "between"), place("Stonewell", "between"))
    claims = [
        claim("a", "d1", "sweep", "rangers swept the river", agents=("Rangers",), at=(place("Eastmark", "along"),)),
        claim("b", "d2", "sweep", "rangers swept the river", agents=("Rangers",), at=ends),
    ]
    found = case(claims, *DOCS, merged=True)[1].contradictions
    assert fields(found) == [("extent", ["along Eastmark", "between Harrow Bridge and Stonewell"])]
    assert found[0].explained is not None


def test_a_strike_that_a_side_denies_having_made_is_about_who_did_it() -> None:
    on = day("2015-03-03")
    claims = [
        claim("a", "d1", "airstrike", at=("Stonewell",), time=on),
        claim("b", "d2", "airstrike", agents=("Air Corps",), at=("Stonewell",), time=on, polarity="denied"),
    ]
    assert [one.field for one in case(claims, *DOCS, merged=True)[1].contradictions] == ["responsibility"]


def test_what_goes_on_is_not_denied_by_one_act_that_was_not_done() -> None:
    claims = [
        claim("a", "d1", "airstrike", agents=("Air Corps",), at=("Stonewell",), aspect="ongoing"),
        claim("b", "d2", "airstrike", agents=("Air Corps",), at=("Stonewell",), polarity="denied"),
    ]
    found = case(claims, *DOCS, merged=True)[1].contradictions
    assert [one.explained for one in found] == ["one tells what goes on, the other a single act"]


def test_an_attack_told_of_nobody_and_nowhere_is_not_denied() -> None:
    claims = [
        claim("a", "d1", "attack", at=("Eastmark",)),
        claim("b", "d2", "attack", at=("Eastmark",), polarity="denied"),
    ]
    assert case(claims, *DOCS, merged=True)[1].contradictions == ()


def test_a_body_that_is_said_to_fight_its_own_camp_is_no_stance() -> None:
    whole = replace(party("Hill Coalition"), actor_id="actor:cjtf-oir")
    part = replace(party("Hill Coalition air force"), actor_id="actor:cjtf-oir/air-force")
    claims = [
        claim("a", "d1", "backs", agents=(part,), recipients=(whole,)),
        claim("b", "d2", "airstrike", agents=(part,), targets=(whole,), at=("Stonewell",)),
    ]
    assert case(claims, *DOCS)[1].contradictions == ()
