"""documents-jsonl: every article with its text, dates and outlet, and the comments under it."""

from __future__ import annotations

from dataclasses import replace
from typing import IO

from tripoint.export.case import CaseView
from tripoint.export.shapes import Shape, dated, write_line
from tripoint.model import Comment, Document, Passage, Revision, Span


def export(case: CaseView, out: IO[str], *, comments: bool = False) -> None:
    """Write one line per document. Commenters are numbered as they come, so that what is given away holds nothing that
    a name could be tried against, whoever has the secret of the case."""
    readers: dict[str, str] = {}
    for doc, copy_of, said in case.documents():
        numbered = tuple(replace(comment, author=_number(comment.author, readers)) for comment in said)
        told = shape(doc, copy_of, numbered, case.revision(doc.document_id))
        write_line(out, told | {"passages": [_passage(one) for one in case.passages(doc.document_id)]})


def _number(author: str | None, readers: dict[str, str]) -> str | None:
    return None if author is None else readers.setdefault(author, f"reader-{len(readers) + 1}")


def shape(doc: Document, copy_of: str | None, said: tuple[Comment, ...], revision: Revision | None) -> Shape:
    """Return the document as its line."""
    return {
        "document_id": doc.document_id,
        "page_id": doc.page_id,
        "source": doc.source,
        "part": doc.part,
        "outlet": doc.outlet,
        "headline": doc.headline,
        "language": doc.language,
        "published": dated(doc.published),
        "updated": dated(doc.updated),
        "agency": doc.agency,
        "original_url": doc.original_url,
        "copy_of": copy_of,
        "text": doc.text,
        "blocks": [
            {"role": block.role.value, "start": block.start, "end": block.end, "page_start": block.page_start}
            for block in doc.blocks
        ],
        "comments": [
            {
                "author": comment.author,
                "time": comment.time,
                "text": comment.text,
                "reply_to": comment.reply_to,
                "comment_id": comment.comment_id,
                "editor": comment.editor,
            }
            for comment in said
        ],
        "bylines": list(doc.bylines),
        "outlet_evidence": doc.outlet_evidence,
        "captured_at": doc.captured_at,
        "dates_rejected": [dated(value) for value in doc.dates_rejected],
        "revision": _revision(revision),
    }


def _passage(one: Passage) -> Shape:
    """Words that stand in `other` too, at `other_start`."""
    return {
        "start": one.start,
        "end": one.end,
        "other": one.other,
        "other_start": one.other_start,
        "other_end": one.other_end,
        "words": one.words,
    }


def _revision(one: Revision | None) -> Shape | None:
    """Which capture of its address it is; `removed` points into the text of the document `previous`."""
    if one is None:
        return None
    return {
        "url": one.url,
        "number": one.number,
        "of": one.of,
        "captured_at": one.captured_at,
        "again": list(one.again),
        "gone": one.gone,
        "absent": list(one.absent),
        "previous": one.previous,
        "added": _spans(one.added),
        "removed": _spans(one.removed),
    }


def _spans(spans: tuple[Span, ...]) -> list[Shape]:
    return [{"start": span.start, "end": span.end} for span in spans]
