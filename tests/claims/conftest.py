"""Claims of a few sentences, through the real parser and the real mentions stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tripoint.claims import extract
from tripoint.mentions import find
from tripoint.model import BlockRole, Claim, Dated, Document, DocumentBlock, bare_document, digest
from tripoint.resources.parser import parse


def document(text: str, *, role: BlockRole = BlockRole.BODY, published: str | None = None) -> Document:
    """A document of one block a paragraph."""
    blocks = []
    at = 0
    for paragraph in text.split("\n\n"):
        blocks.append(DocumentBlock(role=role, start=at, end=at + len(paragraph), page_start=at))
        at += len(paragraph) + 2
    dated = None if published is None else Dated(start=published, end=published, precision="day", evidence=("test",))
    bare = bare_document(
        text, document_id=digest("doc", text), page_id=digest("pag", text), source="test.txt", published=dated
    )
    return replace(bare, blocks=tuple(blocks))


def claims_of(text: str, **options: object) -> tuple[Claim, ...]:
    """The claims of `text`."""
    doc = document(text, **options)  # type: ignore[arg-type]
    ((_, sentences),) = parse([doc])
    found = find(doc, sentences)
    return extract(doc, sentences, found.mentions, found.readings)


@pytest.fixture(name="read")
def reader() -> Callable[..., tuple[Claim, ...]]:
    return claims_of


@pytest.fixture(name="one")
def only() -> Callable[..., Claim]:
    """The only claim of a type in a text."""

    def find_one(text: str, type_: str, **options: object) -> Claim:
        claims = claims_of(text, **options)
        fit = [claim for claim in claims if claim.type == type_]
        assert len(fit) == 1, f"{[(c.type, c.evidence[0].text) for c in claims]}"
        return fit[0]

    return find_one
