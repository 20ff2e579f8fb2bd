"""Passages: stretches of an article that are put to a model at one time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tripoint.model import CLAIM_ROLES, Document
from tripoint.text import trim

LONGEST = 3000
"""Characters of one passage; a longer block is a passage by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The words `text` at [start, end) of a document."""

    document_id: str
    start: int
    end: int
    text: str


def passages(doc: Document, *, longest: int = LONGEST) -> Iterator[Passage]:
    """Yield the article's blocks that may make claims, neighbours together while they fit; no comments."""
    start = end = -1
    for block in doc.blocks:
        if block.role not in CLAIM_ROLES:
            continue
        if start >= 0 and block.end - start <= longest and not _other_between(doc, end, block.start):
            end = block.end
            continue
        if start >= 0:
            yield from _passage(doc, start, end)
        start, end = block.start, block.end
    if start >= 0:
        yield from _passage(doc, start, end)


def _other_between(doc: Document, start: int, end: int) -> bool:
    return bool(doc.text[start:end].strip())


def _passage(doc: Document, start: int, end: int) -> Iterator[Passage]:
    start, end = trim(doc.text, start, end)
    if end > start:
        yield Passage(document_id=doc.document_id, start=start, end=end, text=doc.text[start:end])
