"""A server on this machine that answers as a model does, in words that a test lays down."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = tuple[int, dict[str, Any]]


def saying(*claims: dict[str, Any]) -> Reply:
    """The answer of a model that found `claims`."""
    return message(content=json.dumps({"claims": claims}))


def message(*, reason: str = "stop", **told: Any) -> Reply:
    """An answer with a message of the model's own."""
    choice = {"index": 0, "finish_reason": reason, "message": {"role": "assistant", **told}}
    return 200, {"choices": [choice], "usage": {"prompt_tokens": 100, "completion_tokens": 20}}


@dataclass
class Model:
    """Where it answers, and what it was sent: bodies and the keys that came with them."""

    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    def passages(self) -> list[str]:
        """The passages that it was sent."""
        return [body["messages"][-1]["content"] for body in self.asked]


@contextmanager
def model(reply: Callable[[str], Reply]) -> Iterator[Model]:
    """Serve a model that makes its reply from the passage."""
    told = Model()
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                told.asked.append(body)
                told.keys.append(self.headers.get("Authorization"))
                status, answer = reply(body["messages"][-1]["content"])
            raw = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
