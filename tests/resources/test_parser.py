"""The quick readers say what spaCy's own pipeline says, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from tripoint.model import Document, bare_document
from tripoint.resources import parser, wordforms

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
