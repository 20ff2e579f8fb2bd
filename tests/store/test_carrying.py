"""A record file that takes rows over from an earlier one is the file that writing all of its records makes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from tripoint.model import Link, Reason, Verdict
from tripoint.store.carrying import Groups, rewrite
from tripoint.store.records import write


def link(number: int) -> Link:
    told = tuple(Reason(name=f"r{n}", score=number / 7, sentence=f"why {number} {n}") for n in range(number % 4))
    return Link(
        claim_a=f"a{number:04}", claim_b="b", verdict=list(Verdict)[number % 3], score=0.5, reasons=told, by="x"
    )


numbers = st.sets(st.integers(0, 2000), max_size=1500)


@settings(max_examples=15, deadline=None)
@given(numbers, numbers, st.floats(0, 1))
def test_a_file_carried_on_is_the_file_of_a_fresh_build(before: set[int], more: set[int], share: float) -> None:
    last, now = sorted(before), sorted({*more, *(n for n in before if n < 2000 * share)})
    rows = np.array([last.index(n) if n in before else -1 for n in now], dtype=np.int64)
    with tempfile.TemporaryDirectory() as folder:
        one, two, fresh = (Path(folder) / name for name in ("one", "two", "fresh"))
        write(one, Link, map(link, last))
        with pq.ParquetFile(one) as file:
            rewrite(two, Link, rows, Groups(file).picked, (link(n) for n in now if n not in before))
        write(fresh, Link, map(link, now))
        assert two.read_bytes() == fresh.read_bytes()
