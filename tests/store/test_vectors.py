"""Vectors are kept by their words: added once, cut off where a crash cut them, found again in any order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripoint.store.stretches import MOST_WORDS, stretches
from tripoint.store.vectors import VectorShelf, digests, missing, places

WIDTH = 4


def vectors(number: int) -> np.ndarray:
    return (np.eye(WIDTH, dtype=np.float32) / 4)[np.arange(number) % WIDTH]


@pytest.fixture
def shelf(tmp_path: Path) -> VectorShelf:
    return VectorShelf(tmp_path / "meaning", "claims", WIDTH)


def test_words_that_are_kept_are_not_added_again(shelf: VectorShelf) -> None:
    shelf.add(digests(["a", "b", "a"]), vectors(3))
    shelf.add(digests(["b", "c"]), vectors(2))
    assert shelf.known().tolist() == digests(["a", "b", "c"]).tolist()
    assert shelf.scores(vectors(2)[1], 3) * 16 == pytest.approx([0.0, 1.0, 1.0], abs=0.01)


def test_several_may_add_at_the_same_time(shelf: VectorShelf, tmp_path: Path) -> None:
    def add(first: int) -> None:
        own = VectorShelf(tmp_path / "meaning", "claims", WIDTH)
        for number in range(first, first + 40):
            own.add(digests([str(number)]), vectors(number % WIDTH + 1)[-1:])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, (0, 20, 40, 60)))
    known = shelf.known().tolist()
    assert sorted(known) == sorted(digests([str(number) for number in range(100)]).tolist())
    at = places(shelf.known(), digests([str(number) for number in range(100)]))
    for one in range(WIDTH):
        alike = shelf.scores(vectors(WIDTH)[one], 100)[at] > 0.01
        assert alike.tolist() == [number % WIDTH == one for number in range(100)]


def test_what_a_crash_cut_off_is_made_again(shelf: VectorShelf, tmp_path: Path) -> None:
    shelf.add(digests(["a", "b"]), vectors(2))
    with (tmp_path / "meaning" / "claims.vectors").open("r+b") as file:
        file.truncate(WIDTH + 3)
    assert shelf.known().tolist() == digests(["a"]).tolist()
    shelf.add(digests(["b"]), vectors(4)[3:])
    assert shelf.known().tolist() == digests(["a", "b"]).tolist()
    assert shelf.scores(vectors(4)[3], 2) * 16 == pytest.approx([0.0, 1.0], abs=0.01)


@given(st.lists(st.text(max_size=3), max_size=20), st.lists(st.text(max_size=3), max_size=20))
def test_each_text_is_found_where_it_is_kept_and_nowhere_else(known: list[str], wanted: list[str]) -> None:
    kept = list(dict.fromkeys(known))
    at = places(digests(kept), digests(wanted))
    assert [kept[place] if place >= 0 else None for place in at] == [text if text in kept else None for text in wanted]
    lacking = [wanted[number] for number in missing(digests(kept), digests(wanted))]
    assert lacking == list(dict.fromkeys(text for text in wanted if text not in kept))


@given(st.text(alphabet=st.sampled_from("ab .!?\n\t“”A’1"), max_size=200))
def test_stretches_stand_in_order_and_are_whole_words_of_one_line(text: str) -> None:
    last = 0
    for start, end in stretches(text):
        assert last <= start < end
        assert text[start:end] == text[start:end].strip() and "\n" not in text[start:end]
        last = end


def test_a_long_line_is_cut_between_sentences() -> None:
    line = "The road to the town was cut again on Monday. " * 30
    found = [line[start:end] for start, end in stretches(line)]
    assert " ".join(found) == line.strip()
    assert all(len(one.split()) < MOST_WORDS + 10 and one.endswith("Monday.") for one in found)
