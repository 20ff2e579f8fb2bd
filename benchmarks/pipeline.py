#!/usr/bin/env python3
"""How fast the whole pipeline is on raw pages, beside what bare spaCy takes to parse them and what reading them takes.

    python benchmarks/pipeline.py [--pages 300] [--rows 804] [--workers 1,2,ray2] [--settings FILE] [--json FILE]

Corpora: (a) `pages`: the samples, the unseen pages of evals/ and, where they are beside the repository, the seeds,
repeated with other dates and figures until there are so many; (b) `rows`: the articles of fa-kes.csv. Every measurement
runs in a process of its own with one thread per library. Words are those of the raw page (of an HTML page: of its
text), comments and boilerplate counted. Seconds are processor seconds, which hardly change with what else the machine
does, unless `wall` is said. Loading models and registers is a row of its own and, on both sides, not in the rate.

Floors, in the same run over the same words: bare spaCy sm (tagger, parser and NER, nothing else, whole pages);
trafilatura (the pages of HTML alone); reading and hashing the files; beside builds with several workers, as many bare
spaCys side by side, which share nothing: what the cores of the machine give. `ray2` is a Ray cluster of two cores on
this machine, its start and end in its wall time. Of the pages then a quarter, a half and all are built, and one page
in a hundred is added.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

from measured import RAY, SETTINGS, apart, most_held
from originals import TABLE, copy_rows, make_pages, words_of

LOADING = frozenset({"load"})


def side_by_side(corpus: Path, number: int, alone: float) -> float:
    """Return how many times the work of one bare spaCy so many do at once, each over the whole corpus: what the cores
    of this machine give to processes that share nothing. `alone` is the wall time of one."""
    with ThreadPoolExecutor(number) as pool:
        walls = [found["wall"] for found in pool.map(apart, ["spacy"] * number, [corpus] * number)]
    return number * alone / max(walls)


def working(found: dict) -> float:
    """Return the processor seconds of a build, loading left out."""
    return max(1e-9, sum(value for step, value in found["seconds"].items() if step not in LOADING))


def steps(found: dict, pages: int, words: int) -> None:
    """Print what a build took step by step."""
    print(f"  {'step':<12}{'seconds':>9}{'share':>8}{'words/s':>11}{'pages/s':>9}")
    whole = sum(found["seconds"].values())
    for step, value in [*sorted(found["seconds"].items(), key=lambda pair: -pair[1]), ("all", whole)]:
        rates = (words / value, pages / value) if value > 0.005 else (0, 0)
        print(f"  {step:<12}{value:>9.2f}{value / whole:>8.1%}{rates[0]:>11,.0f}{rates[1]:>9,.0f}")


def floors(found: dict, corpus: Path, words: int) -> dict[str, object]:
    """Measure and print the floors beside a build; return their figures."""
    spacy, reading = apart("spacy", corpus), apart("reading", corpus)
    ours, theirs, read = words / working(found), words / spacy["cpu"], words / max(1e-9, reading["cpu"])
    print(f"  whole pipeline           {ours:>11,.0f} raw words/s per core (loading left out)")
    print(f"  bare spaCy sm            {theirs:>11,.0f} raw words/s per core; ratio {ours / theirs:.2f}")
    if corpus.is_dir() and (bare := apart("trafilatura", corpus))["pages"]:
        print(f"  trafilatura              {bare['words'] / bare['cpu']:>11,.0f} ({bare['pages']} pages of HTML)")
    print(f"  read and hash            {read:>11,.0f} raw words/s per core")
    return {
        "words_per_core_second": round(ours),
        "spacy_words_per_core_second": round(theirs),
        "ratio": round(ours / theirs, 3),
        "read_and_hash_words_per_core_second": round(read),
        "spacy_peak_mb": round(spacy["memory"] / 1e6),
        "spacy_wall": spacy["wall"],
    }


def report(name: str, corpus: Path, workers: list[str], cases: Path) -> dict[str, object]:
    """Measure one corpus, print its table and return the figures; cases stay in `cases` under `name` and workers."""
    texts = words_of(corpus)
    words = sum(len(text.split()) for text in texts)
    builds = {asked: apart("build", corpus, asked, cases / f"{name}{asked}.case") for asked in workers}
    one = builds[workers[0]]
    print(f"\n{name}: {len(texts)} pages, {words:,} raw words (load of the machine {os.getloadavg()[0]:.1f})")
    steps(one, len(texts), words)
    figures = floors(one, corpus, words)
    for asked, found in builds.items():
        wall = found["wall"]
        number = int(asked.removeprefix(RAY))
        label = f"{number} {'of Ray' if asked.startswith(RAY) else 'worker' if number == 1 else 'workers'}:"
        print(
            f"  {label:<10}{wall:>7.1f} s wall, {words / wall:,.0f} words/s, {len(texts) / wall:.1f} pages/s,"
            f" {one['wall'] / wall:.2f} times the first; {most_held(found['memory'])}"
        )
        if asked == str(number) and number > 1:
            found["machine"] = round(side_by_side(corpus, number, figures["spacy_wall"]), 2)
            print(f"            {number} bare spaCys side by side do {found['machine']:.2f} times the work of one")
    return {"pages": len(texts), "words": words, "counts": one["counts"], **figures, "builds": builds}


def growth(folder: Path, count: int, workers: str, whole: dict) -> dict[int, dict]:
    """Build a quarter and a half of the pages, print them beside the whole, and return their figures by pages."""
    found = {}
    for size in filter(None, (count // 4, count // 2)):
        make_pages(folder / f"{size}", size)
        found[size] = apart("build", folder / f"{size}", workers, folder / f"growth{size}.case")
    found[count] = whole
    print(f"\ngrowth, workers: {workers}")
    print(f"  {'pages':>7}{'claims':>9}{'seconds':>9}{'of a page':>11}   most memory")
    for size, one in found.items():
        seconds = working(one)
        page = f"{seconds / size * 1000:.0f} ms"
        print(f"  {size:>7,}{one['counts']['claims']:>9,}{seconds:>9.1f}{page:>11}   {most_held(one['memory'])}")
    return found


def update(pages: Path, count: int, workers: str, case: Path, whole: dict) -> dict:
    """Add one page in a hundred to a case, print what that took of the whole, and return its figures."""
    more = max(1, count // 100)
    make_pages(pages, more, first=count)
    found = apart("build", pages, workers, case)
    cpu, wall = found["cpu"], found["wall"]
    print(f"\n{more} pages more on {count}, workers: {workers}; imports and loading counted")
    print(f"  processor {cpu:.1f} of {whole['cpu']:.1f} s ({cpu / whole['cpu']:.1%})", end="")
    print(f", wall {wall:.1f} of {whole['wall']:.1f} s ({wall / whole['wall']:.1%})")
    return found


def main() -> None:
    """Measure what was asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--pages", type=int, default=300, help="pages of corpus (a); 0 leaves it out")
    asked.add_argument("--rows", type=int, default=804, help="rows of corpus (b); 0 leaves it out")
    usual = f"1,2,{RAY}2" if find_spec("ray") is not None else "1,2"
    asked.add_argument("--workers", default=usual, help="numbers of worker processes, the first is the measure")
    asked.add_argument("--settings", type=Path, help="settings of the build, a TOML file")
    asked.add_argument("--json", type=Path, help="file for the figures")
    told = asked.parse_args()
    workers = told.workers.split(",")
    if told.settings is not None:
        os.environ[SETTINGS] = str(told.settings.resolve())
    last = ([one for one in workers if not one.startswith(RAY)] or workers)[-1]
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if told.pages:
            pages = folder / "pages"
            make_pages(pages, told.pages)
            found = report("pages", pages, workers, folder)
            whole = found["builds"][last]
            found["growth"] = growth(folder, told.pages, last, whole)
            found["update"] = update(pages, told.pages, last, folder / f"pages{last}.case", whole)
            figures["pages"] = found
        if told.rows and TABLE.is_file():
            rows = folder / "rows.csv"
            copy_rows(rows, told.rows)
            figures["rows"] = report("rows", rows, workers, folder)
    if told.json is not None:
        told.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
