"""Words alone, where one of two claims names nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.events.make import claim, document
from tripoint.events import link
from tripoint.events.reasons import BY_HAND
from tripoint.events.setting import Weighing, shipped
from tripoint.model import Claim, Document, Reason

WORDS = "Evacuation of the harbour district began after the ferry terminal burned"


def two(*, words: str = WORDS, head: int = 0, one_text: bool = False, **named: object) -> tuple[Reason, ...]:
    """Return what is said of two claims in the same words, of which the second names what it is told."""
    return spoken(*told(words=words, head=head, one_text=one_text, **named))


def told(
    *, words: str = WORDS, head: int = 0, one_text: bool = False, **named: object
) -> tuple[list[Claim], dict[str, Document]]:
    lead = "x" * max(0, head - 1) + "\n" * (head > 0)
    texts = {f"d{n}": document(f"d{n}", f"{lead}{words}\n{words}", published="2015-03-04", outlet=n) for n in "ab"}
    first = claim("a", "da", "evacuation", words, start=head)
    second = claim("b", "da" if one_text else "db", "evacuation", words, start=head + (len(words) + 1) * one_text,
                   agents=("Garrison",), **named)  # type: ignore[arg-type]  # fmt: skip
    end = len(words.split()[0])
    return [replace(one, trigger_end=one.trigger_start + end) for one in (first, second)], texts


def spoken(claims: list[Claim], texts: dict[str, Document], weighing: Weighing | None = shipped) -> tuple[Reason, ...]:
    (found,) = link(claims, texts, weighing=weighing)
    return found.reasons


def alone(reasons: tuple[Reason, ...]) -> Reason | None:
    return next((one for one in reasons if one.name == "words_alone"), None)


def test_where_a_claim_names_nothing_words_decide_in_place_of_the_reasons_by_hand() -> None:
    reasons = two(at=("Stonewell",))
    found = alone(reasons)
    assert found is not None and found.score > 0
    assert "one names no side, place, day or number, so words decide" in found.sentence
    assert "told by the same word" in found.sentence and "at the head of both texts" in found.sentence
    assert BY_HAND.isdisjoint(one.name for one in reasons)


def test_where_both_name_something_words_are_weighed_by_hand() -> None:
    claims, texts = told(at=("Stonewell",))
    claims[0] = replace(claims[0], agents=claims[1].agents)
    assert alone(spoken(claims, texts)) is None


def test_without_weights_words_are_weighed_by_hand() -> None:
    reasons = spoken(*told(), weighing=None)
    assert alone(reasons) is None and "wording" in {one.name for one in reasons}


def test_a_clause_that_denies_another_of_its_text_is_not_left_to_words() -> None:
    assert alone(two(one_text=True)) is not None
    assert alone(two(one_text=True, polarity="denied")) is None


def test_two_types_are_not_left_to_words() -> None:
    claims, texts = told()
    claims = [replace(one, type=type_) for one, type_ in zip(claims, ("attack", "airstrike"), strict=True)]
    assert alone(spoken(claims, texts)) is None


@pytest.mark.parametrize("other", [{"head": 1400}, {"words": "Said the harbour district had burned for days"}])
def test_what_stands_late_and_what_a_common_word_tells_is_less_sure(other: dict[str, object]) -> None:
    much, less = (max((one.score for one in link(*told(**how))), default=0.0) for how in ({}, other))  # type: ignore[arg-type]
    assert much > less


def test_which_claim_comes_first_changes_nothing() -> None:
    claims, texts = told()
    swapped = [replace(claims[0], claim_id="b"), replace(claims[1], claim_id="a")]
    assert alone(spoken(claims, texts)) == alone(spoken(swapped, texts))
