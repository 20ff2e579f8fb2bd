"""A file is replaced whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import enumerate as enumerate_threads

import pytest

from tripoint.store.database import beginning, ending, rows_of
from tripoint.store.replacing import replacing


def test_what_is_written_takes_the_place_of_the_file(tmp_path: Path) -> None:
    """The old bytes are gone, and nothing is left beside them."""
    target = tmp_path / "kept.txt"
    target.write_text("old", encoding="utf-8")
    with replacing(target) as beside:
        beside.write_text("new", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "old"
    assert target.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_block_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    """Half a file is never seen, not even under another name."""
    target = tmp_path / "kept.txt"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt), replacing(target) as beside:
        beside.write_text("ha", encoding="utf-8")
        raise KeyboardInterrupt
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_database_takes_the_place_of_one_that_is_still_read(tmp_path: Path) -> None:
    def made(told: str) -> None:
        with beginning(path) as db:
            db.note(told=told)
        with ending(path):
            pass

    path = tmp_path / "case.db"
    made("first")
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("SELECT value FROM meta WHERE key = 'told'").fetchone()
        made("second")
        for thread in enumerate_threads():
            if thread.name == "freeing case.db":
                thread.join()
        assert rows_of(path, "SELECT value FROM meta WHERE key = 'told'") == [("second",)]
        assert reader.execute("SELECT value FROM meta WHERE key = 'told'").fetchone() == ("first",)
    assert [one.name for one in tmp_path.iterdir()] == ["case.db"]
