"""Words looked for by their first letter are the same words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripoint.documents.alternatives import by_first_letter

_WORDS = r"ok|okay|u|ur|ha(?:ha)+h?|hell|hello|its (?:not|all)|brain ?dead"


@given(st.text(alphabet="abdehiklnorstuy o|-'", max_size=60))
def test_what_is_found_by_first_letters_is_what_all_words_find_in_turn(text: str) -> None:
    alike = [re.findall(rf"\b(?:{words})\b(?!-)", text) for words in (_WORDS, by_first_letter(_WORDS))]
    assert alike[0] == alike[1]


@pytest.mark.parametrize("word", ["[ab]c", r"\d+", "(?:a|b)c", "A", "", "a?b", "a*b"])
def test_a_word_that_might_begin_with_several_letters_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match="begins with no small letter"):
        by_first_letter(f"ok|{word}")
