"""Did it happen: modality, polarity, aspect and hedging, one construction a test."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("The army will attack Hama.", "attack", "planned"),
        ("The army plans to capture Hama.", "capture", "planned"),
        ("The army agreed to withdraw from Hama.", "withdraw", "planned"),
        ("The army may capture Hama.", "capture", "possible"),
        ("The army is expected to capture Hama.", "capture", "possible"),
        ("Experts believe that the army captured Hama.", "capture", "possible"),
        ("The crossing at Nusaybin will be reopened if Turkey withdraws.", "open", "conditional"),
        ("It is not yet confirmed that the army captured Hama.", "capture", "unconfirmed"),
        ("The army captured Hama.", "capture", "happened"),
        ("The rebels are planning an attack on Hama.", "attack", "planned"),
        ("The army has been preparing a new offensive on Idlib.", "attack", "planned"),
        ("Three men plotted to assassinate the governor of Hama.", "kill", "planned"),
        ("The army did not confirm the capture of Hama.", "capture", "unconfirmed"),
        ("The ministry has not confirmed the loss of the town of Khanasser.", "capture", "unconfirmed"),
    ],
)
def test_modality_follows_the_words_above_the_act(read, text, type_, modality):
    assert next(c.modality for c in read(text) if c.type == type_) == modality


@pytest.mark.parametrize(
    "text",
    [
        "The army did not capture Hama.",
        "The army failed to capture Hama.",
        "The army denied that it captured Hama.",
        "The army has not captured Hama.",
        "The army was unable to capture Hama.",
    ],
)
def test_denial_is_polarity(one, text):
    assert one(text, "capture").polarity == "denied"


@pytest.mark.parametrize(
    ("text", "type_", "aspect"),
    [
        ("The army launched an operation near Hama.", "operation", "begun"),
        ("The army finished an operation near Hama.", "operation", "completed"),
        ("The army is besieging Hama.", "besiege", "ongoing"),
        ("The army captured Hama.", "capture", "completed"),
        ("The army began to withdraw from Hama.", "withdraw", "begun"),
        ("The army still controls the city of Hama.", "control", "ongoing"),
        ("The army will capture Hama.", "capture", "none"),
    ],
)
def test_aspect_follows_the_tense_and_the_light_verb(read, text, type_, aspect):
    assert next(c.aspect for c in read(text) if c.type == type_) == aspect


def test_reportedly_is_hedged_and_said_by_an_unnamed_voice(one):
    claim = one("Twelve fighters were reportedly killed in Hama.", "kill")
    assert claim.hedged
    assert claim.modality == "happened"
    assert [s.name for s in claim.speakers] == ["unnamed:reports"]


def test_a_stated_purpose_makes_no_claim(read):
    assert all(c.type != "capture" for c in read("Troops moved to Homs in order to capture Hama."))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The army cancelled its withdrawal from Hama.", "withdraw"),
        ("The withdrawal from Hama was called off.", "withdraw"),
        ("The withdrawal of the army from Hama has been postponed.", "withdraw"),
        ("The now-cancelled withdrawal of the army from Hama angered Turkey.", "withdraw"),
        ("Turkey complained about the delay in the withdrawal of the army from Hama.", "withdraw"),
        ("The army nearly captured Hama.", "capture"),
        ("The ministry said that a moratorium on Russian air strikes against Hama remained in place.", "airstrike"),
    ],
)
def test_what_was_called_off_put_off_or_almost_done_did_not_happen(read, text, type_):
    assert {c.polarity for c in read(text) if c.type == type_} == {"denied"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The parade will not be held in Hama after the withdrawal of the army from Homs.", "withdraw"),
        ("Turkey plans to close the border due to the shelling of Hama by the army.", "shelling"),
        ("Turkey may investigate the shelling of Hama by the army.", "shelling"),
        ("The shelling of Hama by the army was not mentioned by Turkey.", "shelling"),
        ("Prices fell in the steepest decline since the capture of Hama by the army.", "capture"),
    ],
)
def test_an_act_that_is_looked_back_on_keeps_its_own_verdict(read, text, type_):
    assert {(c.modality, c.polarity) for c in read(text) if c.type == type_} == {("happened", "affirmed")}


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("Turkey spoke of the planned withdrawal of the army from Hama.", "withdraw", "planned"),
        ("Turkey spoke of a possible withdrawal of the army from Hama.", "withdraw", "possible"),
        ("The announcement that the army would withdraw from Hama pleased Turkey.", "withdraw", "planned"),
        ("The army is due to withdraw from Hama.", "withdraw", "planned"),
    ],
)
def test_adjectives_and_announcements_look_ahead(read, text, type_, modality):
    assert {c.modality for c in read(text) if c.type == type_} == {modality}


def test_a_comparison_with_if_makes_no_condition(one):
    assert one("The army captured many villages if compared with last year, among them Hama.", "capture").modality == (
        "happened"
    )


def test_what_someone_is_said_to_do_is_hedged(one):
    claim = one("The army is said to control the city of Hama.", "control")
    assert claim.hedged and claim.modality == "happened"


def test_a_broken_ban_does_not_deny_the_act_it_was_on(read):
    text = "Turkey said that the army broke the moratorium on air strikes against Hama on Monday."
    assert all(c.polarity != "denied" for c in read(text) if c.type == "airstrike")
