"""The same address at two times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.make import page
from tripoint.documents import compose
from tripoint.documents.addresses import address
from tripoint.documents.revisions import find, lines, readable
from tripoint.model import Document, Found, Page, Revision, Sighting

OLD = "Ferry runs aground\n\nThe ferry ran aground on Monday, the harbour office said. Three people were hurt.\n"
NEW = (
    "Ferry runs aground\n\nThe ferry ran aground on Monday, the harbour office said. Five people were hurt. "
    "The captain was questioned.\n"
)


def captured(*texts: tuple[str, str | None], url: str = "https://gazette.example/1") -> list[tuple[Page, Document]]:
    found = []
    for number, (text, at) in enumerate(texts):
        facts = {"url": url} | ({"captured_at": at} if at is not None else {})
        one = page(text.encode(), source=f"{number}.txt", **facts)
        found += [(one, doc) for doc in compose(one, text.encode()).documents]
    return found


def revisions(some: list[tuple[Page, Document]]) -> tuple[Revision, ...]:
    return find([one for one, _ in some], [doc for _, doc in some])


def test_two_captures_of_an_address_are_two_revisions_with_what_came_and_went() -> None:
    some = captured((NEW, "2021-03-02T10:00:00Z"), (OLD, "2021-03-01T10:00:00Z"))
    first, second = revisions(some)
    assert (first.number, first.of, first.previous, first.added, first.removed) == (1, 2, None, (), ())
    assert first.document_id == some[1][1].document_id
    assert (second.number, second.of, second.previous) == (2, 2, first.document_id)
    assert list(readable(second, now=some[0][1].text, before=some[1][1].text)) == [
        "- Three people were hurt.",
        "+ Five people were hurt.",
        "+ The captain was questioned.",
    ]


def test_a_page_that_did_not_change_has_revisions_without_a_difference() -> None:
    found = revisions(captured((OLD, "2021-03-01"), (OLD.replace("\n", "\r\n"), "2021-03-02")))
    assert [(one.number, one.added, one.removed) for one in found] == [(1, (), ()), (2, (), ())]


def test_one_capture_or_captures_without_time_are_no_revisions() -> None:
    assert revisions(captured((OLD, "2021-03-01"))) == ()
    assert revisions(captured((OLD, "2021-03-01"), (NEW, None))) == ()
    assert revisions(captured((OLD, "2021-03-01"), (OLD, "2021-03-01"))) == ()


def test_a_sentence_that_moved_is_neither_gone_nor_new() -> None:
    text = "Ferry runs aground\n\nThe boat lay still. The crew went home that day. The tide came late.\n"
    turned = "Ferry runs aground\n\nThe crew went home that day. The boat lay still. The tide came late.\n"
    assert all(
        not one.added and not one.removed for one in revisions(captured((text, "2021-03-01"), (turned, "2021-03-02")))
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.gazette.example/a/?utm_source=x", "http://gazette.example/a#top", True),
        ("https://gazette.example/a?id=1", "https://gazette.example/a?id=2", False),
        ("https://gazette.example:8443/a", "https://gazette.example/a", False),
    ],
)
def test_addresses_are_the_same_whatever_led_a_reader_there(one: str, other: str, same: bool) -> None:
    assert (address(one) == address(other)) is same


def test_articles_of_one_page_go_on_from_those_that_they_share_sentences_with() -> None:
    def blog(*posts: str) -> str:
        return "<body><main>" + "".join(
            f"<article><h2>Post on {name}</h2><time datetime='2021-03-01'>1 March 2021</time><p>The {name} was closed "
            f"on Monday, the harbour office said.</p><p>Work on the {name} goes on until May, it added.</p></article>"
            for name in posts
        ) + "</main></body>"  # fmt: skip

    some = []
    for number, raw in enumerate((blog("quay", "lock"), blog("mole", "quay", "lock"))):
        one = page(
            raw.encode(), html=True, source=f"{number}", url="https://b.example", captured_at=f"2021-03-0{number + 1}"
        )
        some += [(one, doc) for doc in compose(one, raw.encode()).documents]
    found = {one.document_id: one for one in revisions(some)}
    headline = {doc.document_id: doc.headline for _, doc in some}
    later = [one for one in found.values() if one.number == 2]
    assert [headline[one.previous] if one.previous is not None else None for one in later] == [
        None,
        "Post on quay",
        "Post on lock",
    ]


@given(st.lists(st.sampled_from(["One came.", "Two went!", "Is it three?", "Four."]), min_size=1, max_size=6),
       st.lists(st.sampled_from(["One came.", "Two went!", "Five."]), min_size=1, max_size=6))  # fmt: skip
def test_spans_of_a_difference_lie_in_their_texts(one: list[str], other: list[str]) -> None:
    some = captured(
        (" ".join(one) + "\n\nA line of text.", "2021-03-01"), (" ".join(other) + "\n\nA line.", "2021-03-02")
    )
    texts = {doc.document_id: doc.text for _, doc in some}
    for found in revisions(some):
        assert all(texts[found.document_id][s.start : s.end].strip() for s in found.added)
        assert all(texts[found.previous or ""][s.start : s.end].strip() for s in found.removed)


def test_an_article_that_a_later_capture_lacks_is_gone_at_that_time() -> None:
    def front(*posts: str) -> bytes:
        return ("<body><main>" + "".join(
            f"<article><h2>Post on {name}</h2><time datetime='2021-03-01'>1 March 2021</time><p>The {name} was closed "
            f"on Monday, the harbour office said.</p><p>Work on the {name} goes on until May, it added.</p></article>"
            for name in posts
        ) + "</main></body>").encode()  # fmt: skip

    some = []
    for number, raw in enumerate((front("quay", "lock", "mole"), front("mole", "quay"))):
        one = page(raw, html=True, source=f"{number}", url="https://b.example", captured_at=f"2021-03-0{number + 1}")
        some += [(one, doc) for doc in compose(one, raw).documents]
    headline = {doc.document_id: doc.headline for _, doc in some}
    assert [(headline[one.document_id], one.gone) for one in revisions(some) if one.gone is not None] == [
        ("Post on lock", "2021-03-02")
    ]


def test_a_page_that_was_seen_again_unchanged_tells_until_when() -> None:
    ((one, doc),) = captured((OLD, "2021-03-01"))
    (found,) = find([one], [doc], again={one.page_id: ("2021-03-02", "2021-03-09")})
    assert (found.number, found.of, found.again) == (1, 1, ("2021-03-02", "2021-03-09"))


def look(at: str, found: Found, *, before: str | None = None) -> Sighting:
    return Sighting(source="a.warc", url="http://www.gazette.example/1/", at=at, found=found, origin="", before=before)


def test_a_page_that_was_not_there_at_a_later_look_is_gone_from_then() -> None:
    ((one, doc),) = captured((OLD, "2021-03-01"))
    looks = [look("2021-03-09", Found.ABSENT), look("2021-03-05", Found.ABSENT), look("2021-02-01", Found.ABSENT)]
    (found,) = find([one], [doc], sightings=looks)
    assert (found.gone, found.absent) == ("2021-03-05", ("2021-03-05", "2021-03-09"))
    assert find([one], [doc], sightings=looks[2:]) == ()


def test_a_page_that_came_back_was_absent_and_is_not_gone() -> None:
    some = captured((OLD, "2021-03-01"), (NEW, "2021-03-09"))
    first, second = find(
        [one for one, _ in some],
        [doc for _, doc in some],
        sightings=[look("2021-03-05", Found.ABSENT), look("2021-03-10", Found.ABSENT), look("2021-03-11", Found.SAME)],
    )
    assert (first.absent, first.gone) == (("2021-03-05",), None)
    assert (second.absent, second.again, second.gone) == (("2021-03-10",), ("2021-03-11",), None)


def test_a_look_that_tells_which_capture_it_is_the_same_as_belongs_to_that_one() -> None:
    some = captured((OLD, "2021-03-01"), (NEW, "2021-03-09"))
    first, second = find(
        [one for one, _ in some],
        [doc for _, doc in some],
        sightings=[look("2021-03-11", Found.SAME, before="2021-03-01")],
    )
    assert (first.again, second.again) == (("2021-03-11",), ())


def test_revisions_of_a_line_lead_back_to_its_first_document() -> None:
    some = captured((OLD, "2021-03-01"), (NEW, "2021-03-02"), (OLD + "More.\n", "2021-03-03"))
    first = some[0][1].document_id
    assert lines(revisions(some)) == {doc.document_id: first for _, doc in some[1:]}
