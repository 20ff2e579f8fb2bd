"""The quick readers say what spaCy's own pipeline says, word for word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from tripoint.model import Document, bare_document
from tripoint.resources import parser, wordforms
from tripoint.resources.portions import portions

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "pages"
PAIRS = (
    "Let's go. They ain't gonna stay, c'mon, I gotta leave. There is a bridge; there are two. Y'all know. Let us be."
)


def _document(text: str) -> Document:
    return bare_document(text, document_id="d", page_id="p", source="s")


@pytest.fixture(scope="module")
def plain() -> spacy.language.Language:
    return spacy.load(parser.MODEL)


TEXTS = [
    PAIRS,
    "x",
    "  ",
    "Gunmen of the Free River Army\u00a0shot 12 people in North Hollow on 3 May 2019, said Reuters",
]
TEXTS += [path.read_text(encoding="utf-8", errors="replace") for path in sorted(SAMPLES.glob("*.txt"))]


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_words_tags_relations_lemmas_and_entities_are_those_of_spacy_but_for_slips(
    plain: spacy.language.Language, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parser, "mend", lambda tokens: None)
    doc = _document(TEXTS[number])
    ((_, sentences),) = parser.parse([doc])
    ours = [(tok.start, tok.lemma, tok.pos, tok.tag, tok.ent) for sent in sentences for tok in sent.tokens]
    theirs = []
    for (low, _, _, _), text in zip(
        parser._stretches(doc), parser.readable(doc, list(parser._stretches(doc))), strict=True
    ):
        theirs += [
            (
                low + tok.idx,
                wordforms.mended(tok.lower_, tok.tag_, tok.lemma_.lower()),
                tok.pos_,
                tok.tag_,
                tok.ent_type_,
            )
            for tok in plain(text)
            if not tok.is_space
        ]
    assert ours == theirs


def test_the_tokenizer_of_the_model_is_that_of_the_language(plain: spacy.language.Language) -> None:
    bare = spacy.load(parser.MODEL, exclude=["tokenizer"])
    assert bare.tokenizer.to_bytes(exclude=["vocab"]) == plain.tokenizer.to_bytes(exclude=["vocab"])


def test_trees_made_for_many_texts_at_once_are_those_of_spacy(plain: spacy.language.Language) -> None:
    reader = parser._reader()
    told = ["TAG", "DEP", "HEAD", "SENT_START"]
    texts = [line for text in TEXTS for line in text.splitlines()] + ["", "  "]
    ours = [reader.nlp.make_doc(text) for text in texts]
    reader.trees.read(ours)
    theirs = list(plain.pipe(texts, disable=["attribute_ruler", "lemmatizer"]))
    assert [doc.to_array(told).tolist() for doc in ours] == [doc.to_array(told).tolist() for doc in theirs]


def test_texts_without_a_word_are_read_as_nothing() -> None:
    reader = parser._reader()
    empty = reader.nlp.make_doc("")
    reader.trees.read([])
    reader.trees.read([empty])
    assert list(empty.sents) == []
    assert list(reader.entities.of([empty])) == [[]]


@given(st.lists(st.integers(min_value=0, max_value=60)), st.integers(min_value=1, max_value=80))
def test_portions_hold_every_text_once_in_order_and_no_more_tokens_than_told_but_for_a_long_one(
    lengths: list[int], most: int
) -> None:
    texts: list[Any] = [range(length) for length in lengths]
    found = list(portions(texts, most))
    assert [text for some in found for text in some] == texts
    assert all(len(some) == 1 or sum(map(len, some)) <= most for some in found)
    assert all(found)
