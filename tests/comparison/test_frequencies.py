"""In how many documents words stand."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tripoint.comparison import frequencies
from tripoint.comparison.frequencies import MANY, SCALE, Frequencies


def _words(documents: list[set[int]]) -> np.ndarray:
    return np.array([word for some in documents for word in sorted(some)], dtype=np.uint32)


@settings(max_examples=40)
@given(st.lists(st.sets(st.sampled_from([0, 1, 7, 1 << 16, 1 << 31, (1 << 32) - 1])), min_size=1, max_size=30))
def test_of_few_documents_each_word_is_told_by_how_many_hold_it(documents: list[set[int]]) -> None:
    found = Frequencies.among(_words(documents), len(documents))
    assert dict(zip(found.words.tolist(), found.counts.tolist(), strict=True)) == Counter(
        word for some in documents for word in some
    )
    assert found.seen(np.array([7, 8], dtype=np.uint32)).tolist() == [sum(7 in some for some in documents), 0]


def test_of_very_many_documents_it_is_told_as_of_some_thousands() -> None:
    size = 10 * SCALE
    words = np.repeat(np.array([3, 5, 9], dtype=np.uint32), [size // 2, 34, 4])
    found = Frequencies.among(words, size)
    assert (found.size, found.words.tolist(), found.counts.tolist()) == (SCALE, [3, 5], [SCALE // 2, 3])


def test_of_many_documents_a_word_weighs_by_its_share() -> None:
    few, more, many = (Frequencies.among(np.zeros(0, dtype=np.uint32), MANY * times) for times in (1, 3, 20))
    assert few.squares[[1, 10]].tolist() == pytest.approx(more.squares[[3, 30]].tolist())
    assert few.squares[[1, 10]].tolist() == pytest.approx(many.squares[[8, 80]].tolist())


def test_a_few_documents_beyond_some_thousands_change_little_of_what_is_rare() -> None:
    nothing = np.zeros(0, dtype=np.uint32)
    seen = np.arange(60)
    at, above, far = (
        Frequencies.among(nothing, size).few(seen, 20).nonzero()[0].tolist() for size in (4000, 4100, 8000)
    )
    assert (at, above, far) == (list(range(2, 21)), list(range(2, 22)), list(range(4, 41)))


def test_words_are_counted_alike_a_part_at_a_time(monkeypatch) -> None:
    words = np.random.default_rng(2).integers(0, 1 << 32, 500, dtype=np.uint32)
    words = np.concatenate((words, words[:100]))
    whole = Frequencies.among(words, 300)
    monkeypatch.setattr(frequencies, "ROOM", 40)
    parted = Frequencies.among(words, 300)
    assert (whole.words.tolist(), whole.counts.tolist()) == (parted.words.tolist(), parted.counts.tolist())
