"""Bytes become text: what the bytes say first, then what they must be, then the best guess. Never a crash."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,30})", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_.:\-]{2,30})", re.I)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 65536
_NO_CHARSETS = ("utf-8", "utf-7", "unicode", "raw", "punycode", "idna", "undefined")
"""Codecs that no page is written in, or that the bytes were found not to be."""


def _windows_byte(error: UnicodeError) -> tuple[str, int]:
    """A stray byte in UTF-8 text is nearly always Windows-1252, pasted from elsewhere."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", "ignore") or byte.decode("latin-1"), error.start + 1


codecs.register_error("tripoint-windows-byte", _windows_byte)


def decode(raw: bytes, *, html: bool, told: str | None = None) -> tuple[str, str]:
    """Return the text of `raw` and the name of its encoding. A byte order mark is not part of the text.

    `told` is what the server named. What names the encoding is believed only where the bytes allow it: a byte order
    mark first, then UTF-8 where the bytes are that, then the server, then the page itself, as the HTML standard has it.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return raw.decode(name, "replace"), name
    wide = _wide(raw)
    if wide is not None:
        return raw.decode(wide, "replace"), wide
    names = [told] if told is not None else []
    if html and (found := _META.search(raw[:4096]) or _XML.match(raw[:200])) is not None:
        names.append(found[1].decode("ascii"))
    shifted = b"\x1b" in raw and any(name.lower().startswith("iso-2022") for name in names)
    if not shifted:
        try:
            return raw.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    for errors in ("strict", "replace"):
        for name in names:
            text = _as_told(raw, name, errors)
            if text is not None:
                return text
    many = len(_MULTIBYTE.findall(raw[: 1 << 20]))
    high = len(_HIGH.findall(raw[: 1 << 20]))
    if many * 2 >= high - many * 2 and many > 0:
        return raw.decode("utf-8", "tripoint-windows-byte"), "utf-8 with stray windows-1252 bytes"
    return _guessed(raw)


def _as_told(raw: bytes, name: str, errors: str) -> tuple[str, str] | None:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    if known.startswith(_NO_CHARSETS):
        return None
    known = "cp1252" if known in ("iso8859-1", "ascii") else known
    try:
        return raw.decode(known, errors), known
    except (LookupError, UnicodeError, ValueError):
        return None


def _wide(raw: bytes) -> str | None:
    sample = raw[:4096]
    if sample.count(0) < len(sample) * 0.3:
        return None
    return "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"


def _guessed(raw: bytes) -> tuple[str, str]:
    first = _HIGH.search(raw)
    start = max(0, (first.start() if first is not None else 0) - _SAMPLE // 2)
    best = from_bytes(raw[start : start + _SAMPLE]).best()
    name = best.encoding if best is not None else "cp1252"
    try:
        return raw.decode(name, "strict"), name
    except (UnicodeError, LookupError, ValueError):
        return raw.decode("latin-1"), "latin-1"
