"""One page made from bytes, wherever they came from; and the Failure that says why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tripoint.errors import UnreadablePage
from tripoint.model import Failure, Found, Page, Sighting, bytes_digest, digest
from tripoint.pages.limits import Limits
from tripoint.pages.sniff import media_type

Read = Iterator[tuple[Page, bytes] | Sighting | Failure]

FACTS = ("url", "outlet", "title", "published", "captured_at")
"""What a manifest or a container may tell of a page."""


def page(
    source: str,
    raw: bytes,
    *,
    origin: str,
    limits: Limits,
    facts: Mapping[str, str | None],
    name: str | None = None,
    media: str | None = None,
    charset: str | None = None,
) -> tuple[Page, bytes]:
    """Return the page that `raw` is. `name` is its file name where that says what it is; `media` what a container
    says that it is, and `charset` its encoding. Raises UnreadablePage."""
    if len(raw) > limits.page_bytes:
        raise UnreadablePage(
            "too_large", f"{source} has {len(raw):,} bytes or more; a page may have {limits.page_bytes:,} at most"
        )
    if not raw.strip(b"\xef\xbb\xbf \t\r\n\x0b\x0c"):
        raise UnreadablePage("empty", f"{source} is empty; expected the text or HTML of a page")
    kind = media_type(name if name is not None else source, raw)
    sha = bytes_digest(raw)
    return (
        Page(
            page_id=digest("pag", source, sha),
            source=source,
            sha256=sha,
            size=len(raw),
            media_type=media if media is not None else kind,
            origin=origin,
            charset=tidy(charset),
            **{fact: tidy(facts.get(fact)) for fact in FACTS},
        ),
        raw,
    )


def sighting(
    source: str, url: str | None, at: str | None, found: Found, *, origin: str, before: str | None = None
) -> Sighting | None:
    """Return what looking at `url` came to; None where the address or the time is not told."""
    address, time = tidy(url), tidy(at)
    if address is None or time is None:
        return None
    return Sighting(source=source, url=address, at=time, found=found, origin=origin, before=tidy(before))


def tidy(told: str | None) -> str | None:
    """Return a fact without blanks around it and without what is no text; None when nothing is left."""
    return None if told is None else told.strip().encode("utf-8", "replace").decode("utf-8") or None


def failed(source: str, error: UnreadablePage) -> Failure:
    """Return the Failure of `source`, fit to be printed and stored."""
    shown = source.encode("utf-8", "replace").decode("utf-8")
    told = error.detail.encode("utf-8", "replace").decode("utf-8")
    return Failure(
        record_id=digest("pag", shown, error.reason), source=shown, step="pages", reason=error.reason, detail=told
    )
