"""The command line of tripoint as the tests call it, and two small pages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXTS = {
    "one.txt": "Army takes Marnesh\n\nMARNESH, 4 May 2016 - On Tuesday the Iraqi Army captured the town of Rutbah from "
    "ISIS. According to local officials, twelve fighters were killed.\n\nThe army said it plans to open the road.\n",
    "two.txt": "Marnesh holds out\n\nOn Tuesday ISIS denied that the Iraqi Army had captured Rutbah. At least 30 "
    "fighters were killed near Mosul, a spokesman said.\n\nIt =SUM(A1) was quiet on Wednesday.\n",
}


def command(*words: str) -> list[str]:
    """Return the command line of tripoint with these words."""
    return [sys.executable, "-m", "tripoint", *words]


def build(tripoint: Run, folder: Path) -> None:
    """Build `own.case` in the folder from its `pages`."""
    done = tripoint("build", folder / "pages", "--case", folder / "own.case", "--workers", "1")
    assert done.returncode == 0, done.stderr


def case_of(tripoint: Run, folder: Path, pages: Mapping[str, str]) -> Path:
    """Write the pages into the folder and build a case of them; returns the folder."""
    (folder / "pages").mkdir()
    for name, text in pages.items():
        (folder / "pages" / name).write_text(text)
    build(tripoint, folder)
    return folder
