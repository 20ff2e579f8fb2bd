"""Measure tripoint and write docs/quality.md: every figure from a command that stands beside it.

    python docs/quality.py            everything (a quarter of an hour on an idle machine with two cores)
    python docs/quality.py --speed    the benchmark of the whole pipeline alone, put into the page that is there
    python docs/quality.py --quick    the first items of each evaluation, in a sixth of the time; writes no file

Corpora lie in `../shared` beside the repository; what is not there is left out and named. Each command has its time
limit: one that does not end is named as such, never silently dropped.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from readme_figures import write as write_readme

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "seeds" / "score.py"
UNSEEN = ROOT / "evals" / "unseen"
PAGE = ROOT / "docs" / "quality.md"

EVALUATIONS = {
    "anatomy": "anatomy",
    "attribution": "polnear",
    "copies": "../seeds/pages",
    "coreference": "ecbplus",
    "event-location": "event_location",
    "factuality": "factuality",
    "geoparsing": "geoparsing",
    "muc4": "muc4",
    "plover": "plv",
    "re3d": "re3d",
    "timeml": "timeml",
}
"""Evaluations with the folder of `../shared/benchmarks` that each reads."""

SCORES = (
    *("lines_accuracy", "comment_lines_f1", "claims_gold", "claims_precision", "claims_recall", "claims_f1", "bound"),
    *("field_agent", "field_target", "field_recipient", "field_place", "field_time", "field_speaker", "field_modality"),
    *("field_polarity", "field_aspect", "field_amount", "event_pair_precision", "event_pair_recall", "event_pair_f1"),
)
"""Figures of the scorer that are shown, in order."""

INTRO = """# How good it is

Every figure comes from a command that anyone can run; `python docs/quality.py` runs them all and writes this page.
Figures are measured on the pages and corpora named beside them and say nothing about other kinds of pages.

Read them with these in mind:

- A claim counts as right only when its type, its sides, its place and its time are right *and* bound to the right
  words: that is `bound`, the share of all gold claims found with every slot right.
- Empty counts as wrong where the page tells a value, and as right where it does not.
- The seed pages were in view when rules were written; of the unseen pages the first half (a) is looked at when
  something is missed, the second (b) is only ever scored, and so are the parts g and i. The parts c to f and h were
  each scored once before anybody looked at what was missed, and are looked at since: [the first figures of each
  part](../evals/unseen/README.md) (news: F1 .76 to .85, bound .32 to .43; long pages on other wars: F1 .69 and .76,
  bound .25 and .27) are what to expect of pages that nobody has seen.
