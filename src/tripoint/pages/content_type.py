"""What a server says of the content that it sends: the kind, and the encoding where it names one."""

from __future__ import annotations

import re

_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,30})", re.I)


def kind(header: str | None) -> str:
    """Return the media type of a Content-Type header, in small letters; empty where there is none."""
    return (header or "").partition(";")[0].strip().lower()


def charset(header: str | None) -> str | None:
    """Return the encoding that a Content-Type header names, in small letters; None where it names none."""
    found = _CHARSET.search(header or "")
    return None if found is None else found[1].lower()
