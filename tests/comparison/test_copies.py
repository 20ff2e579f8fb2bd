"""Copies between documents."""

from __future__ import annotations

from tests.events.make import document
from tripoint.comparison.copies import find, repeats, roots
from tripoint.comparison.passages import shared

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


def _paper(number: int) -> str:
    return " ".join(
        f"Paper {number} told that clerk {number * 100 + line} weighed {line} crates of goods {number} at the gate."
        for line in range(8)
    )


def test_a_digest_of_several_texts_is_a_copy_of_none_and_joins_none_of_them() -> None:
    texts = [document(f"d{n}", _paper(n)) for n in range(4)]
    digest = document("digest", " ".join(_paper(n) for n in range(4)))
    found = repeats([*texts, digest])
    assert found.copies == ()
    assert {pair for pair in found.partly if "digest" in pair} == {
        (f"d{n}", "digest") for n in range(4)
    }  # undated, the fuller one counts as the earlier


def test_a_text_with_a_long_frame_around_it_is_a_copy_still() -> None:
    found = repeats([document("a", _paper(1)), document("b", _paper(1) + " " + OTHER)])
    assert len(found.copies) == 1


def test_a_passage_in_two_texts_is_found_with_its_place_in_both() -> None:
    passage = "He said that the two ferries would sail again from the northern pier as soon as the ice had left the bay"
    one = document("a", f"{_paper(1)} {passage}. {_paper(2)}")
    other = document("b", f"{passage}, one hopes. {_paper(3)} {_paper(4)}")
    (found,) = shared(one, other)
    assert one.text[found.start : found.end] == other.text[found.other_start : found.other_end] == passage
    assert found.words == len(passage.split())
