"""Documents and pages: texts with their anatomy. Markup of a page is never given, only its text."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import APIRouter

from tripoint.api.answers import Answer, listed
from tripoint.api.asked import Cursor, Limit, OfCase, OfQuestion
from tripoint.api.cards import cards
from tripoint.api.cursors import pair, unpaired
from tripoint.api.problems import missing
from tripoint.api.shapes.documents import DocumentRow, DocumentSheet, PageSheet
from tripoint.api.shapes.told import answers
from tripoint.api.shapes.values import Portion
from tripoint.export.documents import shape
from tripoint.export.shapes import dated
from tripoint.model import Anatomy, Comment, Document, Page
from tripoint.store import listed as lists
from tripoint.store.reading import CaseReader

router = APIRouter(tags=["documents"])


@router.get("/cases/{case}/documents", responses=answers(Portion[DocumentRow]))
def documents(asked: OfCase, question: OfQuestion, limit: Limit = 50, cursor: Cursor = None) -> Answer:
    """List documents by source and part; with filters, those that hold a claim that answers."""
    behind = unpaired(cursor)
    with asked.reading() as reader:
        rows = lists.documents_after(reader, question, behind, limit + 1)
    total = asked.once(
        ("documents", repr(question)), lambda reader: lists.documents_number(reader, question), lambda found: 200
    )
    more, rows = len(rows) > limit, rows[:limit]
    return asked.answer(listed(rows, following=pair(rows[-1]) if more else None, total=total))


@router.get("/cases/{case}/documents/{document_id}", responses=answers(DocumentSheet))
def document(asked: OfCase, document_id: str) -> Answer:
    """Tell one document: its text and blocks, how its dates are known, its claims, mentions, copies and comments."""
    with asked.reading() as reader:
        doc = reader.document(document_id)
        if doc is None:
            raise missing("document", document_id)
        row = next(reader.rows("SELECT copy_of FROM documents WHERE document_id = ?", (document_id,)))
        comments = tuple(
            reader.records(
                Comment,
                "SELECT record FROM comments WHERE page_id = ? AND part = ? ORDER BY page_start, comment_id",
                (doc.page_id, doc.part),
            )
        )
        body = {
            **shape(doc, row["copy_of"], comments, reader.revision(document_id)),
            "claims": cards(asked, reader, reader.claims_in(document_id)),
            "mentions": _mentions(reader, document_id),
            "copies": lists.documents_of(reader, _copies(reader, document_id)),
            "revisions": _revisions(reader, doc),
        }
    return asked.answer(body)


@router.get("/cases/{case}/pages/{page_id}", responses=answers(PageSheet))
def page(asked: OfCase, page_id: str) -> Answer:
    """Tell one page: its decoded text, the role of each stretch, and the documents in it."""
    with asked.reading() as reader:
        row = next(reader.rows("SELECT record, anatomy FROM pages WHERE page_id = ?", (page_id,)), None)
        if row is None:
            raise missing("page", page_id)
        found = msgspec.json.decode(row["record"], type=Page, strict=True)
        anatomy = None if row["anatomy"] is None else msgspec.json.decode(row["anatomy"], type=Anatomy, strict=True)
        docs = list(
            reader.records(
                Document, "SELECT record FROM documents WHERE page_id = ? ORDER BY part, document_id", (page_id,)
            )
        )
    body = {
        "page_id": found.page_id,
        "source": found.source,
        "url": found.url,
        "sha256": found.sha256,
        "captured_at": found.captured_at,
        "media_type": found.media_type,
        "encoding": None if anatomy is None else anatomy.encoding,
        "text": "" if anatomy is None else anatomy.text,
        "blocks": [
            {"role": block.role.value, "part": block.part, "start": block.start, "end": block.end}
            for block in (() if anatomy is None else anatomy.blocks)
        ],
        "documents": [
            {
                "id": doc.document_id,
                "part": doc.part,
                "headline": doc.headline,
                "published": dated(doc.published),
                "blocks": [
                    {"start": block.start, "end": block.end, "page_start": block.page_start} for block in doc.blocks
                ],
            }
            for doc in docs
        ],
    }
    return asked.answer(body)


def _mentions(reader: CaseReader, document_id: str) -> list[dict[str, Any]]:
    sql = (
        'SELECT kind, start, "end", name, candidate_id AS id, text FROM mentions WHERE document_id = ?'
        " ORDER BY start, mention_id"
    )
    return list(reader.rows(sql, (document_id,)))


def _copies(reader: CaseReader, document_id: str) -> list[str]:
    sql = "SELECT document_id FROM documents WHERE copy_of = ? AND document_id <> ?"
    return [row["document_id"] for row in reader.rows(sql, (document_id, document_id))]


def _revisions(reader: CaseReader, doc: Document) -> list[dict[str, Any]]:
    """Return every capture of the same address, in their order, this one among them."""
    sql = (
        'SELECT r.document_id AS id, r.number, r."of", r.captured_at, r.seen_until, r.previous, d.headline'
        " FROM revisions o JOIN revisions r ON r.url = o.url JOIN documents d ON d.document_id = r.document_id"
        " WHERE o.document_id = ? ORDER BY r.number, r.document_id"
    )
    return list(reader.rows(sql, (doc.document_id,)))
