"""An imprint tells of its document what the document tells, with the dates that others bound."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import msgspec

from tests.events.make import document
from tripoint.comparison.imprints import Imprint, imprints
from tripoint.comparison.laid import InMemory
from tripoint.model import Dated, Document, PublicationBound
from tripoint.store.imprinted import DocumentArchive
from tripoint.store.redating import Redated

DOCS = (document("d1", outlet="Morning"), replace(document("d2", outlet="Evening"), agency="Wire", published=None))
BOUND = Dated(start="2015-02-20", end="2015-03-05", precision="bound", evidence=("after x",))


def told(found: Mapping[str, Imprint]) -> dict[str, tuple[object, ...]]:
    """Return what imprints tell."""
    return {name: (one.page_id, one.outlet, one.agency, one.published, one.captured_at) for name, one in found.items()}


def archive(folder: Path) -> DocumentArchive:
    """Return the documents where they lie: one as it was packed, one added."""
    found = DocumentArchive(folder / "heap", Document)
    encoded = msgspec.msgpack.encode(DOCS[0])
    laid = InMemory(encoded, Document, array("Q", [0, len(encoded)]))
    found.take([DOCS[0].document_id], laid, bytes(16), ["day"])
    found.add(DOCS[1].document_id, DOCS[1])
    return found


def test_an_imprint_tells_what_its_document_tells(tmp_path: Path) -> None:
    plain = {doc.document_id: doc for doc in DOCS}
    assert imprints(plain) is plain
    assert told(imprints(archive(tmp_path))) == told(plain)


def test_an_imprint_tells_the_dates_that_others_bound(tmp_path: Path) -> None:
    bound = PublicationBound(document_id="d2", published=BOUND, rejected=())
    redated = Redated(archive(tmp_path), [bound])
    assert told(imprints(redated)) == told(dict(redated.items()))
    assert imprints(redated)["d2"].published == BOUND
    assert "d3" not in imprints(redated)
