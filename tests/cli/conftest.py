"""The real command line, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from shell import TEXTS, Run, command


@pytest.fixture
def tripoint() -> Run:
    """Run tripoint; its output is a pipe."""

    def run(*words: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # type: ignore[call-overload, no-any-return]
            command(*map(str, words)), capture_output=True, text=True, timeout=120, check=False, **options
        )

    return run


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small case that tests read and never change."""
    folder = tmp_path_factory.mktemp("case")
    (folder / "pages").mkdir()
    for name, text in TEXTS.items():
        (folder / "pages" / name).write_text(text)
    built = folder / "small.case"
    done = subprocess.run(
        command("build", str(folder / "pages"), "--case", str(built), "--workers", "1"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return built
