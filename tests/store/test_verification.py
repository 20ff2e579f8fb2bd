"""A case that was touched is told apart from a whole one, and the first broken link is named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tripoint.errors import CaseError
from tripoint.model import Page, bytes_digest, digest
from tripoint.store.case import Case
from tripoint.store.database import beginning, ending
from tripoint.store.intake import Intake
from tripoint.store.rows import page_row
from tripoint.store.shelf import SUMS
from tripoint.store.taking import take_over
from tripoint.store.verification import verify


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Case.create(tmp_path / "small.case")
    raw = b"A page."
    sha = bytes_digest(raw)
    page = Page(
        page_id=digest("pag", "a.txt", sha),
        source="a.txt",
        sha256=sha,
        size=len(raw),
        media_type="text/plain",
        origin="file",
    )
    with Intake(made.custody) as intake:
        intake.add(page, raw)
    with made.records.making("documents", "abc") as folder:
        (folder / "one.parquet").write_bytes(b"1")
        (folder / "two.parquet").write_bytes(b"2")
    with beginning(made.database) as db:
        db.add("pages", [page_row(page, None)])
    with ending(made.database):
        pass
    return made


def test_a_case_as_it_was_built_is_whole(case: Case) -> None:
    found = verify(case.path)
    assert (found.pages, found.files, found.broken) == (1, 2, None)


def test_the_digests_of_a_stage_folder_are_what_sha256sum_reads(case: Case) -> None:
    lines = (case.records.folder("documents", "abc") / SUMS).read_text().splitlines()
    assert lines[0] == f"{bytes_digest(b'1')}  one.parquet"


def test_a_record_file_that_was_altered_is_named(case: Case) -> None:
    (case.records.folder("documents", "abc") / "two.parquet").write_bytes(b"3")
    assert verify(case.path).broken == "records/documents/abc/two.parquet was altered"


def test_a_record_file_that_is_missing_or_was_added_is_named(case: Case) -> None:
    folder = case.records.folder("documents", "abc")
    (folder / "one.parquet").rename(folder / "zero.parquet")
    assert "one.parquet is missing" in (verify(case.path).broken or "")
    (folder / "one.parquet").write_bytes(b"1")
    assert "zero.parquet was added" in (verify(case.path).broken or "")


def test_a_stage_folder_without_digests_is_named(case: Case) -> None:
    (case.records.folder("documents", "abc") / SUMS).unlink()
    assert "missing or unreadable" in (verify(case.path).broken or "")


def test_custody_comes_first(case: Case) -> None:
    (case.records.folder("documents", "abc") / "two.parquet").write_bytes(b"3")
    case.custody.path(bytes_digest(b"A page.")).write_bytes(b"B page.")
    assert "a.txt" in (verify(case.path).broken or "")


def test_a_manifest_that_holds_something_else_is_a_broken_link(case: Case) -> None:
    with case.custody.manifest.open("ab") as file:
        file.write(b"no entry\n")
    assert "no entry" in (verify(case.path).broken or "")


def test_a_database_that_cannot_be_read_is_named(case: Case) -> None:
    case.database.write_bytes(b"SQLite format 3\0" + b"x" * 4096)
    assert "case.db" in (verify(case.path).broken or "")


def test_a_database_that_is_missing_is_named_with_what_to_do(case: Case) -> None:
    case.database.unlink()
    assert verify(case.path).broken == (f"case.db is missing; build the case again: tripoint build --case {case.path}")


@pytest.mark.parametrize("version", ["7", "none"])
def test_a_database_of_another_version_is_not_whole(case: Case, version: str) -> None:
    with closing(sqlite3.connect(case.database)) as db, db:
        if version == "none":
            db.execute("DELETE FROM meta")
        db.execute("UPDATE meta SET value = ? WHERE key = 'schema_version'", (version,))
    broken = verify(case.path).broken or ""
    assert "version" in broken
    assert broken.endswith(f"build the case again: tripoint build --case {case.path}")


def test_pages_of_the_database_that_the_chain_does_not_tell_of_are_named(case: Case) -> None:
    case.custody.manifest.unlink()
    broken = verify(case.path).broken or ""
    assert "manifest.jsonl does not tell of (a.txt); restore" in broken


def test_what_is_no_case_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="there is no case"):
        verify(tmp_path / "nothing.case")


def test_a_file_that_is_taken_over_keeps_the_digest_that_was_told_of_it(case: Case) -> None:
    before = case.records.folder("documents", "abc")
    (before / "one.parquet").write_bytes(b"altered")
    with case.records.making("documents", "def") as folder:
        take_over(before / "one.parquet", folder / "one.parquet")
        take_over(before / "two.parquet", folder / "two.parquet")
        (folder / "three.parquet").write_bytes(b"3")
    told = (case.records.folder("documents", "def") / SUMS).read_text("utf-8").splitlines()
    assert set((before / SUMS).read_text("utf-8").splitlines()) < set(told)
    assert f"{bytes_digest(b'3')}  three.parquet" in told
    case.records.sweep([("documents", "def")])
    assert verify(case.path).broken == "records/documents/def/one.parquet was altered"
