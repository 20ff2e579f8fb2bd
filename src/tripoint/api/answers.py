"""Answers: JSON as it is written, with the mark by which a browser asks whether it still holds."""

from __future__ import annotations

import base64
import binascii
import json
from hashlib import sha256
from typing import Any

import msgspec
from fastapi import Request
from starlette.responses import Response

from tripoint.api.problems import NotModified, Problem
from tripoint.store.ordered import Place

MOST_ITEMS = 500
"""The longest portion of a list."""

_ENCODER = msgspec.json.Encoder()


class Answer(Response):
    """A JSON answer with its mark; made for a `request`, the mark is that of its content."""

    media_type = "application/json"

    def __init__(
        self, body: Any, *, etag: str | None = None, request: Request | None = None, status: int = 200
    ) -> None:
        raw = body if isinstance(body, bytes) else _ENCODER.encode(body)
        super().__init__(raw, status)
        if request is not None:
            etag = f'W/"{sha256(raw).hexdigest()[:24]}"'
            unless_known(request, etag)
        self.headers["Cache-Control"] = "no-store" if etag is None else "private, no-cache"
        if etag is not None:
            self.headers["ETag"] = etag


def unless_known(request: Request, etag: str) -> None:
    """Raise NotModified when the browser says that it has the answer with this mark."""
    told = request.headers.get("if-none-match", "")
    if etag in (piece.strip() for piece in told.split(",")):
        raise NotModified(etag)


def listed(items: list[Any], *, following: str | None, total: int) -> dict[str, Any]:
    """Return a portion of a list."""
    return {"items": items, "next": following, "total": total}


def cursor_of(position: int, name: str) -> str:
    """Return the cursor of a portion that ended at that position, with the id that stood there."""
    return base64.urlsafe_b64encode(json.dumps([position, name]).encode("utf-8")).decode("ascii").rstrip("=")


def place_of(cursor: str | None) -> Place | None:
    """Return where a portion ended; raises Problem for what is no cursor."""
    if cursor is None:
        return None
    try:
        told = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        position, name = told
        if not isinstance(position, int) or not isinstance(name, str) or not 0 <= position < 2**31:
            raise ValueError
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        raise Problem(
            422, "cursor: is no cursor of this list", hint="take it from next of the last answer, or leave it out"
        ) from error
    return Place(position=position, id=name)
