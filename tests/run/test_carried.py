"""Tables of case.db that take only what changed hold what a fresh database would."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tripoint.comparison.columns import paired
from tripoint.events.judgements import IDS, LINKED
from tripoint.model import Link, Reason, Verdict
from tripoint.run.carried import add_on, changed_links, links_of
from tripoint.store.filling import DatabaseWriter
from tripoint.store.rows import link_row
from tripoint.store.tables import TABLES
from tripoint.store.volumes import RecordRows


def link(number: int, score: float = 0.5) -> Link:
    reasons = tuple(Reason(name=f"r{at}", score=score, sentence="told") for at in range(number % 3))
    pair = {"claim_a": f"a{number % 7}", "claim_b": f"b{number}"}
    return Link(**pair, verdict=Verdict.SAME, score=score, reasons=reasons, by="rule")


def build(folder: Path, links: dict[int, float], last: Path | None, before: dict[int, float]) -> Path:
    """Write the links of a build; those that the last one told alike are carried on."""
    folder.mkdir()
    order, told = sorted(links), sorted(before)
    rows = np.array([told.index(n) if before.get(n) == links[n] else -1 for n in order], dtype=np.int64)
    anew = (link(n, links[n]) for n in order if before.get(n) != links[n])
    held = None if last is None else RecordRows(last / "links.parquet", Link)
    add_on(folder / "links.parquet", Link, rows, held, anew)
    ends = [(told.claim_a, told.claim_b) for told in map(link, order)]
    ids = np.array(sorted({one.encode() for pair in ends for one in pair}), dtype=np.bytes_)
    one, two = (np.searchsorted(ids, [end[at].encode() for end in ends]).astype(np.uint64) for at in (0, 1))
    for name, column in ((IDS, ids), (LINKED, paired(one, two))):
        np.save(folder / f"{name}.npy", column)
    return folder / "links.parquet"


tables = st.dictionaries(st.integers(0, 40), st.sampled_from([0.3, 0.7]), max_size=40)


@settings(max_examples=40, deadline=None)
@given(tables, tables)
def test_what_changed_between_two_builds_turns_the_table_of_one_into_that_of_the_other(
    first: dict[int, float], more: dict[int, float]
) -> None:
    after = {**first, **more}
    with tempfile.TemporaryDirectory() as name, closing(sqlite3.connect(":memory:")) as db:
        folder = Path(name)
        build(folder / "one", first, None, {})
        path = build(folder / "two", after, folder / "one", first)
        found = changed_links(path, "one", 3)
        changed = sum(first.get(n) != after[n] for n in after) + sum(n in first and first[n] != after[n] for n in after)
        assert (found is None) == (2 * changed > len(after))
        if found is not None:
            db.executescript(TABLES)
            writer = DatabaseWriter(db)
            before = RecordRows(folder / "one" / "links.parquet", Link)
            writer.bring_links(before.tables(np.arange(len(before)), 7), None)
            writer.bring_links(*found)
            held = sorted(db.execute("SELECT * FROM links").fetchall())
            assert held == sorted(link_row(link(n, after[n])) for n in after)


def test_links_are_found_where_the_folder_got_its_name_while_it_was_opened(tmp_path: Path) -> None:
    first, more = dict.fromkeys(range(20), 0.5), dict.fromkeys(range(24), 0.5)
    build(tmp_path / "one", first, None, {})
    build(tmp_path / "two", more, tmp_path / "one", first)
    for told in (tmp_path / "two", tmp_path / "two.91c316825631.unfinished"):
        new, gone = links_of(told, "one", 3)
        assert sorted(one for table in new for one in table.column("claim_b").to_pylist()) == [
            "b20",
            "b21",
            "b22",
            "b23",
        ]
        assert list(gone or ()) == []
        whole, none = links_of(told, "", 30)
        assert [table.num_rows for table in whole] == [24]
        assert none is None


def test_a_table_of_another_build_is_filled_anew(tmp_path: Path) -> None:
    links = dict.fromkeys(range(20), 0.5)
    build(tmp_path / "one", links, None, {})
    path = build(tmp_path / "two", links, tmp_path / "one", links)
    assert changed_links(path, "", 3) is None
    assert changed_links(path, "three", 3) is None
    found = changed_links(path, "two", 3)
    assert found is not None
    assert (list(found.new), found.gone) == ([], ())
    (tmp_path / "one" / f"{LINKED}.npy").unlink()
    assert changed_links(path, "one", 3) is None
