"""Build the seed pages, export the case and score it: `python evals/seeds.py [--verbose] [--keep DIR] [--workers N]`.

Needs the folder `../shared/seeds` beside the repository; where it is absent, says so and ends with 0.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
FORMATS = ("pages", "documents", "claims", "events")


def tripoint(*words: str) -> None:
    """Run the real command line with this Python; ends this script where it fails."""
    call = [sys.executable, "-c", "from tripoint.cli.main import main; main()", *words]
    code = subprocess.run(call, cwd=ROOT, check=False).returncode
    if code != 0:
        raise SystemExit(code)


def score(folder: Path, *, pages: str, workers: int | None, passed_on: list[str]) -> int:
    """Build, export and score in `folder`; return the scorer's exit code."""
    case = str(folder / "seeds.case")
    started = time.monotonic()
    tripoint("build", pages, "--case", case, *([] if workers is None else ["--workers", str(workers)]))
    print(f"{'build_seconds':24} {time.monotonic() - started:.1f}", flush=True)
    for name in FORMATS:
        tripoint("export", case, "--format", f"{name}-jsonl", "-o", str(folder / f"{name}.jsonl"))
    call = [sys.executable, str(SEEDS / "score.py"), "--exports", str(folder), *passed_on]
    return subprocess.run(call, cwd=ROOT, check=False).returncode


def main() -> int:
    """Read the options; those that are not known here go to the scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="folder for case and exports (kept, so that a second run is quick)")
    parser.add_argument("--workers", type=int)
    args, passed_on = parser.parse_known_args()
    if not SEEDS.is_dir():
        print(f"skipped: {SEEDS.name} is not beside the repository")
        return 0
    pages = str(Path("..") / "shared" / "seeds" / "pages")
    if args.keep is not None:
        args.keep.mkdir(parents=True, exist_ok=True)
        return score(args.keep.resolve(), pages=pages, workers=args.workers, passed_on=passed_on)
    with tempfile.TemporaryDirectory() as folder:
        return score(Path(folder), pages=pages, workers=args.workers, passed_on=passed_on)


if __name__ == "__main__":
    sys.exit(main())
