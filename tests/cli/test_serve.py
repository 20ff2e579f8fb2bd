"""The server as it is started: its address, its end, and what keeps it from starting."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from shell import Run, command


@pytest.fixture
def served(case: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running server and its address."""
    words = command("serve", str(case), "--port", "0", "--no-open")
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"http://\S+/", process.stdout.readline())
        assert found is not None
        yield process, found[0]
        process.kill()


def test_it_tells_its_address_answers_there_and_ends_with_one_word(served: tuple[subprocess.Popen[str], str]) -> None:
    process, address = served
    assert address.startswith("http://localhost:")
    with urllib.request.urlopen(f"{address}api/cases", timeout=20) as answer:
        assert json.load(answer)["items"][0]["case"] == "small.case"
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert (process.returncode, told) == (0, "stopped\n")


def test_a_request_without_end_gets_one_clear_answer(served: tuple[subprocess.Popen[str], str]) -> None:
    port = int(served[1].rsplit(":", 1)[1].strip("/"))
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(b"GET /api/cases?q=" + b"x" * 10_000_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
        told = line.makefile("rb").read()
    head, _, body = told.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 414 ")
    assert json.loads(body)["error"]["code"] == "too_long"
    with urllib.request.urlopen(f"{served[1]}api/cases", timeout=20) as answer:
        assert answer.status == 200


def test_a_port_in_use_is_told_in_a_sentence(tripoint: Run, case: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = tripoint("serve", case, "--no-open", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "is in use" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "example.invalid", "203.0.113.7"])
def test_another_host_needs_a_password_or_is_refused(tripoint: Run, case: Path, host: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "TRIPOINT_PASSWORD"}
    done = tripoint("serve", case, "--no-open", "--port", "0", "--host", host, env=environment)
    assert done.returncode == 2
    assert "needs a password" in done.stderr and "Traceback" not in done.stderr


def test_what_is_no_case_is_told_in_a_sentence(tripoint: Run, case: Path, tmp_path: Path) -> None:
    foreign = Path(shutil.copytree(case, tmp_path / "foreign.case"))
    (foreign / "case.json").write_text('{"tripoint_case": 99}', encoding="utf-8")
    unfinished = Path(shutil.copytree(case, tmp_path / "unfinished.case"))
    (unfinished / "case.db").unlink()
    (tmp_path / "file").write_text("no case", encoding="utf-8")
    for path in (tmp_path / "nothing", tmp_path / "file", tmp_path, foreign, unfinished):
        done = tripoint("serve", path, "--no-open", "--port", "0")
        assert done.returncode == 2
        assert str(path) in done.stderr and "Traceback" not in done.stderr


def test_a_user_gets_a_password_from_a_pipe(tripoint: Run, tmp_path: Path) -> None:
    users = tmp_path / "users.json"
    assert tripoint("password", users, "ada", "--role", "admin", input="long enough\n").returncode == 0
    assert "long enough" not in users.read_text(encoding="utf-8")
    assert tripoint("password", users, "bob", input="short\n").returncode == 2
    assert tripoint("password", users, "ada", "--remove").returncode == 0
    assert tripoint("password", users, "ada", "--remove").returncode == 2


def test_a_case_is_built_again_from_its_own_pages(tripoint: Run, case: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(case, tmp_path / "own.case"))
    claim = json.loads(tripoint("show", own, "claims", "--json").stdout)[0]["id"]
    assert "nothing changed" in tripoint("build", "--case", own).stdout
    assert tripoint("decide", own, "reject", claim, "--who", "me", "--why", "wrong").returncode == 0
    assert "nothing changed" not in tripoint("build", "--case", own).stdout
    assert "nothing changed" in tripoint("build", "--case", own).stdout
    assert tripoint("build", "--case", own, "--map", "text=body").returncode == 2
