from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tripoint.documents.signature import LANES, signature

WORDS = [f"word{n}" for n in range(200)]


def test_a_text_under_twenty_words_has_no_signature() -> None:
    assert signature(" ".join(WORDS[:19])) == ()
    assert len(signature(" ".join(WORDS[:20]))) == LANES


def test_copies_share_lanes_in_proportion_and_others_do_not() -> None:
    whole, most, other = WORDS, [*WORDS[:150], "changed"], [word[::-1] for word in WORDS]
    same = [
        sum(a == b for a, b in zip(signature(" ".join(whole)), signature(" ".join(x)), strict=True))
        for x in (most, other)
    ]
    assert same[0] > LANES // 2
    assert same[1] <= 2


def test_case_quotes_and_spacing_make_no_difference() -> None:
    assert signature(" ".join(WORDS)) == signature("  ".join(word.upper() for word in WORDS))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=500))
def test_a_signature_is_the_same_every_time(text: str) -> None:
    assert signature(text) == signature(text)


def test_the_order_of_words_counts() -> None:
    turned = signature(" ".join(reversed(WORDS)))
    assert sum(a == b for a, b in zip(signature(" ".join(WORDS)), turned, strict=True)) <= 2


def test_one_word_without_end_is_no_burden() -> None:
    assert len(signature("x" * 1_000_000)) == LANES
