"""pages-jsonl: every page with the role of each stretch of its text."""

from __future__ import annotations

from typing import IO

from tripoint.export.case import CaseView
from tripoint.export.shapes import write_line


def export(case: CaseView, out: IO[str], *, comments: bool = False) -> None:
    """Write one line per page; a page that could not be read has no blocks."""
    for page, anatomy in case.pages():
        write_line(
            out,
            {
                "page_id": page.page_id,
                "source": page.source,
                "sha256": page.sha256,
                "captured_at": page.captured_at,
                "media_type": page.media_type,
                "blocks": [
                    {"role": block.role.value, "part": block.part, "start": block.start, "end": block.end}
                    for block in (() if anatomy is None else anatomy.blocks)
                ],
                "url": page.url,
                "encoding": None if anatomy is None else anatomy.encoding,
                "rule": None if anatomy is None else anatomy.rule,
            },
        )
