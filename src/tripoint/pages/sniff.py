"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import re

from tripoint.errors import UnreadablePage

_ARCHIVES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
)
_BINARIES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"RIFF", "RIFF media"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"PAR1", "Parquet table"),
    (b"\xd0\xcf\x11\xe0", "Office document"),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|p|table|script)\b|^\s*<\?xml[^>]*>\s*<html", re.I
)
_HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp")
_CONTROLS = bytes(byte for byte in range(32) if byte < 9 or 13 < byte < 27 or byte > 27)


def media_type(name: str, raw: bytes) -> str:
    """Return `text/html` or `text/plain` for the bytes of the file `name`; raise UnreadablePage for what is neither."""
    head = raw[:4096]
    for magic, what in _ARCHIVES:
        if head.startswith(magic):
            raise UnreadablePage(
                "archive", f"{name} is a {what} archive, not a page; unpack it and give the folder instead"
            )
    for magic, what in _BINARIES:
        if head.startswith(magic):
            raise UnreadablePage("binary", f"{name} is a {what}, not text or HTML; give the page's text instead")
    wide = head.startswith(_UTF16)
    if not wide and _looks_binary(raw):
        raise UnreadablePage("binary", f"{name} is binary, not text or HTML; give the page's text instead")
    if wide:
        head = head.replace(b"\x00", b"")
    if name.lower().endswith(_HTML_NAMES):
        return "text/html" if b"<" in raw else "text/plain"
    if name.lower().endswith((".txt", ".md", ".text")):
        return "text/plain" if _HTML.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")) is None else "text/html"
    return "text/html" if _HTML.search(head) is not None else "text/plain"


def _looks_binary(raw: bytes) -> bool:
    sample = raw[:8192]
    if b"\x00" in sample:
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        return max(even, odd) < len(sample) * 0.3 or min(even, odd) > len(sample) * 0.05
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) * 0.05
