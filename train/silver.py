"""Names that the rules find, for text on which nobody marked names: register and gazetteer teach the encoder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from train.corpora import Example, Marked, example
from tripoint.mentions import find_by_rules
from tripoint.mentions.namekinds import KINDS
from tripoint.model import Document
from tripoint.resources import parser

CODES = {kind: code for code, kind in KINDS.items()}


def with_names(given: Iterable[Marked]) -> Iterator[Example]:
    """Yield sentences with a marked verb and the names that rules find; other proper nouns teach nothing.

    The rules miss names more often than they invent some: what they are silent on teaches nothing.
    """
    waiting: dict[str, Marked] = {}

    def docs() -> Iterator[Document]:
        for marked in given:
            waiting[marked.doc.document_id] = marked
            yield marked.doc

    for doc, sentences in parser.parse(docs()):
        marked = waiting.pop(doc.document_id)
        found = find_by_rules(doc, sentences)
        names = tuple((CODES[m.kind], m.start, m.end) for m in found.mentions if m.kind in CODES and not m.generic)
        for sentence in sentences:
            asked, named = example(marked, sentence), example(replace(marked, names=names), sentence)
            if asked is None or named is None or named.names is None:
                continue
            covered = {i for _, first, last in named.names for i in range(first, last)}
            proper = {tok.i for tok in sentence.tokens if tok.tag in {"NNP", "NNPS"}}
            yield replace(named, unsure=tuple(sorted((proper | set(named.unsure)) - covered)))
