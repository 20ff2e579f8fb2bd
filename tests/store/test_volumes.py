"""Records in several volumes are read as those of one file, whatever builds added and left out."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.test_carrying import link
from tripoint.model import Link
from tripoint.store.records import read, write
from tripoint.store.taking import FILES
from tripoint.store.volumes import RecordRows, add_volume


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, FILES + 3), st.floats(0.3, 1))
def test_volumes_hold_what_builds_told_in_its_order(seed: int, builds: int, stay: float) -> None:
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        home, now = Path(name), sorted(rng.sample(range(2000), 300))
        last = None
        for at in range(builds):
            folder = home / str(at)
            folder.mkdir()
            path = folder / "links.parquet"
            before, now = now, sorted({*(n for n in now if rng.random() < stay), *rng.sample(range(2000), 20)})
            known = {n: place for place, n in enumerate(before)} if last is not None else {}
            rows = np.array([known.get(n, -1) for n in now], dtype=np.int64)
            add_volume(path, Link, rows, last, (link(n) for n in now if n not in known))
            last = RecordRows(path, Link)
            told = [link(n) for n in now]
            assert list(last) == told
            places = rng.sample(range(len(now)), min(len(now), 9))
            assert [last[one] for one in places] == [told[one] for one in places]
            assert list(last.taken(np.array(places))) == [told[one] for one in places]
            assert len(last.paths) <= FILES + 1
            assert sum(last.sizes.values()) <= 2 * len(now) + 20


def test_what_is_new_is_all_that_is_written(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    first, second = (tmp_path / name / "links.parquet" for name in ("one", "two"))
    write(first, Link, map(link, range(400)))
    add_volume(second, Link, np.append(np.arange(1, 400), -1), RecordRows(first, Link), [link(400)])
    assert second.samefile(first)
    assert list(read(second.with_name("links.1.parquet"), Link)) == [link(400)]
    assert list(RecordRows(second, Link)) == [link(n) for n in range(1, 401)]


def test_volumes_that_are_cut_off_or_missing_are_not_read(tmp_path: Path) -> None:
    first, second = tmp_path / "links.parquet", tmp_path / "more.parquet"
    write(first, Link, map(link, range(40)))
    add_volume(second, Link, np.append(np.arange(40), -1), RecordRows(first, Link), [link(40)])
    write(tmp_path / "more.1.parquet", Link, [])
    with pytest.raises(ValueError, match="shorter"):
        RecordRows(second, Link)
    (tmp_path / "more.1.parquet").unlink()
    with pytest.raises(OSError, match=r"more\.1"):
        RecordRows(second, Link)


def test_records_are_read_by_their_rows(tmp_path: Path) -> None:
    write(tmp_path / "links", Link, map(link, range(1100)))
    rows = RecordRows(tmp_path / "links", Link)
    assert list(rows) == list(read(tmp_path / "links", Link))
    assert rows[510:514] == [link(n) for n in range(510, 514)]
    with pytest.raises(IndexError):
        rows[1100]
