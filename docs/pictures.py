"""Draw the pictures of the README: what tripoint writes on a terminal about the sample case, as SVG.

`python docs/pictures.py` builds the sample case in a temporary folder and writes docs/pictures/*.svg. Needs a Unix
pseudo-terminal.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

from tripoint.store.reading import CaseReader

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"


def on_terminal(*words: str, width: int) -> str:
    """Return what `tripoint WORDS` writes on a terminal of `width` columns, escapes included."""
    above, below = pty.openpty()
    told = {**os.environ, "COLUMNS": str(width), "TERM": "xterm-256color", "LINES": "60"}
    told.pop("NO_COLOR", None)
    ran = subprocess.Popen(
        [sys.executable, "-m", "tripoint", *words], stdout=below, stderr=subprocess.DEVNULL, env=told
    )
    os.close(below)
    pieces = []
    while True:
        try:
            piece = os.read(above, 65536)
        except OSError:  # Linux's way to say that the other end is closed
            break
        if not piece:
            break
        pieces.append(piece)
    os.close(above)
    ran.wait()
    return b"".join(pieces).decode("utf-8").replace("\r\n", "\n")


def draw(name: str, words: tuple[str, ...], *, lines: int, width: int) -> None:
    """Write docs/pictures/NAME.svg: the command as it is typed, then the first `lines` lines of what it writes."""
    console = Console(record=True, width=width, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text(f"$ tripoint {' '.join(words)}".replace(words[1], "samples.case"), style="bold green"))
    shown = on_terminal(*words, width=width).replace(words[1], "samples.case").split("\n")
    console.print(Text.from_ansi("\n".join(shown[:lines])))
    if len(shown) > lines:
        console.print(Text("…", style="dim"))
    PICTURES.mkdir(exist_ok=True)
    text = console.export_svg(title="tripoint", theme=DIMMED_MONOKAI, unique_id=name)
    text = re.sub(r"@font-face \{[^}]*\}\s*", "", text).replace("Fira Code,", "")  # fetched from elsewhere otherwise
    (PICTURES / f"{name}.svg").write_text(text, encoding="utf-8")


def main() -> None:
    """Build the sample case and draw all pictures."""
    with tempfile.TemporaryDirectory() as folder:
        case = str(Path(folder) / "samples.case")
        build = ["build", "samples/pages", "--manifest", "samples/pages.csv", "--case", case]
        subprocess.run([sys.executable, "-m", "tripoint", *build], check=True, cwd=ROOT)
        draw("explain", ("explain", case, told(case)), lines=58, width=118)
        draw("contradictions", ("show", case, "contradictions"), lines=36, width=170)
        draw("events", ("show", case, "events", "--since", "2022-11-09", "--limit", "12"), lines=40, width=190)


def told(case: str) -> str:
    """Return the id of the event with the most origins among those with a contradiction: the one worth a picture."""
    with CaseReader(Path(case)) as reader:
        ranked = [
            (len(behind.origins), len(event.documents), event.event_id)
            for event, behind, against in reader.events()
            if behind is not None and against
        ]
    return max(ranked)[2]


if __name__ == "__main__":
    main()
