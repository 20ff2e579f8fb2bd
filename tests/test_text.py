"""A clean copy of a text keeps every place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tripoint.text import clean

_MARKS = "a Z\u00a0\u2003\u200b\u200f\ufeff\u00ad‘’ʼ`“”«»‐–—\u060c\u061f\té\U0001f600\n"


@given(st.text(alphabet=_MARKS, max_size=40) | st.text(max_size=40))
def test_every_mark_is_made_plain_in_its_place_and_nothing_else_is_touched(text: str) -> None:
    plain = clean(text)
    assert len(plain) == len(text)
    assert not set(plain) & set("\u00a0\u2003\u200b\u200f\ufeff\u00ad‘’ʼ`“”«»‐–—\u060c\u061f\t")
    kept = [now for now, was in zip(plain, text, strict=True) if was in "aZé\U0001f600\n"]
    assert kept == [was for was in text if was in "aZé\U0001f600\n"]
    assert clean(plain) == plain


def test_typographic_marks_become_those_of_a_keyboard() -> None:
    assert clean("“Don’t”\u00a0– she said«»، now؟") == '"Don\'t" - she said"", now?'
