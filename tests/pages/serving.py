"""A web server on this machine whose answers a test lays down, and which remembers what it was asked for."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HTML = b"<!DOCTYPE html><html><body><p>The harbour reopened on Monday, officials said.</p></body></html>"


@dataclass
class Answer:
    body: bytes = HTML
    status: int = 200
    media: str | None = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    sleep: float = 0.0
    """Seconds between two bytes of the body."""
    stated: int | None = None
    """The length that is stated, where it is not the body's."""


@dataclass
class Site:
    url: str
    answers: dict[str, Any]
    asked: list[str] = field(default_factory=list)
    at: list[float] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    most_at_once: int = 0
    now: int = 0


@contextmanager
def served(answers: dict[str, Any]) -> Iterator[Site]:
    """`answers`: by path, an Answer, or a list of those in turn, of which the last stays."""
    site = Site("", answers)
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with lock:
                site.now += 1
                site.most_at_once = max(site.most_at_once, site.now)
                site.asked.append(self.path)
                site.at.append(time.monotonic())
                site.agents.add(self.headers.get("User-Agent", ""))
                found = site.answers.get(self.path, Answer(status=404))
                if isinstance(found, list):
                    found = found.pop(0) if len(found) > 1 else found[0]
            try:
                self.send_response(found.status)
                if found.media is not None:
                    self.send_header("Content-Type", found.media)
                for name, value in found.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(found.body) if found.stated is None else found.stated))
                self.end_headers()
                if found.sleep:
                    for byte in found.body:
                        self.wfile.write(bytes([byte]))
                        self.wfile.flush()
                        time.sleep(found.sleep)
                else:
                    self.wfile.write(found.body)
            except OSError:
                pass
            finally:
                with lock:
                    site.now -= 1

        def log_message(self, *told: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    site.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def answering(raw: list[bytes]) -> Iterator[str]:
    """A server without a robots.txt that answers everything with `raw[0]`, whatever that is; its address."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                taken, _ = server.accept()
            except OSError:
                return
            with taken:
                try:
                    taken.settimeout(1.0)
                    asked = taken.recv(65536)
                    robots = asked.startswith(b"GET /robots.txt")
                    taken.sendall(b"HTTP/1.1 404 Not Found\r\n\r\n" if robots else raw[0])
                except OSError:
                    continue

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join(2.0)
