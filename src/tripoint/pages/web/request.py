"""One request, one answer: connected to a machine that was checked, with an end to its time and its size."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tripoint import __version__
from tripoint.errors import UnreadablePage
from tripoint.pages import content_type
from tripoint.pages.web.address import Address

_STEP = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: its status, what it calls the content (a media type, and an encoding), and the content."""

    status: int
    media: str
    body: bytes
    charset: str | None = None
    location: str | None = None
    retry_after: str | None = None


class _Checked(http.client.HTTPConnection):
    """A connection to one of the numbers that were checked, not to whatever the name leads to a second time."""

    def __init__(self, address: Address, numbers: list[str], *, seconds: float, deadline: float) -> None:
        super().__init__(address.host, address.port, timeout=seconds)
        self.address, self.numbers, self.deadline = address, numbers, deadline

    def connect(self) -> None:
        """Connect to the first number that answers."""
        for number in self.numbers:
            try:
                left = max(0.01, self.deadline - time.monotonic())
                self.sock = socket.create_connection((number, self.port), left)
                break
            except OSError as error:
                last: OSError = error
        else:
            raise last
        if self.address.scheme == "https":
            self.sock = _trust().wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock.do_handshake()

    def cut(self) -> None:
        """End it from outside, whatever it waits for."""
        held: Any = self.sock
        if held is not None:
            try:
                socket.socket.shutdown(held, socket.SHUT_RDWR)  # the plain one: TLS objects are not to be torn down
            except OSError:
                return


def ask(address: Address, numbers: list[str], *, seconds: float, most: int) -> Answer:
    """Ask for `address` at one of `numbers`; raises UnreadablePage (`timeout`, `too_large`, `unreachable`)."""
    deadline = time.monotonic() + seconds
    connection = _Checked(address, numbers, seconds=seconds, deadline=deadline)
    watch = threading.Timer(seconds, connection.cut)
    watch.daemon = True
    watch.start()
    try:
        connection.request("GET", address.target, headers=_HEADERS)
        with connection.getresponse() as response:
            told = response.getheader("Content-Type")
            wanted = response.status == 200
            return Answer(
                status=response.status,
                media=content_type.kind(told),
                charset=content_type.charset(told),
                body=_body(response, address.url, most=most, deadline=deadline) if wanted else b"",
                location=response.getheader("Location"),
                retry_after=response.getheader("Retry-After"),
            )
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        if time.monotonic() >= deadline or isinstance(error, TimeoutError):
            raise _late(address.url, seconds) from error
        told = str(error) or type(error).__name__
        raise UnreadablePage("unreachable", f"{address.url} gave no answer that can be read ({told})") from error
    finally:
        watch.cancel()
        connection.close()


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _body(response: http.client.HTTPResponse, url: str, *, most: int, deadline: float) -> bytes:
    large = UnreadablePage("too_large", f"{url} has more than {most:,} bytes; save it in parts and give the files")
    if (response.length or 0) > most:
        raise large
    unpack = None
    if (response.getheader("Content-Encoding") or "").strip().lower() in ("gzip", "x-gzip", "deflate"):
        unpack = zlib.decompressobj(47)
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(_STEP):
        if time.monotonic() >= deadline:
            raise TimeoutError
        if unpack is not None:
            piece = unpack.decompress(piece, most + 1)
        size += len(piece)
        if size > most:
            raise large
        pieces.append(piece)
    if time.monotonic() >= deadline:
        raise TimeoutError
    if response.length or (unpack is not None and not unpack.eof):
        raise http.client.IncompleteRead(b"", response.length)
    return b"".join(pieces)


def _late(url: str, seconds: float) -> UnreadablePage:
    return UnreadablePage("timeout", f"{url} was not there after {seconds:g} seconds; try later, or save the page")


_HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; tripoint/{__version__})",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
