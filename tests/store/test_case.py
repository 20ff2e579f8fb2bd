"""A case is opened, locked and refused with one sentence; decisions outlive it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tripoint.errors import CaseError
from tripoint.model import Decision
from tripoint.store import decisions
from tripoint.store.case import Case
from tripoint.store.database import beginning, ending, meta
from tripoint.store.shelf import RecordShelf


def test_a_case_that_is_not_there_is_an_error_that_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="tripoint build"):
        Case.open(tmp_path / "none.case")


def test_a_folder_with_other_things_is_never_taken_for_a_case(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("precious")
    with pytest.raises(CaseError, match="is not a case"):
        Case.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_case_of_another_version_is_refused(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "a.case")
    (case.path / "case.json").write_text(json.dumps({"tripoint_case": 99}))
    with pytest.raises(CaseError, match="version 99"):
        Case.open(case.path)


def test_two_builds_of_one_case_are_kept_apart(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "a.case")
    with case.locked(), pytest.raises(CaseError, match="another build"), Case.open(case.path).locked():
        pass
    with case.locked():
        pass


def test_a_lock_is_let_go_by_a_process_that_is_killed(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "a.case")
    script = (
        "import sys, time; from pathlib import Path; from tripoint.store.case import Case\n"
        "with Case.open(Path(sys.argv[1])).locked():\n    print('held', flush=True)\n    time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(case.path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        with pytest.raises(CaseError, match="another build"), case.locked():
            pass
        other.kill()
    with case.locked():
        pass


def test_a_stage_folder_is_whole_or_not_there(tmp_path: Path) -> None:
    shelf = RecordShelf(tmp_path)
    with pytest.raises(ZeroDivisionError), shelf.making("claims", "abc") as folder:
        (folder / "half").write_text("x")
        raise ZeroDivisionError
    assert not shelf.has("claims", "abc")
    assert list(tmp_path.glob("*/*")) == []
    with shelf.making("claims", "abc") as folder:
        (folder / "whole").write_text("x")
    assert shelf.has("claims", "abc")
    (tmp_path / "claims" / "old.123.unfinished").mkdir()
    assert shelf.sweep([("claims", "abc")]) == 1
    assert shelf.has("claims", "abc")


def test_a_database_that_fails_leaves_the_old_one_in_place(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with beginning(path) as db:
        db.note(case_key="first")
    with ending(path):
        pass
    with beginning(path) as db:
        db.note(case_key="second")
    with pytest.raises(ZeroDivisionError), ending(path):
        raise ZeroDivisionError
    assert meta(path)["case_key"] == "first"
    assert [entry.name for entry in tmp_path.iterdir()] == ["case.db"]


def _decision(number: int) -> Decision:
    return Decision(
        decision_id=f"dec_{number}",
        act="accept",
        subject="evt_1",
        other=None,
        value=None,
        who="Ana",
        why="read both pages",
        at="2024-01-01T00:00:00+00:00",
    )


def test_decisions_are_read_in_the_order_they_were_made_and_never_changed(tmp_path: Path) -> None:
    path = tmp_path / "decisions.db"
    assert decisions.read(path) == ()
    for number in (2, 1, 3):
        decisions.append(path, _decision(number))
    assert [decision.decision_id for decision in decisions.read(path)] == ["dec_2", "dec_1", "dec_3"]
    db = sqlite3.connect(path)
    for sql in ("UPDATE decisions SET who = 'Eve'", "DELETE FROM decisions"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            db.execute(sql)
    db.close()
