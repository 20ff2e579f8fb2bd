"""HTTP as uvicorn speaks it, but that a request which is no HTTP, or has no end, gets one clear answer."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any

import msgspec
from uvicorn.protocols.http.h11_impl import H11Protocol

from tripoint.api.headers import HEADERS

LARGEST_HEAD = 64_000
"""Bytes of the request line and headers that are read."""
PATIENCE = 5.0
"""Seconds for which the rest of such a request is thrown away, so that the answer can be read."""
MOST_THROWN = 64_000_000


class ClearProtocol(H11Protocol):
    """Answers what cannot be read in the one JSON shape."""

    _thrown = -1

    def data_received(self, data: bytes) -> None:
        """Take bytes in; behind a refused request they are thrown away."""
        if self._thrown >= 0:
            self._thrown += len(data)
            if self._thrown > MOST_THROWN:
                self.transport.close()
            return
        super().data_received(data)

    def send_400_response(self, msg: str) -> None:
        """Refuse the request, and listen on for a moment: who is cut off while sending reads no answer."""
        waiting = len(self.conn.trailing_data[0])
        long = waiting >= LARGEST_HEAD
        status = HTTPStatus.REQUEST_URI_TOO_LONG if long else HTTPStatus.BAD_REQUEST
        told = (
            {
                "code": "too_long",
                "message": "the request is too long",
                "hint": f"at most {LARGEST_HEAD:,} bytes are read",
            }
            if long
            else {"code": "bad_request", "message": "this is no HTTP request", "hint": "ask with a browser"}
        )
        body = msgspec.json.encode({"error": told})
        headers: dict[str, Any] = {
            "content-type": "application/json",
            "content-length": len(body),
            "connection": "close",
            **HEADERS,
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        head = f"HTTP/1.1 {status.value} {status.phrase}\r\n{lines}\r\n"
        self.transport.write(head.encode("ascii") + body)
        self._thrown = 0
        asyncio.get_running_loop().call_later(PATIENCE, self.transport.close)
