"""Bytes become text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripoint.documents.decoding import decode

ARABIC = "أعلن الجيش يوم السبت أنه سيطر على المعبر."
RUSSIAN = "Военные сообщили в субботу, что взяли переправу."


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [(ARABIC, "cp1256", "windows-1256"), (RUSSIAN, "koi8-r", "KOI8-R"), (RUSSIAN, "cp866", "ibm866")],
)
def test_the_encoding_that_the_server_names_counts(text: str, written: str, told: str) -> None:
    assert decode(text.encode(written), html=True, told=told)[0] == text


def test_the_server_goes_before_the_page_and_both_behind_a_byte_order_mark() -> None:
    page = '<meta charset="windows-1251"><p>' + RUSSIAN
    assert RUSSIAN in decode(page.encode("koi8-r"), html=True, told="koi8-r")[0]
    assert RUSSIAN in decode(b"\xef\xbb\xbf" + page.encode(), html=True, told="koi8-r")[0]


def test_utf_8_is_read_as_what_it_is_whatever_the_server_says() -> None:
    assert decode(ARABIC.encode(), html=True, told="iso-8859-1") == (ARABIC, "utf-8")


def test_a_server_that_says_utf_8_of_other_bytes_gives_way_to_the_page() -> None:
    page = '<meta charset="windows-1251"><p>' + RUSSIAN
    assert decode(page.encode("cp1251"), html=True, told="utf-8") == (page, "cp1251")


def test_escapes_in_plain_bytes_are_read_where_the_encoding_is_named() -> None:
    text = "\u6771\u4eac"
    assert decode(text.encode("iso-2022-jp"), html=True, told="iso-2022-jp")[0] == text


def test_wide_text_without_a_mark_holds_no_zeros() -> None:
    assert decode("The harbour reopened.".encode("utf-16-le"), html=False)[0] == "The harbour reopened."


@given(
    st.binary(max_size=300),
    st.sampled_from(
        ["hex", "zlib", "utf-7", "unicode_escape", "idna", "rot13", "no-such", "utf-16", "cp037", "x" * 30]
    ),
    st.booleans(),
)
def test_whatever_the_server_names_the_result_is_text_that_can_be_stored(raw: bytes, told: str, html: bool) -> None:
    text, _ = decode(raw, html=html, told=told)
    text.encode("utf-8")
