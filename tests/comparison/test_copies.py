"""Copies between documents."""

from __future__ import annotations

from tests.events.make import document
from tripoint.comparison.copies import find, roots

TEXT = " ".join(
    f"In village {n} the {word} keeper counted {n + 3} sacks and sent a note to the {place} office before dusk."
    for n, (word, place) in enumerate(
        zip(
            "mill bridge school orchard depot ferry tower well".split(),
            "east west hill lake north".split() * 2,
            strict=False,
        )
    )
)
OTHER = " ".join(
    f"The {n} delegates argued about tariff line {n * 7} until the clerk of room {n} closed." for n in range(9)
)


def test_a_repeated_text_is_a_copy_of_the_earlier_one() -> None:
    found = find([document("b", TEXT, published="2015-03-05"), document("a", TEXT, published="2015-03-04")])
    assert [(copy.document_id, copy.copy_of) for copy in found] == [("b", "a")]
    assert any("before" in reason.sentence for reason in found[0].reasons)


def test_a_page_that_links_to_an_original_is_the_copy_even_when_its_date_is_earlier() -> None:
    linked = document("b", TEXT, published="2015-03-01", original_url="https://example.org/a")
    found = find([linked, document("a", TEXT, published="2015-03-04")])
    assert [(copy.document_id, copy.copy_of) for copy in found] == [("b", "a")]


def test_a_short_text_inside_a_long_one_is_found() -> None:
    found = find([document("long", TEXT + " " + OTHER * 3), document("short", TEXT)])
    assert len(found) == 1
    assert found[0].similarity > 0.95


def test_two_texts_of_their_own_are_no_copies() -> None:
    assert find([document("a", TEXT), document("b", OTHER)]) == ()


def test_a_chain_of_copies_leads_to_its_head() -> None:
    found = find([document(f"d{n}", TEXT, published=f"2015-03-0{n}") for n in (1, 2, 3)])
    assert set(roots(found).values()) == {"d1"}


def test_many_copies_of_one_page_name_one_original_each() -> None:
    found = find([document(f"d{n:03}", TEXT, published="2015-03-04") for n in range(600)])
    assert len(found) == 599
    assert {copy.copy_of for copy in found} == {"d000"}
