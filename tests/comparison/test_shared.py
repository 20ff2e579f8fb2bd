"""What pairs of texts share is found out once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.comparison.test_copies import OTHER, TEXT, _paper
from tests.events.make import document
from tripoint.comparison.copies import repeated
from tripoint.comparison.shared import Shared
from tripoint.comparison.texts import Ranked, Texts
from tripoint.model import Document

PIECES = [TEXT, OTHER * 2, *(_paper(n) for n in range(4)), TEXT[:400] + OTHER]


def _texts(documents: list[Document]) -> Texts:
    found = Texts()
    for doc in documents:
        found.add(doc)
    return found


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, len(PIECES) - 1), min_size=1, max_size=3), max_size=12), st.integers(0, 12))
def test_what_is_known_of_some_pairs_changes_nothing(told: list[list[int]], then: int) -> None:
    documents = [document(f"d{n}", " ".join(PIECES[at] for at in some)) for n, some in enumerate(told)]
    known = Shared()
    repeated(_texts(documents[:then]), known=known)
    lines = {"d1": "d0", "d2": "d0"}
    assert repeated(_texts(documents), lines=lines, known=known) == repeated(_texts(documents), lines=lines)
    assert repeated(_texts(documents), known=known) == repeated(_texts(documents))


def test_pairs_that_are_known_and_no_copies_are_not_compared_again(monkeypatch) -> None:
    documents = [document(f"d{n}", f"{TEXT[:400]} {_paper(n)} {_paper(n + 9)}") for n in range(5)]
    known = Shared()
    first = repeated(_texts(documents), known=known)
    assert len(known.rows) == 10
    monkeypatch.setattr(Ranked, "both", None)
    assert repeated(_texts(documents), known=known) == first
