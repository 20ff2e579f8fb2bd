"""What stands before every answer: whose name the browser thinks this is, how much it sends, who it is, what it may."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tripoint.api.access import Access
from tripoint.api.headers import HEADERS
from tripoint.api.problems import Problem

LONGEST_ADDRESS = 16_000
"""Bytes of path and query that are read."""
LARGEST_BODY = 1_000_000
"""Bytes of a POST that are read."""

OPEN_PATHS = frozenset({"/api/session", "/api/login", "/api/openapi.json"})
"""Paths of the API that are answered before a login."""


class Guard:
    """Lets a request through to the app, or answers it. `names` are the hosts under which this server is known."""

    def __init__(self, app: ASGIApp, *, access: Access, names: Iterable[str]) -> None:
        self._app = app
        self._access = access
        self._names = frozenset(name.lower().rstrip(".") for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the app answer."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        try:
            self._check(scope)
        except Problem as problem:
            await problem.response()(scope, receive, marked)
            return
        await self._app(scope, receive, marked)

    def _check(self, scope: Scope) -> None:
        length = len(scope.get("raw_path") or b"") + len(scope.get("query_string") or b"")
        if length > LONGEST_ADDRESS:
            raise Problem(414, f"the address has {length:,} bytes", hint=f"at most {LONGEST_ADDRESS:,} are read")
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self._is_known(host):
            hint = "open it under the address that tripoint serve printed, or name the host with --allow-host"
            raise Problem(403, f"this server is not known as {host[:80]}", hint=hint, code="unknown_host")
        path: str = scope["path"]
        if not path.startswith("/api"):
            return
        connection = HTTPConnection(scope)
        visitor = self._access.visitor(connection)
        if visitor is None and path not in OPEN_PATHS:
            raise Problem(401, "a login is needed", hint="log in with your name and password")
        scope["state"] = {**scope.get("state", {}), "visitor": visitor}
        if scope["method"] not in ("GET", "HEAD", "OPTIONS"):
            self._check_change(headers, host)
            self._access.check_token(headers.get("x-tripoint-token"), visitor)

    def _check_change(self, headers: Headers, host: str) -> None:
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc.lower() != host.lower():
            raise Problem(403, "another site asks for this", hint="open the page itself", code="cross_site")
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise Problem(403, "another site asks for this", hint="open the page itself", code="cross_site")
        if "transfer-encoding" in headers:
            raise Problem(411, "the length of what is sent is not told", hint="send it in one piece")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > LARGEST_BODY:
            raise Problem(413, "too much is sent", hint=f"at most {LARGEST_BODY:,} bytes are read")

    def _is_known(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        name = name.rstrip(".")
        if name in self._names:
            return True
        return "*" in self._names and _is_address(name)  # a name can be made to point here, an address cannot


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