- A field that is weak on average may still be strong on your pages. Draw twenty claims and read them.
"""


def ran(words: list[str], seconds: float) -> tuple[str, str]:
    """Return what a command wrote, and why it did not end well ("" when it did)."""
    try:
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return "", f"did not end in {seconds:.0f} s"
    last = (done.stderr.strip().splitlines() or [""])[-1]
    return done.stdout, "" if done.returncode == 0 else f"ended with {done.returncode}: {last}"


def tripoint(*words: str) -> list[str]:
    """Return the command line that runs tripoint with this Python."""
    return [sys.executable, "-m", "tripoint", *words]


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return a Markdown table; figures to the right."""
    lines = [f"| {' | '.join(heads)} |", f"|---{'|---:' * (len(heads) - 1)}|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def scored(pages: list[Path], gold: list[Path], folder: Path) -> dict[str, float]:
    """Build `pages`, export the case and score it against `gold`."""
    for name, paths in (("pages", pages), ("gold", gold)):
        (folder / name).mkdir(parents=True)
        for path in paths:
            shutil.copy(path, folder / name)
    case = str(folder / "x.case")
    _, broken = ran(tripoint("build", str(folder / "pages"), "--case", case), 200)
    for name in ("pages", "documents", "claims", "events"):
        target = str(folder / "exports" / f"{name}.jsonl")
        (folder / "exports").mkdir(exist_ok=True)
        broken = broken or ran(tripoint("export", case, "--format", f"{name}-jsonl", "-o", target), 60)[1]
    out = folder / "score.json"
    told = ["--gold", str(folder / "gold"), "--pages", str(folder / "pages"), "--exports", str(folder / "exports")]
    broken = broken or ran([sys.executable, str(SCORER), *told, "--json", str(out)], 60)[1]
    if broken:
        raise SystemExit(f"cannot score {pages[0].parent}: {broken}")
    found: dict[str, float] = json.loads(out.read_text(encoding="utf-8"))
    return found


def claims_section(folder: Path) -> str:
    """Score the seed pages and the parts of the unseen ones."""
    if not SCORER.is_file():
        return "## Claims and events\n\nNot measured: the scorer `../shared/seeds/score.py` is not there."
    common = [UNSEEN / "gold" / f"{name}.yaml" for name in ("actors", "places", "events")]
    sets = {"seeds": scored(paths(SCORER.parent / "pages", "*.txt"), paths(SCORER.parent / "gold", "*"), folder / "s")}
    for half in "abcdefghi":
        gold = paths(UNSEEN / "gold", f"{half}[0-9]*.yaml")
        sets[f"unseen {half}"] = scored(paths(UNSEEN / "pages", f"{half}*.txt"), [*gold, *common], folder / half)
    rows = [(f"`{name}`", *(shown(found.get(name)) for found in sets.values())) for name in SCORES]
    return "\n\n".join(
        (
            "## Claims and events",
            "`python evals/seeds.py` scores the five real seed pages (`../shared/seeds`, not part of the project); "
            "[the unseen set](../evals/unseen/README.md) tells how its parts are scored.",
            table(("figure", *sets), rows),
        )
    )


def paths(folder: Path, pattern: str) -> list[Path]:
    """Return the files of a folder in order."""
    return [path for path in sorted(folder.glob(pattern)) if path.is_file()]


def shown(value: object) -> str:
    """Return a figure as a cell."""
    return "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def evaluations_section(*, limit: int | None, seconds: float) -> str:
    """Run every evaluation whose data are there."""
    pieces = ["## Evaluations", "What each measures: [the reference](reference/evaluations.md)."]
    for name, where in EVALUATIONS.items():
        data = (SHARED / "benchmarks" / where).resolve()
        if not data.is_dir():
            pieces.append(f"### {name}\n\nNot measured: its data are not there.")
            continue
        shown_as = f"tripoint eval {name} --data ../shared/benchmarks/{where}".replace("benchmarks/../", "")
        words = ["eval", name, "--data", os.path.relpath(data, ROOT), *(["--limit", str(limit)] if limit else [])]
        started = time.monotonic()
        told, broken = ran(tripoint(*words), seconds)
        took = f"{time.monotonic() - started:.0f} s"
        pieces.append(f"### {name}\n\n`{shown_as}{f' --limit {limit}' if limit else ''}` ({broken or took})")
        if not broken:
            pieces.append(_read_table(told))
    return "\n\n".join(piece for piece in pieces if piece)


def _read_table(told: str) -> str:
    """Return the evaluation's table as Markdown, without what it says of training parts, and its notes."""
    lines = told.splitlines()
    rows = [row for row in csv.reader(io.StringIO("\n".join(lines)), delimiter="\t", quoting=csv.QUOTE_NONE) if row]
    if not rows:
        return ""
    heads, body = rows[0], [row for row in rows[1:] if len(row) == len(rows[0])]
    notes = [row[0] for row in rows[1:] if len(row) == 1]
    kept = [tuple(row) for row in body if not row[0].startswith("train part")]
    return "\n\n".join([table(tuple(heads), kept), *(f"*{note}*" for note in notes)])


def speed_section(folder: Path, *, pages: int, rows: int, seconds: float) -> str:
    """Run the benchmark of the whole pipeline; say when and of what, since it is also measured by itself."""
    out = folder / "speed.json"
    words = ["benchmarks/pipeline.py", "--pages", str(pages), "--rows", str(rows)]
    told, broken = ran([sys.executable, *words, "--json", str(out)], seconds)
    head = f"## Speed\n\n`python {' '.join(words)}`"
    if broken:
        return f"{head} ({broken})"
    return (
        f"{head} on {os.cpu_count()} cores, Python {platform.python_version()}; what the rows mean stands in the"
        f" script. {measured()}\n\n"
        f"```\n{told.strip(chr(10))}\n```"
    )


def measured() -> str:
    """Say on which day what is measured was, and of which version."""
    words = ["git", "rev-parse", "--short", "HEAD"]
    code = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    return f"Measured on {datetime.now(UTC).date().isoformat()} at {code or 'an unknown version'}."


def main() -> None:
    """Measure and write."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--quick", action="store_true", help="the first items only; print, write nothing")
    asked.add_argument("--speed", action="store_true", help="the last section alone, in the page that is there")
    told = asked.parse_args()
    quick = told.quick
    sizes = {"pages": 31, "rows": 20, "seconds": 120} if quick else {"pages": 300, "rows": 804, "seconds": 1200}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if told.speed:
            pieces = [PAGE.read_text(encoding="utf-8").partition("## Speed")[0].rstrip()]
        else:
            evaluations = evaluations_section(limit=8 if quick else None, seconds=20 if quick else 400)
            pieces = [INTRO.strip(), measured(), claims_section(folder), evaluations]
        pieces.append(speed_section(folder, **sizes))
    text = "\n\n".join(pieces) + "\n"
    if quick:
        sys.stdout.write(text)
    else:
        PAGE.write_text(text, encoding="utf-8")
        write_readme()


if __name__ == "__main__":
    main()
