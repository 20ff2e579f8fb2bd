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
import tempfile
from pathlib import Path

import corpus
from measured import apart, most_held


def show(name: str, found: dict, words: int) -> None:
    """Print one build's table."""
    print(f"\n{name}: {found['new_pages']:,} new pages, {found['stages_run']:,} stages run")
    for step, seconds in sorted(found["seconds"].items(), key=lambda pair: -pair[1]):
        print(f"  {step:<12}{seconds:>10.1f} s{seconds / sum(found['seconds'].values()):>8.1%}")
    print(
        f"  processor {found['cpu']:.0f} s, wall {found['wall']:.0f} s, {words / found['cpu']:,.0f} words a core second"
    )
    print(f"  most memory of a process: {most_held(found['memory'])}")
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
    whole = apart("build", heap, str(workers), case)
    show("whole", whole, words)
    added = corpus.make(heap, pages, max(1, pages // 100), seed)
    update = apart("build", heap, str(workers), case)
    show("one percent more", update, added)
    shares = {kind: update[kind] / whole[kind] for kind in ("cpu", "wall")}
    print(f"\nthe update took {shares['cpu']:.1%} of the processor time and {shares['wall']:.1%} of the wall time")
    return {"pages": pages, "words": words, "workers": workers, "whole": whole, "update": update, "shares": shares}


def main() -> None:
    """Measure what was asked for."""
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
