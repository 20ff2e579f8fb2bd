"""Which capture of its address a document is, and what stood there at one capture and not at the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripoint.cli.terminal import Marked, Paper, safe

if TYPE_CHECKING:
    from tripoint.model import Document
    from tripoint.store.reading import CaseReader

_STYLES = {"-": "red", "+": "green"}


def write_revision(reader: CaseReader, doc: Document, paper: Paper) -> None:
    """Write the captures of the document's address around it, with the passages that came and went; nothing where the
    address was captured once."""
    from tripoint.documents.revisions import readable

    found = reader.revision(doc.document_id)
    if found is None:
        return
    until = f", the same until {found.again[-1]}" if found.again else ""
    paper.line(f"capture {found.number} of {found.of} of {safe(found.url)}: {safe(found.captured_at)}{until}", indent=2)
    if found.absent and found.gone is None:
        paper.line(f"not there at {safe(', '.join(found.absent))}, and there again at the next capture", indent=2)
    if found.gone is not None:
        paper.line(f"present at {safe((found.captured_at, *found.again)[-1])}, absent at {safe(found.gone)}", indent=2)
    if found.previous is None:
        return
    before, old = reader.document(found.previous), reader.revision(found.previous)
    if before is None or old is None:
        return
    if not found.added and not found.removed:
        paper.line(f"goes on from {found.previous} unchanged", indent=2)
        return
    paper.line(
        f"goes on from {found.previous}; - present at {safe((old.captured_at, *old.again)[-1])}, absent at"
        f" {safe(found.captured_at)}; + the other way round",
        indent=2,
    )
    for line in readable(found, now=doc.text, before=before.text):
        paper.line(Marked(safe(line), "", _STYLES[line[0]]), indent=4)
