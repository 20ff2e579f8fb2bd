"""Ids are digests of content, so that the same input has the same id on every machine and in every order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
Part = str | int | float | None | Sequence["Part"]


def digest(kind: str, *parts: Part) -> str:
    """Return `kind` and 20 hex digits of the SHA-256 of `parts` as a JSON array, in which parts never run together.

    Build ids from raw values (bytes digests, offsets, verbatim text), never from cleaned text.
    """
    array = _ENCODE([kind, *parts])
    return f"{kind}_{hashlib.sha256(array.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"


def bytes_digest(raw: bytes) -> str:
    """Return the SHA-256 of `raw` in hex: the name of the page's bytes in the case."""
    return hashlib.sha256(raw).hexdigest()
