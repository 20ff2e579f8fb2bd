"""What one text tells as the course of one thing: an operation and its acts, an agreement and what was agreed on."""

from __future__ import annotations

from dataclasses import replace

from tests.events.make import claim, document, party, speaker
from tests.events.test_linking import together
from tripoint.events import assemble, link
from tripoint.model import BlockRole

TEXT = "The rangers attacked the raiders and drove them out. Later the rangers rested. " * 4


def test_an_operation_and_the_help_given_in_it_are_one_event() -> None:
    words = "The rangers said they carried out a swift operation backed by the river guards"
    claims = [
        claim("a", "d1", "operation", words, agents=("Rangers",), start=0),
        claim("b", "d1", "support", "a swift operation backed by the river guards", agents=("River Guards",),
              recipients=("Rangers",), start=4),
    ]  # fmt: skip
    assert together(claims, document("d1", words)) == {frozenset("ab")}


def test_the_helper_is_not_shown_as_the_target_of_the_operation() -> None:
    words = "The rangers said they carried out a swift operation backed by the river guards"
    claims = [
        claim("a", "d1", "operation", words, agents=("Rangers",), start=0),
        claim("b", "d1", "support", "backed by the river guards", agents=("River Guards",), recipients=("Rangers",),
              start=4),
    ]  # fmt: skip
    documents = {"d1": document("d1", words)}
    event = assemble(claims, link(claims, documents), documents)[0]
    assert (event.type, [p.name for p in event.agents], event.targets) == ("operation", ["Rangers"], ())


def test_an_agreement_and_what_was_agreed_on_are_one_event_told_as_a_plan() -> None:
    words = "The rangers and the river guards agreed to reopen the gate"
    both = ("Rangers", "River Guards")
    claims = [
        claim("a", "d1", "agree", words, agents=both, start=0),
        claim("b", "d1", "open", "to reopen the gate", agents=both, at=("Stonewell",), modality="planned",
              aspect="none", start=40),
    ]  # fmt: skip
    documents = {"d1": document("d1", words)}
    assert together(claims, documents["d1"]) == {frozenset("ab")}
    assert assemble(claims, link(claims, documents), documents)[0].label.startswith("Planned: Opening of Stonewell")


def test_an_agreement_in_another_sentence_is_not_the_plan() -> None:
    words = "The rangers agreed on a truce. The rangers will reopen the gate"
    claims = [
        claim("a", "d1", "agree", "The rangers agreed on a truce", agents=("Rangers",), start=0),
        claim("b", "d1", "open", "reopen the gate", agents=("Rangers",), at=("Stonewell",), modality="planned",
              start=45),
    ]  # fmt: skip
    assert together(claims, document("d1", words)) == {frozenset("a"), frozenset("b")}


def test_two_acts_of_one_side_in_one_breath_are_one_event() -> None:
    claims = [
        claim("a", "d1", "attack", agents=("Rangers",), targets=("Raiders",), start=12),
        claim("b", "d1", "displace", agents=("Rangers",), targets=("Raiders",), start=34),
    ]
    assert together(claims, document("d1", TEXT)) == {frozenset("ab")}


def test_two_towns_in_one_breath_stay_two_events() -> None:
    claims = [
        claim("a", "d1", "attack", agents=("Rangers",), at=("Harrow Bridge",), start=12),
        claim("b", "d1", "capture", agents=("Rangers",), at=("Stonewell",), start=34),
    ]
    assert together(claims, document("d1", TEXT)) == {frozenset("a"), frozenset("b")}


def test_a_side_goes_on_with_the_operation_of_those_it_stands_behind() -> None:
    text = "Hill men backed by the air corps began an operation. The air corps then advanced on the mill."
    claims = [
        claim("a", "d1", "backs", "Hill men backed by the air corps", agents=("Air Corps",), recipients=("Hill Men",)),
        claim("b", "d1", "operation", "Hill men backed by the air corps began an operation", agents=("Hill Men",),
              start=42),
        claim("c", "d1", "advance", "The air corps then advanced in the operation", agents=("Air Corps",), start=71),
        claim("d", "d1", "advance", "The raiders advanced", agents=("Raiders",), start=75),
    ]  # fmt: skip
    assert together(claims, document("d1", text)) == {frozenset("a"), frozenset("bc"), frozenset("d")}


