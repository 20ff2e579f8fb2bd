from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripoint.errors import ResourceError
from tripoint.resources.files import resource
from tripoint.resources.wordmeanings import FOLDER, WordMeanings, word_likeness, word_meanings

TOKENIZER = resource("models/encoder/tokenizer.json")


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("struck", "strike", "captured"),
        ("killed", "died", "withdrew"),
        ("blast", "explosion", "talks"),
        ("seized", "captured", "met"),
    ],
)
def test_words_for_one_act_are_more_alike_than_words_for_two(word: str, near: str, far: str) -> None:
    assert word_likeness(word, near) > 0.5 > word_likeness(word, far)


@given(st.text(max_size=30))
def test_any_words_have_a_direction_of_length_one_or_none(words: str) -> None:
    length = float(np.linalg.norm(word_meanings().direction(words)))
    assert length == pytest.approx(1.0, abs=1e-4) or length == 0.0


def test_likeness_does_not_depend_on_which_word_comes_first() -> None:
    assert word_likeness("shelled", "bombardment") == word_likeness("bombardment", "shelled")


def test_a_damaged_table_is_refused_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "words"
    shutil.copytree(resource(FOLDER), folder)
    np.save(folder / "words.npy", np.zeros((2, 2), dtype=np.int8))
    with pytest.raises(ResourceError, match=r"words\.npy is damaged"):
        WordMeanings(folder, TOKENIZER)
    (folder / "words.npy").unlink()
    with pytest.raises(ResourceError, match=r"words\.npy is missing"):
        WordMeanings(folder, TOKENIZER)
