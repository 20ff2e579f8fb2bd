#!/usr/bin/env python3
"""What linking and assessing cost by the number of claims: time, memory, growth; an update; many copies; a giant block.

    python benchmarks/linking.py [--sizes 10000,100000,1000000] [--copies 10000] [--block 20000] [--workers 1]

Claims are generated (recipe in `generated.py`) and written as the record files that workers leave behind. Each size is
measured in a process of its own: reading the files, linking, events and assessing, writing their record files. The
floor in the same process is reading the claims from their files once, and nothing else. `update` is the size above
it, built, with one claim in a hundred more. Seconds are processor seconds
(user and system), beside wall seconds; growth is the exponent between two sizes (1.0 is linear; n log n comes to
1.06-1.08 here); memory is the most that the process held, and the most that one of its copies did, which
shares most of it.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

COLUMNS = ("claims", "documents", "links", "events", "floor", "linking", "assessing", "wall")


def used() -> float:
    """Return the processor seconds of this process so far, and of those that it started and that have ended."""
    spent = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def make(what: str, count: int, folder: Path) -> None:
    """Write the record files of `count` generated claims, copies of a page, or claims of one block."""
    import generated

    told = {
        "claims": generated.tellings,
        "update": generated.update,
        "copies": generated.copies,
        "block": generated.block,
    }[what](count)
    listed = folder / "names.json"
    names = json.loads(listed.read_text(encoding="utf-8")) if listed.exists() else []
    names += generated.write(folder / "records", told, stem=what)
    listed.write_text(json.dumps(names), encoding="utf-8")


def measure(folder: Path, workers: int) -> dict[str, float]:
    """Link and assess what lies in the folder."""
    from tripoint.model import Claim, Event, Link
    from tripoint.run.garbage import rare_collections
    from tripoint.run.piles import pile_of
    from tripoint.run.results import Results
    from tripoint.run.whole import make_assessments, make_events
    from tripoint.store.case import Case
    from tripoint.store.records import SUFFIX, count
    from tripoint.store.volumes import RecordRows

    names = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    results = Results(Case(folder), [SimpleNamespace(names=one, pages=()) for one in names], [], (), workers=workers)
    begun = used()
    claims = sum(1 for _ in results.every("claims", "claims", Claim))
    floor = used() - begun
    made = len(list((folder / "events").glob("*")))  # what an earlier build judged is used again
    out = {stage: folder / stage / f"build{made}" for stage in ("events", "assess")}
    for path in out.values():
        path.mkdir(parents=True)
    wall, begun = time.monotonic(), used()
    with rare_collections():
        make_events(results, out["events"])
        linked = used()
        results.whole["events"] = out["events"]
        make_assessments(results, out["assess"])
    ended = used()
    return {
        "claims": claims,
        "documents": sum(count(path) for path in results.paths("documents", "documents")),
        "links": len(RecordRows(out["events"] / f"links{SUFFIX}", Link)),
        "events": len(pile_of(out["events"], "events", Event)),
        "floor": floor,
        "linking": linked - begun,
        "assessing": ended - linked,
        "wall": time.monotonic() - wall,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "copies": results.crew.memory,
    }


def apart(*words: str) -> dict[str, float]:
    """Run this file in a process of its own and return what it printed."""
    done = subprocess.run([sys.executable, __file__, *words], check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout or "{}")
    return found


def main() -> None:
    """Print one line per size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,100000", help="numbers of claims, smallest first")
    parser.add_argument("--copies", type=int, default=10_000, help="copies of one page (0: none)")
    parser.add_argument("--block", type=int, default=20_000, help="claims of one block (0: none)")
    parser.add_argument("--workers", type=int, default=1, help="processes that link and assess")
    parser.add_argument("--folder", type=Path, default=None, help="where the records go; a scratch folder if not told")
    parser.add_argument("--make", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.make:
        make(options.make[0], int(options.make[1]), options.folder)
        return
    if options.measure:
        print(json.dumps(measure(options.folder, options.workers)))
        return
    wanted = [("claims", int(size)) for size in options.sizes.split(",") if size]
    wanted += [(what, count) for what, count in (("copies", options.copies), ("block", options.block)) if count]
    print(f"{'':8}" + "".join(f"{name:>11}" for name in (*COLUMNS, "MB", "copy MB", "growth")))
    last: dict[str, float] | None = None
    workers = ("--workers", str(options.workers))
    with tempfile.TemporaryDirectory(dir=options.folder) as scratch:
        for what, size in wanted:
            folder = Path(scratch) / f"{what}{size}"
            folder.mkdir()
            apart("--folder", str(folder), "--make", what, str(size))
            found = apart("--folder", str(folder), "--measure", *workers)
            growth = ""
            if what == "claims":
                if last is not None:
                    cost = [one["linking"] + one["assessing"] for one in (last, found)]
                    growth = f"{math.log(cost[1] / cost[0]) / math.log(found['claims'] / last['claims']):.2f}"
                last = found
            _print(what, found, growth)
            if what == "claims":
                apart("--folder", str(folder), "--make", "update", str(size))
                again = apart("--folder", str(folder), "--measure", *workers)
                cost = [one["linking"] + one["assessing"] for one in (found, again)]
                _print("update", again, f"{cost[1] / cost[0]:.1%} of it")


def _print(what: str, found: dict[str, float], note: str) -> None:
    cells = "".join(f"{found[name]:11,.0f}" for name in COLUMNS)
    print(f"{what:8}{cells}{found['memory'] / 1e6:11,.0f}{found['copies'] / 1e6:11,.0f}{note:>11}", flush=True)


if __name__ == "__main__":
    main()
