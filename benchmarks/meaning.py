"""What search by meaning costs: vectors a second on one thread, and one query over many vectors.

    python benchmarks/meaning.py CASE [--sizes 100000,1000000]

The vectors are made of the case's own words, which are then repeated with noise to the sizes asked.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np

from tripoint.resources.meaning import WIDTH, meaning_model
from tripoint.store import meaning
from tripoint.store.reading import CaseReader
from tripoint.store.vectors import VectorShelf

MOST = 2000
"""Texts that are read to tell the speed."""


def main() -> None:
    """Print both tables."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("case", type=Path)
    told.add_argument("--sizes", default="100000,1000000")
    given = told.parse_args()
    meaning_model().vectors(["a sentence that warms up"])
    print("what       texts   words each   texts/s (processor)   words/s")
    with CaseReader(given.case) as reader:
        for what in ("claims", "documents"):
            words = meaning.words_of(reader, what)
            numbers = meaning.lacking(words, np.zeros(0, dtype=np.uint64))[:MOST]
            texts = meaning.texts_at(reader, what, words, numbers)
            began = time.process_time()
            made = meaning_model().vectors(texts)
            seconds = time.process_time() - began
            length = sum(len(text.split()) for text in texts)
            speed = f"{len(texts) / seconds:12.0f} {length / seconds:20.0f}"
            print(f"{what:10s} {len(texts):5d} {length / len(texts):10.1f} {speed}")
    print("vectors      megabytes   one query, median of 7 (ms)")
    for size in (int(one) for one in given.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            shelf, drawn = VectorShelf(Path(folder), "claims", WIDTH), np.random.default_rng(7)
            for first in range(0, size, 50_000):
                number = min(50_000, size - first)
                some = made[drawn.integers(len(made), size=number)] + drawn.normal(0, 0.03, (number, WIDTH))
                some /= np.linalg.norm(some, axis=1, keepdims=True)
                shelf.add(np.arange(first, first + number, dtype=np.uint64), some.astype(np.float32))
            keys = np.arange(size, dtype=np.uint64)
            words = meaning.Words(keys=keys, rows=np.arange(size), numbers=np.zeros(size, dtype=np.int64))
            ready, took = meaning.ready(words, shelf), []
            for _ in range(7):
                began = time.perf_counter()
                meaning.nearest(shelf, words, ready, "soldiers blew up the bridge as they left")
                took.append(1000 * (time.perf_counter() - began))
            print(f"{size:9d} {WIDTH * size / 1e6:12.0f} {sorted(took)[3]:20.0f}")


if __name__ == "__main__":
    main()
