"""Build one part of the unseen pages and score it: `python evals/unseen/score.py PART [--keep DIR] [--verbose]`.

Needs the scorer `../shared/seeds/score.py` beside the repository; where it is absent, says so and ends with 0. The
parts `b`, `g` and `i` are held back: no verbose score of them.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCORER = ROOT.parent / "shared" / "seeds" / "score.py"
COMMON = ("actors", "places", "events")
HELD_BACK = ("b", "g", "i")
FORMATS = ("pages", "documents", "claims", "events")


def tripoint(*words: str) -> None:
    """Run the real command line with this Python; ends this script where it fails."""
    call = [sys.executable, "-c", "from tripoint.cli.main import main; main()", *words]
    code = subprocess.run(call, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode
    if code != 0:
        raise SystemExit(code)


def score(folder: Path, *, part: str, passed_on: list[str]) -> int:
    """Build, export and score `part` in `folder`; return the scorer's exit code."""
    for name in ("pages", "gold"):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir(parents=True)
        for path in sorted((HERE / name).glob(f"{part}[0-9]*")):
            shutil.copy(path, folder / name)
    for name in COMMON:
        shutil.copy(HERE / "gold" / f"{name}.yaml", folder / "gold")
    case = str(folder / "part.case")
    tripoint("build", str(folder / "pages"), "--case", case)
    for name in FORMATS:
        tripoint("export", case, "--format", f"{name}-jsonl", "-o", str(folder / f"{name}.jsonl"))
    told = ["--gold", str(folder / "gold"), "--pages", str(folder / "pages"), "--exports", str(folder)]
    return subprocess.run([sys.executable, str(SCORER), *told, *passed_on], check=False).returncode


def main() -> int:
    """Read the options and score one part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=tuple("abcdefghi"))
    parser.add_argument("--keep", type=Path, help="folder for case and exports (kept, so that a second run is quick)")
    parser.add_argument("--verbose", action="store_true", help="also what was missed, never of a held-back part")
    args = parser.parse_args()
    if args.verbose and args.part in HELD_BACK:
        parser.error(f"part {args.part} is held back: only its totals are looked at")
    if not SCORER.is_file():
        print(f"skipped: {SCORER.name} is not beside the repository")
        return 0
    passed_on = ["--verbose"] if args.verbose else []
    if args.keep is not None:
        args.keep.mkdir(parents=True, exist_ok=True)
        return score(args.keep.resolve(), part=args.part, passed_on=passed_on)
    with tempfile.TemporaryDirectory() as folder:
        return score(Path(folder), part=args.part, passed_on=passed_on)


if __name__ == "__main__":
    sys.exit(main())
