"""Pages that are fetched, from a server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from shell import Run

PAGE = "<html><body><h1>Town falls</h1><p>On 4 May 2016 the Iraqi Army captured Rutbah from ISIS.</p></body></html>"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text(PAGE)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=tmp_path / "site"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/a.html"
    server.shutdown()
    server.server_close()


def test_an_address_on_a_private_network_is_refused_in_one_sentence(
    tripoint: Run, tmp_path: Path, address: str
) -> None:
    done = tripoint("build", address, "--case", tmp_path / "own.case")
    assert done.returncode == 1
    assert "not on the public internet" in done.stderr


def test_settings_may_open_the_own_network(tripoint: Run, tmp_path: Path, address: str) -> None:
    (tmp_path / "own.toml").write_text("allow_private = true\nhost_delay = 0\n")
    case = tmp_path / "own.case"
    done = tripoint("build", address, "--case", case, "--settings", tmp_path / "own.toml", "--workers", "1")
    assert done.returncode == 0, done.stderr
    assert "Rutbah" in tripoint("show", case, "claims").stdout
