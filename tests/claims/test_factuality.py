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
