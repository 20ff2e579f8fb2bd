"""Web archives (.warc, .warc.gz): one response, one page, streamed; `origin` keeps the record's offset in the file.

An answer that there is no such page (404, 410) and a record of an address that was as before (`revisit`) are sightings.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from tripoint.errors import UnreadablePage
from tripoint.model import Found, Sighting
from tripoint.pages import content_type, unpacking
from tripoint.pages.limits import Limits
from tripoint.pages.manifest import Manifest
from tripoint.pages.record import Read, failed, page, sighting
from tripoint.pages.warcbytes import STEP, Heads, Purse, cut

_GONE = ("404", "410")
_TEXT = ("text/html", "application/xhtml+xml", "text/plain")


def read(path: str, told: Manifest, limits: Limits) -> Read:
    """Yield the pages among the responses of the web archive `path`: those answered with 200 and text or HTML.
    `source` is `PATH#record=OFFSET`."""
    purse = Purse(path, unpacking.most(Path(path), limits))

    def opened() -> IO[bytes]:
        return Path(path).open("rb")

    yield from pages(path, opened, purse, limits, within="", facts=told.facts(Path(path)))


def pages(
    path: str,
    opened: Callable[[], IO[bytes]],
    purse: Purse,
    limits: Limits,
    *,
    within: str,
    facts: Mapping[str, str | None],
    titles: Mapping[str, str] | None = None,
) -> Read:
    """Yield the pages of the web archive that `opened` opens, anew at each call. `within` names the file in `path`
    that it is (`member=NAME&`), if any; `titles` gives those of addresses."""
    try:
        iterator = import_module("warcio.archiveiterator").ArchiveIterator
        damage = import_module("warcio.exceptions").ArchiveLoadFailed
    except ImportError as error:
        raise UnreadablePage("unsupported", f"{path} is a web archive; install warcio to read it") from error
    found, last, itself = 0, 0, f"{path}#{within}".rstrip("#&")
    with opened() as stream:
        heads = Heads(stream, itself)
        records = iterator(heads, check_digests=True)
        try:
            while (record := heads.next_of(records)) is not None:
                found, last = found + 1, records.offset
                source = f"{path}#{within}record={records.offset}"
                origin = f"record at {records.offset}"
                try:
                    raw = _content(record, source, limits, purse)
                    if raw is None:
                        if (seen := _sighting(record, source, origin)) is not None:
                            yield seen
                        continue
                    media, own = _told(record)
                    charset = content_type.charset(_header(record))
                    own["title"] = (titles or {}).get(own["url"] or "")
                    all_facts = {**own, **facts}
                    yield page(source, raw, origin=origin, limits=limits, facts=all_facts, media=media, charset=charset)
                except UnreadablePage as error:
                    ends = error.reason in ("bomb", "truncated")
                    yield failed(itself if ends else source, error)
                    if ends:
                        return
        except UnreadablePage as error:
            yield failed(itself, error)
        except (damage, EOFError, OSError, ValueError, zlib.error, zipfile.BadZipFile, AttributeError) as error:
            yield failed(itself, unpacking.broken(itself, error))
        else:
            if cut(opened, last):
                yield failed(itself, unpacking.broken(itself, EOFError()))
            elif not found:
                yield failed(itself, UnreadablePage("empty", f"{itself} holds no records; expected a web archive"))


def _content(record: Any, source: str, limits: Limits, purse: Purse) -> bytes | None:
    """Return the body of a record that is a page, None for any other; reads it to its end in any case, in steps."""
    raw: bytes | None = None
    if _wanted(record):
        raw = record.content_stream().read(limits.page_bytes + 1)
        purse.spend(len(raw))
    while rest := record.raw_stream.read(STEP):
        purse.spend(len(rest))
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise UnreadablePage("truncated", f"{purse.path} ends in the middle of a record; get the file again")
    if raw is not None and record.digest_checker.passed is False:
        raise UnreadablePage("altered", f"{source} does not have the digest that its record gives; get it again")
    return raw


def _wanted(record: Any) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    status = record.http_headers.get_statuscode() if record.http_headers is not None else "200"
    return status == "200" and content_type.kind(_header(record)) in _TEXT


def _sighting(record: Any, source: str, origin: str) -> Sighting | None:
    """Return what a record without a page of its own tells of its address, None where that is nothing."""
    told = record.rec_headers.get_header
    url, at = told("WARC-Target-URI"), told("WARC-Date")
    if record.rec_type == "revisit":
        if (told("WARC-Refers-To-Target-URI") or url) != url:  # the bytes of another address, which may not be here
            return None
        return sighting(source, url, at, Found.SAME, origin=origin, before=told("WARC-Refers-To-Date"))
    status = record.http_headers.get_statuscode() if record.http_headers is not None else ""
    if record.rec_type != "response" or status not in _GONE:
        return None
    return sighting(source, url, at, Found.ABSENT, origin=origin)


def _header(record: Any) -> str | None:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    told: str | None = headers.get_header("Content-Type")
    return told


def _told(record: Any) -> tuple[str, dict[str, str | None]]:
    media = "text/plain" if content_type.kind(_header(record)) == "text/plain" else "text/html"
    return media, {
        "url": record.rec_headers.get_header("WARC-Target-URI"),
        "captured_at": record.rec_headers.get_header("WARC-Date"),
    }
