"""The command line of tripoint as the tests call it, and two small pages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

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
