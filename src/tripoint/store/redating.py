"""Documents as other pages of the case date them, and what their own pages tell kept beside."""

from __future__ import annotations

import sqlite3
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import msgspec

from tripoint.comparison.imprints import Imprint, Printed, imprints
from tripoint.model import Dated, Document, PublicationBound
from tripoint.store.rows import json_of, publication_columns


def redated(document: Document, bound: PublicationBound) -> Document:
    """Return the document with the dates that its page and others leave together."""
    rejected = (*document.dates_rejected, *bound.rejected)
    return replace(document, published=bound.published, dates_rejected=rejected)


class Redated(Mapping[str, Document]):
    """Documents by id, those that others bound as they bound them."""

    def __init__(self, documents: Mapping[str, Document], bounds: Iterable[PublicationBound]) -> None:
        self._documents = documents
        self._bounds = {bound.document_id: bound for bound in bounds}

    def __getitem__(self, document_id: str) -> Document:
        document, bound = self._documents[document_id], self._bounds.get(document_id)
        return document if bound is None else redated(document, bound)

    def imprints(self) -> Mapping[str, Imprint]:
        """Return the imprints of the documents, with the dates that others bound."""
        own = imprints(self._documents)
        bound: dict[str, Imprint] = {
            one: Printed(
                page_id=was.page_id,
                outlet=was.outlet,
                agency=was.agency,
                published=found.published,
                captured_at=was.captured_at,
            )
            for one, found in self._bounds.items()
            if (was := own.get(one)) is not None
        }
        return ChainMap(bound, own)  # type: ignore[arg-type]  # nothing is written to it

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)

    def __contains__(self, document_id: object) -> bool:
        return document_id in self._documents


class _OwnDates(msgspec.Struct):
    published: Dated | None
    dates_rejected: tuple[Dated, ...]


def redate(db: sqlite3.Connection, bounds: Iterable[PublicationBound]) -> None:
    """Exchange the dates of documents that others bound; `publications` keeps what their own pages tell."""
    for bound in bounds:
        document = _document(db, bound.document_id)
        own = json_of(_OwnDates(published=document.published, dates_rejected=document.dates_rejected))
        row = (document.document_id, bound.published.start, bound.published.end, own, json_of(bound))
        db.execute("INSERT INTO publications VALUES (?, ?, ?, ?, ?)", row)
        _exchange(db, redated(document, bound))


def restore(db: sqlite3.Connection) -> None:
    """Give every document the dates that its own page tells."""
    for document_id, told in db.execute("SELECT document_id, own FROM publications").fetchall():
        own = msgspec.json.decode(told, type=_OwnDates)
        document = _document(db, document_id)
        _exchange(db, replace(document, published=own.published, dates_rejected=own.dates_rejected))


def _document(db: sqlite3.Connection, document_id: str) -> Document:
    (record,) = db.execute("SELECT record FROM documents WHERE document_id = ?", (document_id,)).fetchone()
    return msgspec.json.decode(record, type=Document, strict=True)


def _exchange(db: sqlite3.Connection, document: Document) -> None:
    db.execute(
        "UPDATE documents SET published_start = ?, published_end = ?, published_precision = ?, record = ?"
        " WHERE document_id = ?",
        (*publication_columns(document), json_of(document), document.document_id),
    )
