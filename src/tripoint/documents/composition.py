"""One page in, its anatomy, its documents and its comments out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tripoint.documents import comments, credit, line
from tripoint.documents.dates import apart, published
from tripoint.documents.dates.markup import headless_date
from tripoint.documents.decoding import decode
from tripoint.documents.html import head, markup, outlet
from tripoint.documents.html import reading as hypertext
from tripoint.documents.html.head import Head
from tripoint.documents.language import language
from tripoint.documents.line import Line
from tripoint.documents.plain import reading as plain
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
    decoded, encoding = decode(raw, html=html, told=page.charset)
    found = _hypertext(page, decoded) if html else _plain(page, decoded)
    if not any(one.visible for one in found.lines):
        raise UnreadablePage("empty", f"{page.source} holds no visible text; expected the text or HTML of a page")
    found = found.with_datelines()
    blocks = tuple(
        Block(role=role, part=part, start=one.start, end=one.end)
        for one, role, part in zip(found.lines, found.roles, found.parts, strict=True)
    )
    anatomy = Anatomy(page_id=page.page_id, encoding=encoding, text=found.text, blocks=blocks, rule=found.rule)
    parts = sorted({block.part for block in blocks if block.role in ARTICLE_ROLES})
    return Composed(
        anatomy=anatomy,
        documents=tuple(_document(page, anatomy, found, part, several=len(parts) > 1) for part in parts),
        comments=comments.build(page.page_id, found.text, found.lines, found.roles, found.parts),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    lines: list[Line]
    roles: list[BlockRole]
    parts: list[int]
    head: Head
    original: str | None = None
    times: dict[int, str] = field(default_factory=dict)
    entries: bool = False
    rule: str | None = None

    def with_datelines(self) -> _Found:
        """The same with the datelines that open lines of the text as lines of their own."""
        lines, roles, parts = apart.apart(self.text, self.lines, self.roles, self.parts)
        return replace(self, lines=lines, roles=roles, parts=parts)


def _plain(page: Page, text: str) -> _Found:
    lines = line.split(text)
    labelled = plain.label(lines, title=page.title)
    return _Found(text, lines, labelled.roles, labelled.parts, Head())


def _hypertext(page: Page, source: str) -> _Found:
    root = markup.parse(source)
    told = head.read(root)
    rule = outlet.translate(root, page, told)
    titles = [title for title, _ in told.titles] + ([page.title] if page.title is not None else [])
    read = hypertext.read(
        markup.walk(root), titles=titles, sites=[site for site, _ in told.sites], live=told.live, updates=told.updates
    )
    if not told.published:
        told.published.extend(headless_date(root, page.url))
    return _Found(read.text, read.lines, read.roles, read.parts, told, read.original, read.times, read.entries, rule)


def _document(page: Page, anatomy: Anatomy, found: _Found, part: int, *, several: bool) -> Document:
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
    when = published.decide(
        page,
        found.head,
        found.text,
        found.lines,
        found.roles,
        found.parts,
        part=part,
        several=several,
        entry=found.times.get(part),
    )
    who = credit.decide(
        page,
        found.head,
        found.lines,
        found.roles,
        found.parts,
        part=part,
        several=several,
        one_site=found.entries,
        link=found.original,
    )
    bylines = tuple(text[b.start : b.end] for b in blocks if b.role is BlockRole.BYLINE)
    return Document(
        document_id=digest("doc", page.page_id, part, page.sha256),
        page_id=page.page_id,
        source=page.source,
        part=part,
        outlet=who.outlet,
        outlet_evidence=who.evidence,
        language=language(body or text, told=found.head.language),
        text=text,
        blocks=tuple(blocks),
        headline=headline if headline is not None else page.title if part == 1 else None,
        bylines=bylines,
        published=when.published,
        updated=when.updated,
        dates_rejected=when.rejected,
        agency=who.agency,
        original_url=who.original_url,
        captured_at=page.captured_at,
        signature=signature(body),
    )
