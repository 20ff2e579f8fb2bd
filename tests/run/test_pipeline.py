"""A build does what is not done yet, survives what its pages do to it, and says what it did."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import standins
from hypothesis import given, settings
from hypothesis import strategies as st

from tripoint.config import Settings
from tripoint.errors import CaseError, InputError, TripointError
from tripoint.model import Link
from tripoint.run.outcome import Outcome
from tripoint.run.pipeline import build, rebuild
from tripoint.store.case import Case
from tripoint.store.database import continuing
from tripoint.store.reading import CaseReader
from tripoint.store.volumes import RecordRows

PAGES = {f"{number:02}.txt": f"The column reached village {number} on Monday." for number in range(12)}


def _write(folder: Path, pages: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / name).write_text(text)
    return folder


def _build(case: Path, *given: Path, workers: int = 1, **settings: object) -> Outcome:
    chosen = Settings.model_validate({"parts": standins.PARTS, "shard_bytes": 120, **settings})
    return build(case, [str(path) for path in given], settings=chosen, workers=workers)


def _dump(case: Path) -> str:
    """Everything that a case says, without which portions it was made of and in which row of a table it stands."""
    with CaseReader(case) as reader:
        tables = [
            row["name"]
            for row in reader.rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")
        ]

        def rows(table: str) -> Iterator[dict[str, Any]]:
            for row in reader.rows(f'SELECT * FROM "{table}"'):
                if row.get("key") not in ("case_key", "portions", "events_of", "links_of", "passages_of"):
                    yield {name: value for name, value in row.items() if not name.endswith("_row")}

        return json.dumps(
            {
                table: sorted(map(str, rows(table)))
                for table in tables
                if not table.startswith(("sqlite_", "link_")) and "_fts" not in table and "_rtree" not in table
            },
            indent=1,
        )


def _failures(case: Path) -> list[tuple[str, str]]:
    with CaseReader(case) as reader:
        return [(row["source"], row["reason"]) for row in reader.rows("SELECT * FROM failures ORDER BY source")]


def test_a_second_build_of_unchanged_pages_does_no_stage_work(tmp_path: Path) -> None:
    pages = _write(tmp_path / "pages", PAGES)
    first = _build(tmp_path / "a.case", pages)
    assert (first.counts["pages"], first.counts["claims"], first.new_pages, first.changed) == (12, 12, 12, True)
    again = _build(tmp_path / "a.case", pages)
    assert (again.stages_run, again.new_pages, again.changed, again.counts) == (0, 0, False, first.counts)


def test_one_changed_page_recomputes_the_shard_it_was_in_and_the_last(tmp_path: Path) -> None:
    pages = _write(tmp_path / "pages", PAGES)
    whole = _build(tmp_path / "a.case", pages)
    _write(pages, {"05.txt": "The column left village 5 on Monday. "[: len(PAGES["05.txt"])]})
    changed = _build(tmp_path / "a.case", pages)
    assert whole.stages_run > 3 * 4
    assert changed.stages_run == 3 * 2 + 2
    assert changed.counts["pages"] == 12
    with CaseReader(tmp_path / "a.case") as reader:
        texts = [doc.text for doc, _, _ in reader.documents()]
    assert sum("left village 5" in text for text in texts) == 1
    assert not any("reached village 5 " in text for text in texts)


def test_pages_added_later_leave_the_shards_that_are_full_alone(tmp_path: Path) -> None:
    pages = _write(tmp_path / "pages", PAGES)
    whole = _build(tmp_path / "a.case", pages)
    _write(pages, {"00_before_all_others.txt": "The column reached the village in the end."})
    more = _build(tmp_path / "a.case", pages)
    assert whole.stages_run > 3 * 3 + 2
    assert more.stages_run <= 3 * 2 + 2
    assert more.counts["pages"] == 13


def test_pages_added_later_make_the_same_case_as_all_at_once(tmp_path: Path) -> None:
    pages = _write(tmp_path / "pages", PAGES)
    _build(tmp_path / "a.case", pages / "03.txt", pages / "07.txt")
    _build(tmp_path / "a.case", pages)
    _build(tmp_path / "b.case", pages)
    assert _dump(tmp_path / "a.case") == _dump(tmp_path / "b.case")


def test_a_case_that_grew_says_and_finds_what_one_made_at_once_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = {f"{number:02}.txt": f"The column reached village {number} on Monday." for number in range(50)}
    pages = _write(tmp_path / "pages", many)
    _build(tmp_path / "a.case", pages)
    continued: list[Path] = []

    def counted(path: Path, kept: Iterable[str]) -> object:
        continued.append(path)
        return continuing(path, kept)

    monkeypatch.setattr("tripoint.run.filing.continuing", counted)
    new = {"50.txt": "It was quiet.", "51.txt": "The garrison of village 51 left on Friday."}
    _write(pages, {**new, "04.txt": "Village 4 was quiet, the garrison said."})
    _build(tmp_path / "a.case", pages)
    _build(tmp_path / "b.case", pages)
    assert continued == [tmp_path / "a.case" / "case.db"]
    assert _dump(tmp_path / "a.case") == _dump(tmp_path / "b.case")
    found = []
    for name in ("a.case", "b.case"):
        with sqlite3.connect(tmp_path / name / "case.db") as db:
            for table in ("documents", "claims"):
                db.execute(f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)")
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            words = (
                "SELECT d.source FROM documents_fts f JOIN documents d ON d.rowid = f.rowid WHERE documents_fts MATCH ?"
            )
            found.append([sorted(db.execute(words, (word,))) for word in ("garrison", "column", "quiet")])
            schema = "SELECT name, sql FROM sqlite_master ORDER BY name"
            found[-1].append(db.execute(schema).fetchall())
    assert found[0] == found[1]
    assert [len(some) for some in found[0][:3]] == [2, 49, 2]


def _stored(case: Path) -> dict[str, tuple[object, ...]]:
    """Events with the row that they stand in, by id."""
    with CaseReader(case) as reader:
        return {row["event_id"]: tuple(row.values()) for row in reader.rows("SELECT * FROM events")}


@settings(max_examples=8, deadline=None)
@given(
    st.sets(st.integers(0, 19), max_size=3),
    st.sets(st.integers(20, 24), max_size=3),
    st.sets(st.integers(0, 19), max_size=2),
)
def test_events_that_nothing_touched_keep_their_rows_and_the_others_are_as_in_a_fresh_case(
    changed: set[int], more: set[int], bad: set[int]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = {f"{at:02}.txt": f"The column reached village {at} on Monday." for at in range(20)}
        pages = _write(folder / "pages", first)
        _build(folder / "a.case", pages)
        before = _stored(folder / "a.case")
        new = {f"{at:02}.txt": f"The column left village {at} on Friday." for at in changed | more}
        _write(pages, {**new, **{f"{at:02}.txt": "DEFECT" for at in bad}})
        _build(folder / "a.case", pages)
        _build(folder / "b.case", pages)
        assert _dump(folder / "a.case") == _dump(folder / "b.case")
        after = _stored(folder / "a.case")
        if len(changed | bad) < 2:  # else most shards are made anew, and the tables too
            assert all(before[one] == after[one] for one in before.keys() & after.keys())


def test_the_number_of_workers_and_the_size_of_shards_do_not_change_the_case(tmp_path: Path) -> None:
    pages = _write(tmp_path / "pages", PAGES)
    _build(tmp_path / "a.case", pages)
    _build(tmp_path / "b.case", pages, workers=2, shard_bytes=10_000)
    with CaseReader(tmp_path / "a.case") as one, CaseReader(tmp_path / "b.case") as other:
        assert list(one.claims()) == list(other.claims())
        assert list(one.events()) == list(other.events())
        assert list(one.documents()) == list(other.documents())


def test_changed_settings_are_never_skipped_by_mistake(tmp_path: Path) -> None:
    pages = _write(tmp_path / "pages", PAGES)
    _build(tmp_path / "a.case", pages, shard_bytes=10_000)
    other = {**standins.PARTS, "page source": "pages.files.v1"}
    assert _build(tmp_path / "a.case", pages, shard_bytes=10_000, parts=other).stages_run == 5


@pytest.mark.parametrize("workers", [1, 2])
def test_a_defect_on_one_page_is_one_failure_and_the_rest_goes_on(tmp_path: Path, workers: int) -> None:
    pages = _write(tmp_path / "pages", {**PAGES, "bad.txt": "DEFECT"})
    outcome = _build(tmp_path / "a.case", pages, workers=workers)
    assert (outcome.counts["claims"], outcome.counts["failures"]) == (12, 1)
    assert _failures(tmp_path / "a.case") == [(str(pages / "bad.txt"), "documents_error")]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_that_hangs_is_given_up_and_the_rest_goes_on(tmp_path: Path, workers: int) -> None:
    pages = _write(tmp_path / "pages", {"good.txt": PAGES["01.txt"], "slow.txt": "HANG"})
    outcome = _build(tmp_path / "a.case", pages, workers=workers, page_seconds=0.5)
    assert outcome.counts["claims"] == 1
    assert _failures(tmp_path / "a.case") == [(str(pages / "slow.txt"), "timeout")]
    assert _build(tmp_path / "a.case", pages, workers=workers, page_seconds=0.5).stages_run == 0


@pytest.mark.parametrize("text", ["CRASH", "ABORT"])
def test_a_page_that_kills_its_worker_is_given_up_and_the_rest_goes_on(tmp_path: Path, text: str) -> None:
    pages = _write(tmp_path / "pages", {"good.txt": PAGES["01.txt"], "bad.txt": text})
    outcome = _build(tmp_path / "a.case", pages, workers=2)
    assert outcome.counts["claims"] == 1
    assert _failures(tmp_path / "a.case") == [(str(pages / "bad.txt"), "crashed")]


def test_a_part_that_is_not_there_stops_the_build_with_a_sentence(tmp_path: Path) -> None:
    pages = _write(tmp_path / "pages", {"good.txt": PAGES["01.txt"]})
    with pytest.raises(InputError, match="no recogniser named nobody"):
        _build(tmp_path / "a.case", pages, parts={"recogniser": "nobody"})


def test_a_choice_that_no_build_makes_is_refused_and_not_ignored(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a build chooses page source"):
        _build(tmp_path / "a.case", tmp_path, parts={"exporter": "csv"})


def test_nothing_to_read_is_an_error_and_leaves_no_case_behind(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    with pytest.raises(TripointError, match="nothing could be read"):
        _build(tmp_path / "a.case", tmp_path / "pages")
    assert not (tmp_path / "a.case").exists()


def _rebuild(case: Path) -> Outcome:
    return rebuild(case, settings=Settings.model_validate({"parts": standins.PARTS, "shard_bytes": 120}))


def _lose(case: Path, what: str) -> None:
    """Take the folder of the pages away, or its manifest, or the last entries of that."""
    manifest = case / "pages" / "manifest.jsonl"
    if what == "pages":
        shutil.rmtree(case / "pages")
    elif what == "manifest":
        manifest.unlink()
    else:
        manifest.write_bytes(b"".join(manifest.read_bytes().splitlines(keepends=True)[:5]))


@pytest.mark.parametrize(("what", "number"), [("pages", 12), ("manifest", 12), ("the end", 7)])
def test_a_case_that_lost_pages_is_not_built_from_the_rest_until_they_are_given_again(
    tmp_path: Path, what: str, number: int
) -> None:
    pages, case = _write(tmp_path / "pages", PAGES), tmp_path / "a.case"
    _build(case, pages)
    before = _dump(case)
    _lose(case, what)
    with pytest.raises(CaseError, match=f"made of {number} pages that pages/manifest.jsonl does not tell of"):
        _rebuild(case)
    other = _write(tmp_path / "other", {"other.txt": "The column reached village 40 on Monday."})
    with pytest.raises(CaseError, match=r"restore .*, or give these pages again"):
        _build(case, other)
    assert _dump(case) == before
    assert _build(case, pages, other).counts["pages"] == 13
    assert _rebuild(case).changed is False


def test_a_case_without_any_page_is_not_built_again(tmp_path: Path) -> None:
    Case.create(tmp_path / "a.case")
    with pytest.raises(CaseError, match="holds no page"):
        _rebuild(tmp_path / "a.case")
    assert not (tmp_path / "a.case" / "case.db").exists()


def test_a_case_whose_tables_are_of_another_version_is_filled_anew(tmp_path: Path) -> None:
    pages, case = _write(tmp_path / "pages", PAGES), tmp_path / "a.case"
    _build(case, pages)
    before = _dump(case)
    with closing(sqlite3.connect(case / "case.db")) as db, db:
        db.execute("UPDATE meta SET value = '7' WHERE key = 'schema_version'")
        db.execute("ALTER TABLE claims ADD COLUMN of_old")
    outcome = _rebuild(case)
    assert (outcome.changed, outcome.stages_run) == (True, 0)
    assert _dump(case) == before


def test_a_disk_that_is_full_stops_the_build_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = _write(tmp_path / "pages", PAGES)
    _build(tmp_path / "a.case", pages / "01.txt")
    before = _dump(tmp_path / "a.case")

    def full(*_: object, **__: object) -> Sequence[object]:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("tripoint.run.work.RecordWriter", full)
        with pytest.raises(TripointError, match="No space left"):
            _build(tmp_path / "a.case", pages)
    assert _dump(tmp_path / "a.case") == before
    assert _build(tmp_path / "a.case", pages).counts["claims"] == 12


def _killed(case: Path, pages: Path, point: str) -> None:
    """Build in a copy of this process that is killed behind its first call of the function at that point."""
    module, _, name = point.rpartition(".")
    whole = import_module(module)
    made = getattr(whole, name)

    def last(*given: Any, **named: Any) -> None:
        made(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if not child:
        setattr(whole, name, last)
        try:
            _build(case, pages)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert os.WTERMSIG(status) == signal.SIGKILL


@pytest.mark.parametrize(
    "point",
    [
        "tripoint.run.packs.take_over",
        "tripoint.run.piles.pile_up",
        "tripoint.run.whole.add_on",
        "tripoint.run.keptassessments.lay_on",
        "tripoint.events.linking.candidates",
        "tripoint.run.whole.keep_events",
        "tripoint.run.whole.finish",
        "tripoint.run.keptassessments.keep_found",
        "tripoint.run.keptpassages.lay_on",
        "tripoint.run.filing._add_shard",
        "tripoint.run.filing._bring",
        "tripoint.run.filing._add_events",
        "tripoint.run.pipeline.complete_tables",
    ],
)
def test_a_build_killed_while_it_carries_over_leaves_the_case_as_it_was_and_the_next_one_goes_on(
    tmp_path: Path, point: str
) -> None:
    retold = {f"again {number}.txt": PAGES[f"{number:02}.txt"] for number in range(0, 12, 2)}
    pages = _write(tmp_path / "pages", {**PAGES, **retold})
    _build(tmp_path / "a.case", pages)
    before = _dump(tmp_path / "a.case")
    _write(pages, {"more.txt": PAGES["03.txt"], "new.txt": "The column reached village 40 on Monday."})
    _killed(tmp_path / "a.case", pages, point)
    after = _dump(tmp_path / "a.case")
    replaced = point.endswith("complete_tables")  # behind it the new case.db is in its place
    assert (after == before) != replaced
    assert Case(tmp_path / "a.case").records.verify()[1] is None
    _build(tmp_path / "a.case", pages)
    fresh = tmp_path / "fresh.case"
    build(
        fresh,
        [str(pages)],
        settings=Settings.model_validate({"parts": standins.PARTS, "shard_bytes": 120}),
        secret=tmp_path / "a.case" / "secret",
    )
    assert _dump(tmp_path / "a.case") == _dump(fresh)
    for stage in ("events", "assess"):
        found = (sorted((case / "records" / stage).glob("*/*.parquet")) for case in (tmp_path / "a.case", fresh))
        one, two = ([path for path in some if not path.name.startswith("links")] for some in found)
        assert [path.name for path in one] == [path.name for path in two]
        assert all(a.read_bytes() == b.read_bytes() for a, b in zip(one, two, strict=True))
    grown, made = (next((case / "records" / "events").glob("*/links.parquet")) for case in (tmp_path / "a.case", fresh))
    assert list(RecordRows(grown, Link)) == list(RecordRows(made, Link))
