"""What comes into a watched folder is in the case after the next round, whole files only, whatever else happens."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import standins

from tripoint.config import Settings
from tripoint.errors import CaseError, InputError
from tripoint.run.executors.local import LocalExecutor
from tripoint.run.watching import Watching
from tripoint.store.case import Case
from tripoint.store.reading import CaseReader

SETTINGS = Settings.model_validate({"parts": standins.PARTS})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    return tmp_path / "pages"


@pytest.fixture
def watching(folder: Path, tmp_path: Path) -> Iterator[Watching]:
    yield _watching(tmp_path, str(folder))


def _watching(tmp_path: Path, *given: str) -> Watching:
    executor = LocalExecutor(workers=1, page_seconds=60.0)
    return Watching(tmp_path / "a.case", given, settings=SETTINGS, executor=executor)


def _page(folder: Path, name: str, text: str, *, age: float = 60.0) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def _sources(tmp_path: Path) -> list[str]:
    with CaseReader(tmp_path / "a.case") as reader:
        return [Path(page.source).name for page, _ in reader.pages()]


def test_a_round_takes_what_is_new_and_what_changed_and_nothing_else(
    folder: Path, tmp_path: Path, watching: Watching
) -> None:
    assert watching.round().outcome is None
    _page(folder, "one.txt", "The column reached village 1.")
    first = watching.round().outcome
    assert first is not None and first.new_pages == 1
    assert watching.round().outcome is None
    _page(folder, "deep/two.txt", "The column reached village 2.")
    _page(folder, "one.txt", "The column left village 1 again.", age=30)
    second = watching.round()
    assert second.outcome is not None
    assert (second.taken, second.outcome.new_pages, second.outcome.counts["pages"]) == (2, 2, 2)
    assert _sources(tmp_path) == ["two.txt", "one.txt"]


def test_a_file_that_is_still_written_to_is_waited_for(folder: Path, tmp_path: Path, watching: Watching) -> None:
    _page(folder, "half.txt", "The column rea", age=0)
    _page(folder, "download.txt.part", "The col")
    assert (watching.round().outcome, watching.round().waiting) == (None, 1)
    fresh = _watching(tmp_path, str(folder))
    assert fresh.round().waiting == 2
    _page(folder, "half.txt", "The column reached village 3.", age=0)
    assert fresh.round().waiting == 2, "it grew since the last look"
    done = fresh.round()
    assert done.outcome is not None and done.waiting == 1
    with CaseReader(tmp_path / "a.case") as reader:
        assert [doc.text for doc, _, _ in reader.documents()] == ["The column reached village 3."]


def test_pages_that_vanish_stay_in_the_case(folder: Path, tmp_path: Path, watching: Watching) -> None:
    _page(folder, "one.txt", "The column reached village 1.")
    watching.round()
    (folder / "one.txt").unlink()
    _page(folder, "two.txt", "The column reached village 2.")
    watching.round()
    assert _sources(tmp_path) == ["one.txt", "two.txt"]


def test_a_page_that_cannot_be_read_stays_a_failure_and_is_told(
    folder: Path, tmp_path: Path, watching: Watching
) -> None:
    _page(folder, "empty.txt", "")
    assert "nothing could be read" in watching.round().told[0]
    assert watching.round().told == ()
    for name in ("one.txt", "two.txt"):
        _page(folder, name, f"The column reached {name}.")
        done = watching.round().outcome
        assert done is not None and done.counts["failures"] == 1
    _page(folder, "empty.txt", "Now there is something in it.", age=10)
    done = watching.round().outcome
    assert done is not None and (done.counts["failures"], done.counts["pages"]) == (0, 3)


def test_a_reader_beside_it_reads_on_in_the_case_it_opened(folder: Path, tmp_path: Path, watching: Watching) -> None:
    _page(folder, "one.txt", "The column reached village 1.")
    watching.round()
    with CaseReader(tmp_path / "a.case") as reader:
        _page(folder, "two.txt", "The column reached village 2.")
        watching.round()
        assert len(list(reader.pages())) == 1
    assert len(_sources(tmp_path)) == 2


def test_a_build_at_work_is_waited_for(folder: Path, tmp_path: Path, watching: Watching) -> None:
    _page(folder, "one.txt", "The column reached village 1.")
    with Case.create(tmp_path / "a.case").locked():
        told = watching.round()
    assert told.outcome is None and "another build is at work" in told.told[0]
    assert watching.round().outcome is not None


def test_a_list_of_addresses_that_turns_up_in_a_folder_is_not_followed(folder: Path, watching: Watching) -> None:
    _page(folder, "list.txt", "https://news.example/one\nhttps://news.example/two\n")
    found = watching.round()
    assert found.outcome is None and "left out" in found.told[0]


def test_what_is_not_there_and_what_is_no_case_are_refused_at_once(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        _watching(tmp_path, str(tmp_path / "nowhere"))
    (tmp_path / "a.case").mkdir()
    (tmp_path / "a.case" / "photo.jpg").touch()
    with pytest.raises(CaseError, match="is not a case"):
        _watching(tmp_path, str(folder))
