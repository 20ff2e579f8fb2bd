"""What the folders promise is held by a machine."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src" / "tripoint").rglob("*.py"))


def test_imports_go_only_to_what_stands_below() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_command_line_prints(path: Path) -> None:
    if "cli" in path.parts:
        return
    for node in ast.walk(ast.parse(path.read_bytes())):
        assert not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print")


def test_no_module_is_called_a_helper() -> None:
    for path in SOURCES:
        assert path.stem not in {"util", "utils", "helper", "helpers", "manager", "common", "misc", "data", "info"}


def test_the_lock_files_name_no_host() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert "--hash=sha256:" in text


def test_every_dependency_is_locked_and_none_is_locked_twice() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = re.findall(r"^([a-z0-9._-]+)==", text, re.M)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^dependencies = \[(.*?)^\]", project, re.M | re.S)
    assert listed is not None
    for name in re.findall(r'"([A-Za-z0-9._-]+?)[<>=]', listed.group(1)):
        assert name.lower() in locked, f"{name} is not locked: run make lock"


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout")
def test_nothing_that_is_built_is_tracked() -> None:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    tracked = [os.fsdecode(name) for name in done.stdout.split(b"\0") if name]
    assert not [name for name in tracked if name.startswith(".venv/") or ".case/" in name or "__pycache__" in name]
