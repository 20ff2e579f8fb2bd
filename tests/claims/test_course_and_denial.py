"""What was tried, stopped, needed or denied twice, and what only looks like a denial or a plan."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, agents, targets
from tripoint.model import Aspect, BlockRole, Modality, Polarity


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The group did not deny that it had lost the town of Azaz.", "capture"),
        ("Russia stopped bombing Idlib on Monday.", "airstrike"),
        ("The town of Jinderes did not fall until March.", "capture"),
        ("It was no car bomb but an airstrike that hit the market in Douma.", "airstrike"),
        ("The rebels denied that they had lost Azaz, saying that clashes were raging around Homs.", "clash"),
    ],
)
def test_a_denial_of_something_else_denies_no_act(one: One, text: str, type_: str) -> None:
    assert one(text, type_).polarity is Polarity.AFFIRMED


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Militants tried to break into Kirkuk on Friday.", "advance"),
        ("The rebels needed twelve days to capture Bulbul.", "capture"),
        ("The militia took advantage of the chaos to enter Homs.", "reach"),
        ("Once jets had bombed the post in Homs, its men fled.", "airstrike"),
    ],
)
def test_what_was_brought_about_is_told_as_done(one: One, text: str, type_: str) -> None:
    claim = one(text, type_)
    assert (claim.modality, claim.aspect) == (Modality.HAPPENED, Aspect.COMPLETED)


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("The rebels tried to seize Homs.", "capture", Modality.PLANNED),
        ("The city of Homs was to be handed over to the army.", "transfer", Modality.PLANNED),
        ("The deal provides that the rebels leave Homs.", "withdraw", Modality.PLANNED),
        ("We could not verify reports that Hezbollah fighters have deployed in Homs.", "deploy", Modality.UNCONFIRMED),
    ],
)
def test_what_is_still_to_come_or_open_is_no_fact(one: One, text: str, type_: str, modality: Modality) -> None:
    assert one(text, type_).modality is modality


@pytest.mark.parametrize(
    ("text", "type_", "aspect"),
    [
        ("The town of Homs had been held by the army.", "control", Aspect.COMPLETED),
        ("The army withdrew after being shelled by tanks in Homs.", "shelling", Aspect.COMPLETED),
    ],
)
def test_what_was_over_by_then_is_completed(one: One, text: str, type_: str, aspect: Aspect) -> None:
    assert one(text, type_).aspect is aspect


def test_a_past_form_behind_an_attempt_is_told_of_those_who_act(one: One) -> None:
    claim = one("The rebels repelled four attempts to storm Homs and killed ten soldiers.", "kill")
    assert (agents(claim), claim.modality) == (["rebels"], Modality.HAPPENED)


def test_a_repelled_attempt_is_one_claim_with_its_place(read: Read) -> None:
    found = read("Security forces thwarted an attempt by militants to infiltrate into Homs.")
    assert [(c.type, targets(c), [s.text for s in c.places]) for c in found] == [("repel", ["militants"], ["Homs"])]


def test_the_wounded_are_people_and_nobody_wounds_them(read: Read) -> None:
    assert {c.type for c in read("The army evacuated the wounded from Homs.")} == {"displace"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The spokesman said that nobody had been detained.", "arrest"),
        ("No foreign troops are taking part in the battle.", "deploy"),
    ],
)
def test_what_nobody_did_or_underwent_is_denied(one: One, text: str, type_: str) -> None:
    assert one(text, type_).polarity is Polarity.DENIED


def test_what_has_gone_on_since_a_day_goes_on(one: One) -> None:
    assert one("The units have advanced along the Tigris since May.", "advance").aspect is Aspect.ONGOING


@pytest.mark.parametrize(
    "text",
    ["The army did not manage to enter the city of Homs.", "Neither side has managed to enter the city of Homs."],
)
def test_what_nobody_managed_is_denied(one: One, text: str) -> None:
    assert one(text, "reach").polarity is Polarity.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "The army warned the rebels against entering Homs.",
        "The army closed the road to prevent the rebels from fleeing to Homs.",
    ],
)
def test_what_one_is_warned_against_or_kept_from_on_purpose_is_no_claim(read: Read, text: str) -> None:
    assert {claim.type for claim in read(text)} <= {"threaten", "close", "besiege"}


def test_a_headline_tells_in_the_present_what_happened(one: One) -> None:
    claim = one("Army Retakes Strategic Town Of Palmyra", "capture", role=BlockRole.HEADLINE)
    assert claim.aspect is Aspect.COMPLETED


def test_what_somebody_is_urged_to_stop_goes_on(one: One) -> None:
    claim = one("The opposition urged the army to suspend its bombardment of Homs.", "shelling")
    assert (claim.modality, claim.polarity, claim.aspect) == (Modality.HAPPENED, Polarity.AFFIRMED, Aspect.ONGOING)


def test_what_was_stopped_is_told_as_over(one: One) -> None:
    assert one("The army stopped its bombardment of Homs on Sunday.", "shelling").aspect is Aspect.COMPLETED


@pytest.mark.parametrize("words", ["made no mention of", "saw no sign of", "had no indication of"])
def test_what_nobody_speaks_of_is_not_told_as_a_fact(one: One, words: str) -> None:
    assert one(f"The ministry {words} any strikes in Idlib.", "airstrike").modality is Modality.UNCONFIRMED
