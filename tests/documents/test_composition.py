# ruff: noqa: E501 - a line of a page is one line
from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.make import composed, of, page
from tripoint.documents import Composed, compose
from tripoint.errors import UnreadablePage
from tripoint.model import ARTICLE_ROLES, BlockRole

PIECES = st.sampled_from(
    ["By Ann Lee", "Leave a comment", "2 Comments", "Share this", "Ann says:", "Reply", "May 3, 2019", "\n", "\n\n", "\r\n",
     "The council met on Monday and agreed to repair the bridge, an official said.", "Bridge Closed After Storm", "lol you!!",
     "\u2028", "\x85", "\u200b", "\ufeff", "«June 2019»", "Related Articles", "0 $", "(Reuters) -", "View image on Twitter"]
)  # fmt: skip
TAGS = st.sampled_from(
    ["<p>", "</p>", "<div class='comments'>", "</div>", "<li class=comment>", "<h1>", "</h1>", "<a href='x'>", "</a>", "<br>",
     "<script>x</script>", "<nav>", "<article>", "<time>", "<!-- -->", "&amp;", "&#0;", "<", ">", "<p hidden>", "<table><td>"]
)  # fmt: skip


def check(found: Composed) -> None:
    """Blocks cover every non-blank character, in order; documents repeat the very characters of the page."""
    anatomy = found.anatomy
    at = 0
    for block in anatomy.blocks:
        assert anatomy.text[at : block.start].strip() == ""
        assert block.start < block.end
        assert block.start >= at
        at = block.end
    assert anatomy.text[at:].strip() == ""
    for doc in found.documents:
        assert doc.text == "\n\n".join(doc.text[block.start : block.end] for block in doc.blocks)
        for place in doc.blocks:
            length = place.end - place.start
            assert doc.text[place.start : place.end] == anatomy.text[place.page_start : place.page_start + length]
            assert place.role in ARTICLE_ROLES
    spans = sorted(
        (block.page_start, block.page_start + block.end - block.start)
        for doc in found.documents
        for block in doc.blocks
    )
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    for comment in found.comments:
        assert anatomy.text[comment.page_start] == comment.text[0]


def tried(raw: bytes, *, html: bool) -> None:
    try:
        check(compose(page(raw, html=html), raw))
    except UnreadablePage as error:
        assert error.detail


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_blocks_cover_any_text_and_slices_match(text: str) -> None:
    tried(text.encode("utf-8", "replace"), html=False)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=40))
def test_blocks_cover_any_page_like_text_and_slices_match(pieces: list[str]) -> None:
    tried("\n".join(pieces).encode("utf-8", "replace"), html=False)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, TAGS, st.text(max_size=20)), max_size=50))
def test_blocks_cover_any_html_and_slices_match(pieces: list[str]) -> None:
    tried("".join(pieces).encode("utf-8", "replace"), html=True)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_arbitrary_bytes_are_composed_or_unreadable_and_nothing_else(raw: bytes, html: bool) -> None:
    tried(raw, html=html)


def test_a_comment_never_enters_the_document_text() -> None:
    found = composed(
        "Bridge Closed After Storm\n\nThe council closed the bridge on Monday, the mayor said.\n\n"
        "2 Comments\n\nriverman\n\nyou closed it far too late, shame on you!\n\nOlga P.\n\nI agree with you, riverman!!\n"
    )
    assert "riverman" not in found.documents[0].text
    assert [comment.text for comment in found.comments] == [
        "you closed it far too late, shame on you!", "I agree with you, riverman!!",
    ]  # fmt: skip


def test_commenters_appear_only_under_pseudonyms() -> None:
    text = (
        "Bridge Closed After Storm\n\nThe council closed the bridge on Monday, the mayor said.\n\n"
        "2 Comments\n\nOlga P.\n\nyou closed it far too late!\n\nOlga P.\n\nand nobody told me!!\n"
    )
    found = composed(text)
    authors = {comment.author for comment in found.comments}
    assert len(authors) == 1
    assert all(author is not None and author.startswith("reader-") and "Olga" not in author for author in authors)
    assert authors == {comment.author for comment in composed(text, source="elsewhere").comments}


def test_html_nested_a_hundred_thousand_deep_neither_hangs_nor_crashes() -> None:
    raw = b"<html><body>" + b"<div>" * 100_000 + b"<p>The bridge was closed on Monday, the mayor said.</p>"
    begun = time.monotonic()
    found = compose(page(raw, html=True), raw)
    assert time.monotonic() - begun < 10
    assert "The bridge was closed on Monday" in found.anatomy.text


def test_an_entity_bomb_stays_small() -> None:
    bomb = "<!DOCTYPE html [" + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "ha"}">' for i in range(12)
    ) + "]><html><body><p>&a11; The bridge was closed.</p></body></html>"  # fmt: skip
    assert len(composed(bomb, html=True).anatomy.text) < 10_000


def test_a_line_of_many_megabytes_is_composed_in_seconds() -> None:
    begun = time.monotonic()
    found = composed("word, word " * 400_000)
    assert time.monotonic() - begun < 15
    assert len(found.anatomy.blocks) == 1


def test_many_repeated_lines_are_composed_in_seconds() -> None:
    begun = time.monotonic()
    composed("Storm Closes The Old Bridge\n\nSome words about it that are all the same\n" * 10_000)
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("Café closed on Monday.".encode("cp1252"), "Café"),
        ("\ufeffCafé closed.".encode(), "Café"),
        ("Café closed.".encode("utf-16"), "Café"),
        ("Café ünd ’quoted’ ".encode() + b"\x93stray\x94 bytes.", "“stray”"),
        (b"\xff\xfe\x00", ""),
    ],
)
def test_text_is_read_whatever_its_encoding(raw: bytes, seen: str) -> None:
    try:
        assert seen in composed(raw).anatomy.text
    except UnreadablePage:
        assert not seen


def test_html_is_decoded_as_its_meta_element_says_unless_it_is_utf8() -> None:
    assert "Привет" in composed('<meta charset="windows-1251"><p>Привет'.encode("cp1251"), html=True).anatomy.text
    assert "Привет" in composed('<meta charset="windows-1251"><p>Привет'.encode(), html=True).anatomy.text


def test_newlines_stay_as_they_are() -> None:
    found = composed("Bridge Closed After Storm\r\n\r\nThe council met.\r\n")
    assert "\r\n\r\n" in found.anatomy.text
    assert of(found, BlockRole.HEADLINE) == ["Bridge Closed After Storm"]


def test_a_page_without_visible_text_is_unreadable() -> None:
    with pytest.raises(UnreadablePage):
        composed("<html><body><script>var a = 1</script><p hidden>no</p></body></html>", html=True)


def test_composing_twice_gives_the_same_records() -> None:
    text = "Bridge Closed After Storm\n\nThe council met on Monday to talk about the closed bridge.\n\n2 Comments\n\nhm, you!"
    assert composed(text) == composed(text)
