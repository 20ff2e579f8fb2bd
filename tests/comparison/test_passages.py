"""Words are found at one look as one by one, and passages are told word for word."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tripoint.comparison import passages
from tripoint.model import bare_document

PLAIN = st.text(st.sampled_from("abZ09' '_-.\n"), max_size=60)


@given(PLAIN, st.lists(st.integers(0, 60), max_size=6))
def test_words_of_plain_letters_are_those_that_are_found_one_by_one(text: str, edges: list[int]) -> None:
    ends = sorted({min(edge, len(text)) for edge in edges})
    body = list(zip(ends[::2], ends[1::2], strict=False)) or [(0, len(text))]
    for stretches in (body, list(pairwise(ends)) or body):  # apart, and one behind the other
        plain, begins, stops, spans = passages._told(text, stretches)
        folded, *_, others = passages._folded(text, stretches)
        words = [plain[begin:end] for begin, end in zip(begins, stops, strict=True)]
        assert [side.tolist() for side in spans] == [side.tolist() for side in others]
        assert "".join(words) == folded


@given(st.lists(st.sampled_from(["Élan", "ÉLAN", "don't", "river", "7", "ﬁve"]), min_size=20, max_size=40))
def test_a_passage_is_found_in_other_letters_and_other_signs(words: list[str]) -> None:
    one = bare_document(" ".join(words), document_id="one", page_id="p", source="s")
    two = bare_document(", ".join(word.upper() for word in words), document_id="two", page_id="q", source="t")
    found = list(passages.shared(one, two))
    if len({tuple(words[at : at + 8]) for at in range(len(words) - 7)}) == len(words) - 7:  # no run stands twice
        assert [(one.start, one.end, one.words) for one in found] == [(0, len(" ".join(words)), len(words))]


def test_a_long_page_shares_what_a_short_one_does() -> None:
    long = " ".join(f"word{number % 9973} of{number}" for number in range(20_000))
    low = long.index("of15000")
    part = long[low : long.index("of15030")].strip()
    one = bare_document(long, document_id="one", page_id="p", source="s")
    two = bare_document(part, document_id="two", page_id="q", source="t")
    (found,) = passages.shared(one, two)
    assert (found.start, found.end, found.other_end) == (low, low + len(part), len(part))
