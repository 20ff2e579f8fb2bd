"""A build that is killed at any point loses nothing: the next one ends in the same case."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from shell import TEXTS, Run, command

POINTS: dict[str, Callable[[Path], bool]] = {
    "while pages are taken in": lambda case: (case / "pages" / "manifest.jsonl").exists(),
    "while documents are made": lambda case: any(case.glob("records/documents/*.unfinished")),
    "once documents are made": lambda case: any(case.glob("records/documents/*")),
    "while claims are made": lambda case: any(case.glob("records/claims/*.unfinished/claims.parquet")),
    "while events are made": lambda case: any(case.glob("records/events/*")),
    "while case.db is written": lambda case: any(case.glob("case.db*")),
}
FORMATS = ("pages-jsonl", "documents-jsonl", "claims-jsonl", "events-jsonl", "csv")


def test_a_build_killed_at_several_points_ends_in_the_same_case(tripoint: Run, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(6):
        for name, text in TEXTS.items():
            (pages / f"{number}_{name}").write_text(text.replace("Rutbah", ["Mosul", "Raqqah", "Palmyra"][number % 3]))
    whole, killed = tmp_path / "whole.case", tmp_path / "killed.case"
    assert tripoint("build", pages, "--case", whole, "--workers", "1").returncode == 0
    reached = [point for point in POINTS if _kill(pages, killed, POINTS[point])]
    assert len(reached) >= 3, "the build was too quick to be killed"
    done = tripoint("build", pages, "--case", killed, "--workers", "2")
    assert done.returncode == 0, done.stderr
    for name in FORMATS:
        assert tripoint("export", killed, "--format", name).stdout == tripoint("export", whole, "--format", name).stdout
    assert not list(killed.rglob("*unfinished*"))
    assert "nothing changed" in tripoint("build", pages, "--case", killed).stdout


def _kill(pages: Path, case: Path, reached: Callable[[Path], bool]) -> bool:
    """Build until the point is reached, then SIGKILL; tell whether the build was still at work."""
    with subprocess.Popen(
        command("build", str(pages), "--case", str(case), "--workers", "1"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as build:
        while build.poll() is None and not reached(case):
            time.sleep(0.002)
        build.send_signal(signal.SIGKILL)
        return build.wait() == -signal.SIGKILL
