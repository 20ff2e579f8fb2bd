"""A page that tells no day is bounded by the pages that link to it, quote it, or date what it tells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.make import claim, day, document
from tripoint.assess.publication import bounds
from tripoint.comparison.voices import heard
from tripoint.events import assemble, link
from tripoint.model import UNTOLD, Claim, Copy, Dated, Document, PublicationBound

SAID = '"Our men crossed the river before dawn and nobody stood in their way"'
ON = day("2015-03-03")


def told(
    *documents: Document,
    claims: tuple[Claim, ...] = (),
    linked: tuple[tuple[str, str], ...] = (),
    copies: tuple[Copy, ...] = (),
) -> dict[str, PublicationBound]:
    known = {doc.document_id: doc for doc in documents}
    voices = heard(claims, known)
    voices.copies = copies
    events = assemble(claims, link(claims, known, []), known)
    undated = [name for name, doc in known.items() if doc.published is None or doc.published.precision in UNTOLD]
    found = bounds(sorted(undated), linked, events, {one.claim_id: one for one in claims}, voices)
    return {one.document_id: one for one in found}


def interval(bound: PublicationBound) -> tuple[str | None, str | None]:
    return bound.published.start, bound.published.end


def crossing(claim_id: str, document_id: str, **more: object) -> Claim:
    return claim(claim_id, document_id, "capture", agents=("Rangers",), at=("Harrow Mill",), **more)  # type: ignore[arg-type]


def test_a_page_was_there_before_the_page_that_links_to_it_as_its_original() -> None:
    found = told(document("d1"), document("d2", published="2015-03-04"), linked=(("d2", "d1"),))
    assert interval(found["d1"]) == (None, "2015-03-04")
    assert found["d1"].published.evidence == ("not after: d2.txt links to it, and was there by 2015-03-04",)


def test_a_page_was_not_there_before_the_original_that_it_links_to() -> None:
    found = told(document("d1", published="2015-03-04"), document("d2"), linked=(("d2", "d1"),))
    assert interval(found["d2"]) == ("2015-03-04", None)


def test_a_page_was_there_before_the_page_that_quotes_it_by_the_name_of_its_outlet() -> None:
    first = document("d1", f"The commander spoke to this paper. {SAID}, he said.", outlet="River Post")
    later = document("d2", f"As the River Post reported: {SAID}.", outlet="Ledger", published="2015-03-06")
    copies = (Copy(document_id="d1", copy_of="d2", similarity=0.9, reasons=()),)
    assert interval(told(first, later, copies=copies)["d1"]) == (None, "2015-03-06")


def test_pages_that_name_each_other_or_neither_tell_no_order() -> None:
    copies = (Copy(document_id="d1", copy_of="d2", similarity=0.9, reasons=()),)
    for one, other in (("the Ledger", "the River Post"), ("a paper", "a paper")):
        first = document("d1", f"{SAID}, he told {one}.", outlet="River Post")
        later = document("d2", f"{SAID}, he told {other}.", outlet="Ledger", published="2015-03-06")
        assert told(first, later, copies=copies) == {}


def test_a_page_was_not_there_before_what_it_tells_as_past_and_another_page_dates() -> None:
    documents = document("d1"), document("d2", published="2015-03-04")
    found = told(*documents, claims=(crossing("a", "d1"), crossing("b", "d2", time=ON)))
    assert interval(found["d1"]) == ("2015-03-03", None)
    assert "d2.txt dates to 2015-03-03" in found["d1"].published.evidence[0]


@pytest.mark.parametrize(
    ("text", "rule", "end"),
    [
        ("on Tuesday", "weekday", "2015-03-09"),
        ("yesterday", "near_day", "2015-03-04"),
        ("this morning", "near_day", "2015-03-03"),
        ("on Monday", "weekday", None),
        ("last week", "last_period", None),
    ],
)
def test_a_page_that_calls_the_day_tuesday_was_there_within_the_week(text: str, rule: str, end: str | None) -> None:
    documents = document("d1"), document("d2", published="2015-03-04")
    called = replace(ON, start=None, end=None, precision="unresolved", text=text, rule=rule)
    found = told(*documents, claims=(crossing("a", "d1", time=called), crossing("b", "d2", time=ON)))
    assert interval(found["d1"]) == ("2015-03-03", end)


def test_what_is_only_planned_denied_or_lasting_bounds_nothing() -> None:
    documents = document("d1"), document("d2", published="2015-03-04")
    for change in ({"polarity": "denied"}, {"modality": "planned"}):
        assert told(*documents, claims=(crossing("a", "d1", **change), crossing("b", "d2", time=ON))) == {}


def test_a_bound_that_does_not_fit_with_a_surer_one_is_kept_as_rejected() -> None:
    claims = (crossing("a", "d1"), crossing("b", "d2", time=ON))
    documents = document("d1"), document("d2", published="2015-03-04"), document("d3", published="2015-01-15")
    found = told(*documents, claims=claims, linked=(("d3", "d1"),))["d1"]
    assert interval(found) == (None, "2015-01-15")
    assert [one.start for one in found.rejected] == ["2015-03-03"]


def test_what_the_page_itself_tells_is_kept_where_it_is_narrower() -> None:
    own = Dated(start="2015-02-20", end="2015-03-05", precision="bound", evidence=("not before: x", "not after: y"))
    first = replace(document("d1"), published=own)
    documents = first, document("d2", published="2015-03-04"), document("d3", published="2015-03-10")
    claims = (crossing("a", "d1"), crossing("b", "d2", time=ON))
    found = told(*documents, claims=claims, linked=(("d3", "d1"),))["d1"]
    assert interval(found) == ("2015-03-03", "2015-03-05")
    assert found.published.evidence[1:] == ("not after: y",)


@given(st.permutations(range(4)))
def test_the_order_of_pages_changes_nothing(order: list[int]) -> None:
    documents = [
        document("d1", f"{SAID}, he said.", outlet="River Post"),
        document("d2", f"As the River Post reported: {SAID}.", outlet="Ledger", published="2015-03-06"),
        document("d3", published="2015-03-05"),
        document("d4", published="2015-03-05"),
    ]
    claims = [crossing("a", "d1"), crossing("b", "d2"), crossing("c", "d3", time=ON), crossing("e", "d4", time=ON)]
    found = told(*(documents[at] for at in order), claims=tuple(claims[at] for at in order))
    assert interval(found["d1"])[0] == "2015-03-03"
    assert found == told(*documents, claims=tuple(claims))
