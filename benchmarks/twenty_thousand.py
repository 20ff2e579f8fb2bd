#!/usr/bin/env python3
"""Twenty thousand generated pages to a case, step by step; then one page in a hundred more.

    python benchmarks/twenty_thousand.py [--pages 20000] [--workers 2] [--keep FOLDER] [--json FILE]

The pages are those of `corpus.py`. Both builds run in processes of their own with one thread per library. Processor
seconds (of all processes together) hardly change with what else the machine does; wall time does, so the load is said.
The share that the update costs is told of both. With `--keep` pages and case stay, and a run that was broken off goes
on where it was: its figures are then of what was left, which the table says.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import corpus

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def inside(pages: Path, case: Path, workers: int) -> dict[str, object]:
    """Build the case and measure it. Called in a process of its own."""
    from tripoint.config import Settings
    from tripoint.run.pipeline import build

    started = time.monotonic()
    outcome = build(case, [str(pages)], settings=Settings(), workers=workers)
    wall = time.monotonic() - started
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "wall": wall,
        "cpu": sum(one.ru_utime + one.ru_stime for one in used),
        "steps": dict(outcome.seconds),
        "counts": outcome.counts,
        "new_pages": outcome.new_pages,
        "stages_run": outcome.stages_run,
        "worker_mb": used[1].ru_maxrss / 1e3,
        "parent_mb": used[0].ru_maxrss / 1e3,
    }


def apart(pages: Path, case: Path, workers: int) -> dict:
    """Run `inside` in a process of its own."""
    words = [sys.executable, str(Path(__file__).resolve()), "--inside", str(pages), str(case), str(workers)]
    done = subprocess.run(words, env={**os.environ, **ONE_THREAD}, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"the build failed: {done.stderr.strip().splitlines()[-1:]}")
    return json.loads(done.stdout.splitlines()[-1])


def show(name: str, found: dict, words: int) -> None:
    """Print one build's table."""
    print(f"\n{name}: {found['new_pages']:,} new pages, {found['stages_run']:,} stages run")
    for step, seconds in sorted(found["steps"].items(), key=lambda pair: -pair[1]):
        print(f"  {step:<12}{seconds:>10.1f} s{seconds / sum(found['steps'].values()):>8.1%}")
    print(
        f"  processor {found['cpu']:.0f} s, wall {found['wall']:.0f} s, {words / found['cpu']:,.0f} words a core second"
    )
    print(f"  parent {found['parent_mb']:,.0f} MB at most, another process {found['worker_mb']:,.0f} MB at most")
    print("  " + ", ".join(f"{value:,} {count}" for count, value in found["counts"].items()))


def measure(folder: Path, pages: int, workers: int, seed: int) -> dict[str, object]:
    """Build, update, print and return the figures."""
    heap, case = folder / "pages", folder / "big.case"
    words = corpus.make(heap, 0, pages, seed)
    print(
        f"{pages:,} pages, {words:,} words, {workers} workers, load of the machine {os.getloadavg()[0]:.1f}", flush=True
    )
    if case.exists():
        print("the case was begun by an earlier run: the figures are of what was left")
    whole = apart(heap, case, workers)
    show("whole", whole, words)
    added = corpus.make(heap, pages, max(1, pages // 100), seed)
    update = apart(heap, case, workers)
    show("one percent more", update, added)
    shares = {kind: update[kind] / whole[kind] for kind in ("cpu", "wall")}
    print(f"\nthe update took {shares['cpu']:.1%} of the processor time and {shares['wall']:.1%} of the wall time")
    return {"pages": pages, "words": words, "workers": workers, "whole": whole, "update": update, "shares": shares}


def main() -> None:
    """Measure what was asked for."""
    if len(sys.argv) == 5 and sys.argv[1] == "--inside":
        print(json.dumps(inside(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))))
        return
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--pages", type=int, default=20_000)
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--keep", type=Path, help="folder that keeps pages and case")
    asked.add_argument("--json", type=Path, help="file for the figures")
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = told.keep if told.keep is not None else Path(folder)
        figures = measure(place, told.pages, told.workers, told.seed)
    if told.json is not None:
        told.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
