"""Commenters have one pseudonym in a case, which depends on the secret of the case and on nothing else."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from shell import Run

THREAD = (
    "Army takes Marnesh\n\nMARNESH, 4 May 2016 - On Tuesday the Iraqi Army captured the town of Rutbah from ISIS.\n\n"
    "2 Comments\n\nriverman\n\nyou closed it far too late, shame on you!\n\nOlga P.\n\nI agree with you, riverman!!\n"
)


def _authors(case: Path) -> list[str]:
    with closing(sqlite3.connect(case / "case.db")) as db:
        return [author for (author,) in db.execute("SELECT author FROM comments ORDER BY page_start, page_id")]


def test_pseudonyms_follow_the_secret_and_exports_need_none(tripoint: Run, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "pages" / name).write_text(THREAD)
    one, two, three = (tmp_path / f"{name}.case" for name in ("one", "two", "three"))
    exported = []
    for case, more in ((one, ()), (two, ()), (three, ("--secret", one / "secret"))):
        done = tripoint("build", tmp_path / "pages", "--case", case, "--workers", "1", *more)
        assert done.returncode == 0, done.stderr
        if case == one:
            kept = (one / "secret").read_bytes()
            (one / "secret").unlink()
        exported.append(tripoint("export", case, "--format", "documents-jsonl").stdout)
        if case == one:
            (one / "secret").write_bytes(kept)
    authors = _authors(one)
    assert len(authors) == 4
    assert len(set(authors)) == 2, "one name on two pages has one pseudonym"
    assert authors == _authors(three)
    assert set(authors).isdisjoint(_authors(two))
    assert exported[0] == exported[1] == exported[2]
    told = [said["author"] for line in exported[0].splitlines() for said in json.loads(line)["comments"]]
    assert told == ["reader-1", "reader-2", "reader-1", "reader-2"]
