from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tripoint.errors import ResourceError
from tripoint.evals.corpus import document
from tripoint.resources.encoder import FOLDER, Encoder, encoder
from tripoint.resources.encoder_input import (
    CAPITAL,
    CAPITALS,
    MIXED,
    MOST,
    PLAIN,
    UNTOLD,
    portions,
    writing,
)
from tripoint.resources.encoder_labels import DISTANCES, LABELS, distances
from tripoint.resources.files import resource
from tripoint.resources.networks import open_tokenizer
from tripoint.resources.parser import parse
from tripoint.syntax import Sentence


def parsed(text: str) -> list[Sentence]:
    return next(iter(parse([document("page", text, source="page.txt")])))[1]


def test_a_damaged_file_is_refused_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "encoder"
    shutil.copytree(resource(FOLDER), folder)
    (folder / "encoder.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"encoder\.json is damaged"):
        Encoder(folder)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "encoder"
    shutil.copytree(resource(FOLDER), folder)
    (folder / "tokenizer.json").unlink()
    with pytest.raises(ResourceError, match=r"tokenizer\.json is missing"):
        Encoder(folder)


def test_a_document_reads_the_same_whatever_was_read_before() -> None:
    text = "Rebels seized the town of Darkush. Colonel Samir Haddad fled to Latakia on Sunday."
    fresh = Encoder(resource(FOLDER))
    first = fresh.read(text, parsed(text))
    fresh.read("Another page tells of Kharkiv.", parsed("Another page tells of Kharkiv."))
    again = fresh.read(text, parsed(text))
    for one, other in zip(first, again, strict=True):
        assert np.array_equal(one.labels, other.labels) and np.array_equal(one.answers, other.answers)


def test_shares_of_a_word_make_one() -> None:
    text = "Ukrainian troops entered Izium, the mayor said."
    for encoded in encoder().read(text, parsed(text)):
        assert encoded.labels.shape[1] == len(LABELS)
        assert np.allclose(encoded.labels.sum(axis=1), 1.0, atol=1e-4)


def test_the_place_of_a_verb_is_the_one_beside_it() -> None:
    text = "Gunmen killed two farmers in Mopti on Friday, while officials met in Paris."
    sentence = parsed(text)[0]
    encoded = encoder().read(text, [sentence])[0]
    at = {tok.text: tok.i for tok in sentence.tokens}
    killed = encoder().places_of(encoded, at["killed"])
    assert killed[at["Mopti"]] > killed[at["Paris"]]


def test_a_sentence_of_three_thousand_words_is_read_in_portions() -> None:
    text = " ".join(["Shells fell on Idlib and"] * 600) + " Homs."
    sentences = parsed(text)
    read = encoder().read(text, sentences)
    assert [len(one.labels) for one in read] == [len(sentence.tokens) for sentence in sentences]


@pytest.mark.parametrize(
    ("word", "written"), [("town", PLAIN), ("Town", CAPITAL), ("PMU", CAPITALS), ("YPGs", MIXED), ("17", PLAIN)]
)
def test_how_a_word_is_written(word: str, written: int) -> None:
    assert writing([word, "and", "the", "others"])[0] == written


def test_where_every_word_has_a_capital_the_writing_tells_nothing() -> None:
    assert set(writing("Syrian Army Takes Control Of Border Town".split())) == {UNTOLD}


@given(st.text(max_size=400), st.integers(min_value=1, max_value=9))
@settings(max_examples=60)
def test_portions_hold_each_token_once_and_in_order(text: str, width: int) -> None:
    tokenizer = open_tokenizer(resource(f"{FOLDER}/tokenizer.json"))
    tokens = [(low, min(len(text), low + width)) for low in range(0, len(text), width)]
    made = tokenizer.encode(text, add_special_tokens=False)
    told: list[int] = []
    for portion in portions(made, tokens, [PLAIN] * len(tokens)):
        assert len(portion.ids) == len(portion.types) <= MOST
        assert all(0 < place < len(portion.ids) - 1 for place in portion.first)
        told.extend(int(tok) for tok in portion.tokens)
    assert told == sorted(set(told))


@given(st.integers(min_value=1, max_value=500), st.data())
def test_distances_are_classes_on_both_sides(size: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(min_value=0, max_value=size - 1))
    found = distances(np.arange(size), at)
    assert found.min() >= 0 and found.max() < DISTANCES
    assert (np.diff(found) >= 0).all()
    assert (found == found[at]).sum() == 1
