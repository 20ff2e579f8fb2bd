"""Documents of a text alone: no page told who published it, or where its headline is."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.model.document import Document, DocumentBlock
from tripoint.model.page import BlockRole
from tripoint.model.values import Dated


def bare_document(
    text: str,
    *,
    document_id: str,
    page_id: str,
    source: str,
    published: Dated | None = None,
    paragraphs: Sequence[tuple[int, int]] | None = None,
) -> Document:
    """Return `text` as the body of an English document; `paragraphs` are its blocks, [start, end), else it is one."""
    spans = [(0, len(text))] if paragraphs is None else paragraphs
    return Document(
        document_id=document_id,
        page_id=page_id,
        source=source,
        part=1,
        outlet=None,
        outlet_evidence=None,
        language="en",
        text=text,
        blocks=tuple(DocumentBlock(role=BlockRole.BODY, start=a, end=b, page_start=a) for a, b in spans),
        headline=None,
        bylines=(),
        published=published,
        updated=None,
        dates_rejected=(),
        agency=None,
        original_url=None,
        captured_at=None,
        signature=(),
    )
