"""One text typed by a person, read like the body of an article: what claims it makes, without any case."""

from __future__ import annotations

from tripoint import registry
from tripoint.errors import TripointError
from tripoint.model import Claim, Dated, Document, Failure, bare_document, digest
from tripoint.resources import parser
from tripoint.run.attempts import tried


def read_text(text: str, *, published: str | None = None) -> tuple[Document, tuple[Claim, ...]]:
    """Return the document that `text` makes and its claims; `published` is a day (2017-06-17), for *on Saturday*.

    Raises TripointError where the text cannot be read.
    """
    day = None
    if published is not None:
        day = Dated(start=published, end=published, precision="day", evidence=("told on the command line",), span=None)
    doc = bare_document(
        text,
        document_id=digest("doc", "typed", text),
        page_id=digest("pag", "typed", text),
        source="typed",
        published=day,
    )
    find = registry.part("recogniser").load()
    extract = registry.part("claim extractor").load()
    for same, sentences in parser.parse([doc]):
        found = tried("mentions", doc.document_id, doc.source, find, same, sentences)
        if isinstance(found, Failure):
            raise TripointError(f"the text cannot be read: {found.detail}")
        made = tried("claims", doc.document_id, doc.source, extract, same, sentences, found.mentions, found.readings)
        if isinstance(made, Failure):
            raise TripointError(f"the text cannot be read: {made.detail}")
        return doc, made
    return doc, ()
