"""The real command line, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXTS = {
    "one.txt": "Army takes Marnesh\n\nMARNESH, 4 May 2016 - On Tuesday the Iraqi Army captured the town of Rutbah from "
    "ISIS. According to local officials, twelve fighters were killed.\n\nThe army said it plans to open the road.\n",
    "two.txt": "Marnesh holds out\n\nOn Tuesday ISIS denied that the Iraqi Army had captured Rutbah. At least 30 "
    "fighters were killed near Mosul, a spokesman said.\n\nIt =SUM(A1) was quiet on Wednesday.\n",
}


def command(*words: str) -> list[str]:
    """Return the command line of tripoint with these words."""
    return [sys.executable, "-c", "from tripoint.cli.main import main; main()", *words]


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
