"""The words by which two texts tell an act, as a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.events.make import claim, day, document
from tripoint.events import link
from tripoint.model import Claim, Document


def reason(
    one: str, two: str, *, type_: str = "attack", days: tuple[str, str] = ("2015-03-04", "2015-03-05"), outlet: str = ""
) -> tuple[float, str] | None:
    """Return what the meaning of the word `one` of a text says beside the word `two` of another."""
    claims: list[Claim] = []
    texts: dict[str, Document] = {}
    for name, word, published in zip("ab", (one, two), days, strict=True):
        text = f"{word} at Stonewell, of which page {name} tells this and that"
        told = claim(name, f"d{name}", type_, text, agents=("Garrison",), at=("Stonewell",))
        claims.append(replace(told, trigger_end=len(word)))
        texts[f"d{name}"] = document(f"d{name}", text, published=published, outlet=outlet or name)
    spoken = [one for found in link(claims, texts) for one in found.reasons if one.name == "meaning"]
    return (spoken[0].score, spoken[0].sentence) if spoken else None


def test_words_that_mean_alike_speak_for_one_act_and_are_named() -> None:
    found = reason("Blast", "Explosion")
    assert found is not None and 0.5 < found[0] < 1.0
    assert "*blast* and *explosion* mean alike" in found[1]


def test_the_same_word_speaks_most() -> None:
    assert reason("Blast", "blast") == (1.0, "told by the same word")


def test_words_of_other_things_say_nothing() -> None:
    assert reason("Blast", "Agreement") is None


@pytest.mark.parametrize(
    "why",
    [
        {"days": ("2015-03-04", "2015-03-20")},
        {"outlet": "Harrow Post", "type_": "shelling"},
        {"type_": "control"},
        {"type_": "blast"},
    ],
    ids=["told weeks apart", "bulletins of one outlet", "a state", "a type that no table knows"],
)
def test_words_tie_nothing_where_they_are_said_again_and_again(why: dict[str, object]) -> None:
    assert reason("Blast", "blast", **why) is None  # type: ignore[arg-type]


def test_a_claim_without_a_day_of_its_own_is_tied_by_when_it_was_told() -> None:
    dated = replace(claim("a", "d1", "attack", "blast", time=day("2015-03-04"), at=("Stonewell",)), trigger_end=5)
    told = replace(claim("b", "d2", "attack", "blast", at=("Stonewell",)), trigger_end=5)
    texts = {"d1": document("d1", "blast"), "d2": document("d2", "blast", published="2015-03-05")}
    assert any(one.name == "meaning" for found in link([dated, told], texts) for one in found.reasons)
