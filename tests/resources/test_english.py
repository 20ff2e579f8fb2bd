"""The parser's own list of English words."""

from __future__ import annotations

from tripoint.resources.english import PARTS, listed_words


def test_words_are_listed_by_part_of_speech() -> None:
    words = listed_words()
    assert set(words) == {*PARTS, "stop"}
    assert "harbour" in words["noun"] and "swim" in words["verb"]


def test_irregular_forms_and_function_words_are_listed() -> None:
    words = listed_words()
    assert "swam" in words["verb"] and "against" in words["stop"]
