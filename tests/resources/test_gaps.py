"""Verbs that are told once for two objects, each with a time of its own."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims_of, places


@pytest.mark.parametrize(
    ("text", "type_", "towns"),
    [
        ("The army captured Soledar on Monday and Bakhmut on Tuesday.", "capture", ["Soledar", "Bakhmut"]),
        ("Rebels took Kaya on 3 May and Djibo on 7 May, officials said.", "capture", ["Kaya", "Djibo"]),
        ("Jets struck Rafah on Monday, and Aleppo on Tuesday.", "airstrike", ["Rafah", "Aleppo"]),
        ("Rafah was hit on Monday and Khan Younis on Tuesday.", "attack", ["Rafah", "Khan Younis"]),
        ("The army shelled Idlib in the morning and Aleppo in the evening.", "shelling", ["Idlib", "Aleppo"]),
    ],
)
def test_a_verb_told_once_for_two_places_and_days_is_two_claims(text: str, type_: str, towns: list[str]) -> None:
    found = [claim for claim in claims_of(text, published="2024-05-15") if claim.type == type_]
    assert len(found) == 2
    first, second = found
    assert [len(places(one)) for one in found] == [1, 1]
    assert [one.places[0].text for one in found] == towns
    assert first.agents == second.agents or [p.name for p in first.agents] == [p.name for p in second.agents]
    assert "verb.left_out" in {reason.name for reason in second.reasons}
    for one in found:
        (evidence,) = one.evidence
        assert text[evidence.start : evidence.end] == evidence.text
        assert evidence.start < text.index(" and ")  # the verb is among the words of both


def test_each_of_the_two_has_its_own_day() -> None:
    text = "The army captured Soledar on Monday and Bakhmut on Tuesday."
    days = [claim.time.start for claim in claims_of(text, published="2024-03-15") if claim.time is not None]
    assert days == ["2024-03-11", "2024-03-12"]


@pytest.mark.parametrize(
    "text",
    [
        "Troops entered Kaya on Monday and Tuesday.",
        "The army seized Kaya on Monday and troops on Tuesday entered Djibo.",
        "The army captured Soledar on Monday and President Zelensky on Tuesday told reporters of it.",
        "The army captured Soledar and Bakhmut on Tuesday.",
    ],
)
def test_other_ands_stand_for_no_verb(text: str) -> None:
    assert not any(reason.name == "verb.left_out" for claim in claims_of(text) for reason in claim.reasons)