def test_what_one_partner_does_alone_is_not_the_joint_operation() -> None:
    claims = [
        claim("a", "d1", "operation", agents=("Rangers", "River Guards"), start=0),
        claim("b", "d1", "advance", agents=("Rangers",), start=120),
    ]
    assert together(claims, document("d1", TEXT)) == {frozenset("a"), frozenset("b")}


def test_troops_alone_may_be_the_side_that_the_text_named() -> None:
    troops = replace(party("troops", kind="army"), actor_id=None)
    claims = [
        claim("a", "d1", "sweep", "The operation swept the west bank", agents=("Rangers",), start=0),
        claim("b", "d1", "sweep", "troops swept the east bank of the river", agents=(troops,), start=120),
    ]
    assert together(claims, document("d1", TEXT)) == {frozenset("ab")}
    named = [claims[0], replace(claims[1], agents=(party("Raiders"),))]
    assert together(named, document("d1", TEXT)) == {frozenset("a"), frozenset("b")}


def test_one_voice_on_the_same_two_parties_speaks_on_one_subject() -> None:
    said = (speaker("Ana Vale", "person"),)
    claims = [
        claim("a", "d1", "backs", agents=("Air Corps",), recipients=("Raiders",), speakers=said, start=0),
        claim("b", "d1", "support", agents=("Raiders",), recipients=("Air Corps",), speakers=said, start=60),
    ]
    assert together(claims, document("d1", TEXT)) == {frozenset("ab")}


def test_an_attack_and_its_repulse_are_told_from_two_ends() -> None:
    claims = [
        claim("a", "d1", "attack", "The raiders attacked Stonewell at dawn", agents=("Raiders",), targets=("Rangers",),
              at=("Stonewell",)),
        claim("b", "d2", "repel", "The rangers threw back the attack on Stonewell", agents=("Rangers",),
              targets=("Raiders",), at=("Stonewell",)),
    ]  # fmt: skip
    first, second = document("d1", published="2015-03-03"), document("d2", published="2015-03-03")
    assert together(claims, first, second) == {frozenset("ab")}


def test_a_headline_that_sums_up_several_sides_is_none_of_their_acts() -> None:
    claims = [
        claim("a", "d1", "operation", "Rangers, Raiders and River Guards step up operations",
              agents=("Rangers", "Raiders", "River Guards"), block=BlockRole.HEADLINE),
        claim("b", "d1", "operation", "rangers stepped up operations in the hills", agents=("Rangers",), start=90),
        claim("c", "d1", "operation", "raiders began operations by the sea", agents=("Raiders",), start=250),
    ]  # fmt: skip
    assert together(claims, document("d1", TEXT)) == {frozenset("a"), frozenset("b"), frozenset("c")}


def test_who_holds_a_town_is_not_who_takes_it_in_the_same_text() -> None:
    guards = party("Hill Guards")
    claims = [
        claim("a", "d1", "capture", "The garrison took Stonewell", agents=("Garrison",), at=("Stonewell",)),
        claim("b", "d1", "control", "the hill guards still hold Stonewell", agents=(guards,), at=("Stonewell",),
              modality="unconfirmed", start=90),
    ]  # fmt: skip
    assert together(claims, document("d1", TEXT)) == {frozenset("a"), frozenset("b")}


def test_a_headline_may_call_the_place_by_a_name_that_no_map_has() -> None:
    claims = [
        claim("a", "d1", "withdraw", "Garrison flees down the mud road", agents=("Garrison",), at=("Mud Road",),
              block=BlockRole.HEADLINE),
        claim("b", "d1", "withdraw", "the garrison had fled the town", agents=("Garrison",), at=("Stonewell",),
              start=90),
    ]  # fmt: skip
    assert together(claims, document("d1", TEXT)) == {frozenset("ab")}
