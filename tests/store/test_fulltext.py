"""What people type is searched, whatever it is."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripoint.store.fulltext import expression
from tripoint.store.search import marked

SPELLINGS = {"kim": ("al-Qaim", "Al Qa'im", "Qaem")}


@pytest.mark.parametrize(
    "query, asked",
    [
        ("town fell", '"town" AND "fell"'),
        ('"town fell"', '"town fell"'),
        ("shell*", '"shell"*'),
        ("headline:town", 'headline : "town"'),
        ('text:"the town"', 'text : "the town"'),
        ("town -city", '("town") NOT ("city")'),
        ("town OR city", '("town" OR "city")'),
        ("who:said", '"who said"'),
        ("Qaem", '("Qaem" OR "al Qaim" OR "Al Qa im")'),
        ("attack on Al Qa'im", '"attack" AND "on" AND ("Al Qa im" OR "al Qaim" OR "Qaem")'),
        ("evidence:x", None),
        ("-town", None),
        ("", None),
        ("*** ---", None),
    ],
)
def test_a_query_becomes_an_expression(query: str, asked: str | None) -> None:
    assert expression(query, "documents", SPELLINGS) == asked


@given(st.text(alphabet=st.sampled_from("ab \"*:-()^+ORNEARheadlinetx{}'\x00é\u200b,"), max_size=60))
def test_no_query_is_an_error(query: str) -> None:
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE VIRTUAL TABLE found USING fts5 (headline, text)")
        asked = expression(query, "documents", SPELLINGS)
        if asked is not None:
            db.execute("SELECT rowid FROM found WHERE found MATCH ?", (asked,)).fetchall()


@given(st.text(alphabet=st.sampled_from("ab\x02\x03 "), max_size=30))
def test_marking_loses_no_word(told: str) -> None:
    pieces = marked(told)
    assert "".join(text for text, _ in pieces).replace("\x02", "") == told.replace("\x02", "").replace("\x03", "")
