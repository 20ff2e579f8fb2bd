"""Reads a text of ours into claims through the real parser and the real mentions, and tells what stands in a claim."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tripoint.claims import extract
from tripoint.mentions import find
from tripoint.model import BlockRole, Claim, Dated, Document, DocumentBlock, bare_document, digest
from tripoint.resources.parser import parse

Read = Callable[..., tuple[Claim, ...]]
"""The fixture `read`: all claims of a text."""
One = Callable[..., Claim]
"""The fixture `one`: the only claim of a type in a text."""


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


def agents(claim: Claim) -> list[str]:
    """The names of who acts."""
    return [party.name for party in claim.agents]


def targets(claim: Claim) -> list[str]:
    """The names of who or what it is done to."""
    return [party.name for party in claim.targets]


def recipients(claim: Claim) -> list[str]:
    """The names of the partners, and of those addressed or helped."""
    return [party.name for party in claim.recipients]


def places(claim: Claim) -> list[tuple[str, str]]:
    """The names of the places, with their roles."""
    return [(slot.place.name, slot.role) for slot in claim.places]


def counted(claim: Claim) -> list[tuple[str, float | None]]:
    """What is counted, and how many there are at least."""
    return [(slot.amount.what, slot.amount.low) for slot in claim.amounts]
