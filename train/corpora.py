"""The data that may train shipped weights, read into sentences with their tokens and what is marked on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tripoint.evals.corpus import document, json_lines
from tripoint.evals.event_location import labelled
from tripoint.evals.heldback import sentence_key
from tripoint.evals.re3d_gold import documents, gold_by_document
from tripoint.evals.re3d_names import is_name
from tripoint.model import Document
from tripoint.resources import parser
from tripoint.syntax import Sentence, Token
from tripoint.text import clean

Stretch = tuple[int, int]

NOT_FREE = frozenset({"BBC Online"})
"""Folders of re3d whose licence (CC BY-NC) bars them from shipped weights."""

ECB_KINDS = {"HUMAN_PART_PER": "per", "HUMAN_PART_ORG": "org", "LOC_GEO": "loc", "LOC_FAC": "loc"}
ECB_UNSURE = ("HUMAN_PART", "LOC_OTHER")
"""Marked kinds that our three do not separate (a country that acts, a vehicle): left out of the loss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A document with its marked stretches: names by kind, stretches to leave out, and verbs with their places.

    `names` is None where the corpus does not mark names.
    """

    corpus: str
    key: str
    doc: Document
    names: tuple[tuple[str, int, int], ...] | None = None
    unsure: tuple[Stretch, ...] = ()
    verbs: tuple[Stretch, ...] = ()
    places: tuple[Stretch, ...] = ()
    only_marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One sentence to learn from. Stretches are of tokens; `text` and `tokens` count characters from its start."""

    corpus: str
    key: str
    text: str
    tokens: tuple[Stretch, ...]
    names: tuple[tuple[str, int, int], ...] | None
    unsure: tuple[int, ...]
    verbs: tuple[int, ...]
    places: tuple[int, ...]


def re3d(data: Path) -> Iterator[Marked]:
    """Yield the documents of re3d whose licence is free."""
    paths = [path for path in sorted(data.rglob("documents.json")) if path.parent.name not in NOT_FREE]
    gold = gold_by_document(paths)
    for doc in documents(paths, data):
        key = doc.source.rpartition("/")[2]
        found = gold[key].entities if key in gold else {}
        names = tuple((kind, start, end) for kind, spans in sorted(found.items()) for start, end in sorted(set(spans)))
        yield Marked(corpus="re3d", key=key, doc=doc, names=names)


def ecb(data: Path) -> Iterator[Marked]:
    """Yield the documents of ECB+; only their marked sentences tell anything."""
    for path in sorted(data.rglob("*.xml")):
        root = etree.parse(str(path), etree.XMLParser(resolve_entities=False)).getroot()
        pieces: list[str] = []
        where: dict[str, Stretch] = {}
        at, last = 0, None
        for token in root.iterfind("token"):
            gap = "" if last is None else "\n" if token.get("sentence") != last else " "
            text = " ".join((token.text or "").split()) or "_"
            pieces.extend((gap, text))
            where[token.get("t_id") or ""] = (at + len(gap), at + len(gap) + len(text))
            at += len(gap) + len(text)
            last = token.get("sentence")
        names: list[tuple[str, int, int]] = []
        unsure: list[Stretch] = []
        for markable in root.iterfind("Markables/*"):
            spots = [where[a.get("t_id")] for a in markable.iterfind("token_anchor") if a.get("t_id") in where]
            if not spots:
                continue
            span = (min(spots)[0], max(spots)[1])
            if markable.tag in ECB_KINDS:
                names.append((ECB_KINDS[markable.tag], *span))
            elif markable.tag.startswith(ECB_UNSURE):
                unsure.append(span)
        doc = document(path.stem, "".join(pieces), source=f"ecbplus/{path.name}")
        yield Marked(corpus="ecb", key=path.stem, doc=doc, names=tuple(names), unsure=tuple(unsure), only_marked=True)


def event_location(data: Path) -> Iterator[Marked]:
    """Yield the marked sentences of event_location."""
    for path in sorted(data.rglob("*.jsonl")):
        for number, row in enumerate(json_lines(path)):
            text = row["text"]
            yield Marked(
                corpus="place",
                key=sentence_key(text),
                doc=document(str(number), text, source=f"{path.name}#{number}"),
                verbs=labelled(text, row["spans"], "VERB"),
                places=labelled(text, row["spans"], "LOCATION"),
            )


def examples(given: Iterable[Marked]) -> Iterator[Example]:
    """Yield the sentences of documents, parsed as tripoint parses them."""
    waiting: dict[str, Marked] = {}

    def docs() -> Iterator[Document]:
        for marked in given:
            waiting[marked.doc.document_id] = marked
            yield marked.doc

    for doc, sentences in parser.parse(docs()):
        marked = waiting.pop(doc.document_id)
        for sentence in sentences:
            found = example(marked, sentence)
            if found is not None:
                yield found


def example(marked: Marked, sentence: Sentence) -> Example | None:
    """Return what a sentence of a marked document teaches, None when nothing."""
    tokens = sentence.tokens
    names: list[tuple[str, int, int]] | None = None
    unsure = {tok.i for span in marked.unsure for tok in _within(tokens, span)}
    verbs = tuple(tok.i for span in marked.verbs for tok in _within(tokens, span)[:1])
    if marked.names is not None:
        names = []
        taken: set[int] = set()
        for kind, start, end in sorted(marked.names, key=lambda name: (name[1] - name[2], name[1])):
            inside = _within(tokens, (start, end))
            while inside and inside[0].lower in {"the", "a", "an"}:
                inside = inside[1:]
            if not inside or taken & {tok.i for tok in inside}:
                continue
            if not any(is_name(tok) for tok in inside):
                unsure |= {tok.i for tok in inside}
                continue
            taken |= {tok.i for tok in inside}
            names.append((kind, inside[0].i, inside[-1].i + 1))
        if marked.only_marked and not names:
            return None
    elif not verbs:
        return None
    places = {tok.i for span in marked.places for tok in _within(tokens, span)}
    return Example(
        corpus=marked.corpus,
        key=marked.key,
        text=clean(marked.doc.text[sentence.start : sentence.end]),
        tokens=tuple((tok.start - sentence.start, tok.end - sentence.start) for tok in tokens),
        names=None if names is None else tuple(sorted(names, key=lambda name: name[1])),
        unsure=tuple(sorted(unsure)),
        verbs=verbs,
        places=tuple(sorted(places)) if verbs else (),
    )


def _within(tokens: list[Token], span: Stretch) -> list[Token]:
    return [tok for tok in tokens if tok.start < span[1] and span[0] < tok.end]
