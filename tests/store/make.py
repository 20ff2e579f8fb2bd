"""Pages as the tests of custody make them."""

from __future__ import annotations

from tripoint.model import Page, bytes_digest, digest


def page_of(source: str, raw: bytes) -> Page:
    """Return the page of a file that holds these bytes."""
    sha = bytes_digest(raw)
    return Page(
        page_id=digest("pag", source, sha),
        source=source,
        sha256=sha,
        size=len(raw),
        media_type="text/plain",
        origin="file",
    )
