"""Pages for tests."""

from __future__ import annotations

from tripoint.documents import Composed, compose
from tripoint.model import BlockRole, Page, bytes_digest, digest


def page(raw: bytes, *, html: bool = False, source: str = "page", **facts: str) -> Page:
    sha = bytes_digest(raw)
    return Page(
        page_id=digest("pag", source, sha),
        source=source,
        sha256=sha,
        size=len(raw),
        media_type="text/html" if html else "text/plain",
        origin="file",
        **facts,  # type: ignore[arg-type]
    )


def composed(text: str | bytes, *, html: bool = False, **facts: str) -> Composed:
    raw = text.encode() if isinstance(text, str) else text
    return compose(page(raw, html=html, **facts), raw)


def roles(found: Composed) -> list[tuple[str, str]]:
    anatomy = found.anatomy
    return [(str(block.role), anatomy.text[block.start : block.end]) for block in anatomy.blocks]


def of(found: Composed, role: BlockRole) -> list[str]:
    return [text for name, text in roles(found) if name == role]
