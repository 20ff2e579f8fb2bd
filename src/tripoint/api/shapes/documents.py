"""Documents and pages as they are answered."""

from __future__ import annotations

from tripoint.api.shapes.claims import ClaimCard
from tripoint.api.shapes.values import Dated, Shape, Span


class DocumentRow(Shape):
    """A document in a list."""

    id: str
    outlet: str | None
    headline: str | None
    published: str | None
    published_until: str | None
    known_by: str | None
    agency: str | None
    copy_of: str | None
    language: str | None
    source: str
    part: int
    claims: int


class DocumentBlock(Span):
    """A block of a document; `page_start` points into the page's text."""

    role: str
    page_start: int


class Comment(Shape):
    """A reader's comment: never evidence."""

    author: str | None
    time: str | None
    text: str
    reply_to: str | None
    comment_id: str
    editor: bool


class Mention(Span):
    """A stretch that names something."""

    kind: str
    name: str | None
    id: str | None
    text: str


class RevisionRow(Shape):
    """One capture of an address."""

    id: str
    number: int
    of: int
    captured_at: str | None
    seen_until: str | None
    previous: str | None
    headline: str | None


class Revision(Shape):
    """Which capture of its address a document is; `removed` points into the text of `previous`."""

    url: str
    number: int
    of: int
    captured_at: str
    again: list[str]
    gone: str | None
    absent: list[str]
    previous: str | None
    added: list[Span]
    removed: list[Span]


class DocumentSheet(Shape):
    """A document with its text, its anatomy and what was found in it."""

    document_id: str
    page_id: str
    source: str
    part: int
    outlet: str | None
    outlet_evidence: str | None
    headline: str | None
    language: str
    published: Dated | None
    updated: Dated | None
    dates_rejected: list[Dated]
    agency: str | None
    original_url: str | None
    copy_of: str | None
    text: str
    blocks: list[DocumentBlock]
    comments: list[Comment]
    bylines: list[str]
    captured_at: str | None
    revision: Revision | None
    claims: list[ClaimCard]
    mentions: list[Mention]
    copies: list[DocumentRow]
    revisions: list[RevisionRow]


class PageBlock(Span):
    """A stretch of a page with one role, in one of its articles (0: of none)."""

    role: str
    part: int


class PlacedBlock(Span):
    """A block of a document and where it stands in the page."""

    page_start: int


class PageDocument(Shape):
    """A document in a page."""

    id: str
    part: int
    headline: str | None
    published: Dated | None
    blocks: list[PlacedBlock]


class PageSheet(Shape):
    """A page: its decoded text and the role of each stretch."""

    page_id: str
    source: str
    url: str | None
    sha256: str
    captured_at: str | None
    media_type: str
    encoding: str | None
    text: str
    blocks: list[PageBlock]
    documents: list[PageDocument]
