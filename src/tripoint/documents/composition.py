"""One page in, its anatomy, its documents and its comments out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tripoint.documents import comments, hypertext, line, markup, plain
from tripoint.documents.decoding import decode
from tripoint.documents.line import Line
from tripoint.documents.signature import signature
from tripoint.errors import UnreadablePage
from tripoint.model import (
    ARTICLE_ROLES,
    Anatomy,
    Block,
    BlockRole,
    Comment,
    Document,
    DocumentBlock,
    Page,
    digest,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """What one page is made of. A page without any article has no documents."""

    anatomy: Anatomy
    documents: tuple[Document, ...]
    comments: tuple[Comment, ...]


def compose(page: Page, raw: bytes) -> Composed:
    """Say what each stretch of `page` is and make its articles documents. Raises UnreadablePage, and nothing else."""
    html = page.media_type == "text/html"
    text, encoding = decode(raw, html=html)
    if html:
        found = hypertext.read(tree := markup.walk(markup.parse(text)), titles=[])
        text, lines, labelled = found.text, found.lines, found
    else:
        lines = line.split(text)
        labelled = plain.label(lines, title=page.title)
    if not any(one.visible for one in lines):
        raise UnreadablePage("empty", f"{page.source} holds no visible text; expected the text or HTML of a page")
    blocks = tuple(
        Block(role=role, part=part, start=one.start, end=one.end)
        for one, role, part in zip(lines, labelled.roles, labelled.parts, strict=True)
    )
    anatomy = Anatomy(page_id=page.page_id, encoding=encoding, text=text, blocks=blocks)
    count = max((block.part for block in blocks if block.role in ARTICLE_ROLES), default=0)
    return Composed(
        anatomy=anatomy,
        documents=tuple(_document(page, anatomy, part) for part in range(1, count + 1) if _holds(blocks, part)),
        comments=comments.build(page.page_id, text, lines, labelled.roles, labelled.parts),
    )


def _holds(blocks: Sequence[Block], part: int) -> bool:
    return any(block.part == part and block.role in ARTICLE_ROLES for block in blocks)


def _document(page: Page, anatomy: Anatomy, part: int) -> Document:
    own = [block for block in anatomy.blocks if block.part == part and block.role in ARTICLE_ROLES]
    pieces: list[str] = []
    blocks: list[DocumentBlock] = []
    at = 0
    for block in own:
        piece = anatomy.text[block.start : block.end]
        blocks.append(DocumentBlock(role=block.role, start=at, end=at + len(piece), page_start=block.start))
        pieces.append(piece)
        at += len(piece) + 2
    text = "\n\n".join(pieces)
    headline = next((text[b.start : b.end] for b in blocks if b.role is BlockRole.HEADLINE), None)
    body = "\n".join(text[b.start : b.end] for b in blocks if b.role is BlockRole.BODY)
    return Document(
        document_id=digest("doc", page.page_id, part, page.sha256),
        page_id=page.page_id,
        source=page.source,
        part=part,
        outlet=page.outlet,
        outlet_evidence=None if page.outlet is None else "the manifest says so",
        language="en",
        text=text,
        blocks=tuple(blocks),
        headline=headline,
        bylines=tuple(text[b.start : b.end] for b in blocks if b.role is BlockRole.BYLINE),
        published=None,
        updated=None,
        dates_rejected=(),
        agency=None,
        original_url=None,
        captured_at=page.captured_at,
        signature=signature(body),
    )


def lines_of(text: str) -> list[Line]:
    """Return the lines that blocks of plain text stand on."""
    return line.split(text)
