"""Files that lie as they did need no second reading; whatever makes a difference has them read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import standins

from tripoint.config import Settings
from tripoint.run.outcome import Outcome, Progress
from tripoint.run.pipeline import build
from tripoint.store.case import Case

LONG_AGO = (1_600_000_000, 1_600_000_000)


def _settings(**more: object) -> Settings:
    return Settings.model_validate({"parts": standins.PARTS, **more})


def _write(folder: Path) -> None:
    """Six pages that have lain there for years."""
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"The column reached village {number} on Monday.")
        os.utime(folder / f"{number}.txt", LONG_AGO)


def _build(case: Path, *given: str, manifest: Path | None = None, **more: object) -> tuple[Outcome, list[int]]:
    """Build, and return with the outcome how many pages were in at each that was read."""
    seen: list[Progress] = []
    outcome = build(case, given, settings=_settings(**more), manifest=manifest, watch=seen.append)
    return outcome, [one.done for one in seen if one.phase == "reading"]


def test_files_that_lie_as_they_did_are_not_read_again_and_their_pages_stay(tmp_path: Path) -> None:
    _write(tmp_path / "pages")
    first, read = _build(tmp_path / "a.case", str(tmp_path / "pages"))
    assert read == [1, 2, 3, 4, 5, 6]
    again, read = _build(tmp_path / "a.case", str(tmp_path / "pages"))
    assert (read, again.changed, again.new_pages) == ([], False, 0)
    assert again.counts == first.counts


def test_only_files_that_are_new_or_changed_are_read(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    _write(pages)
    _build(tmp_path / "a.case", str(pages))
    (pages / "2.txt").write_text("The column reached village 9 on Monday.")  # as long as what was there
    os.utime(pages / "2.txt", LONG_AGO)  # only the time of the entry tells
    (pages / "7.txt").write_text("The column reached village 7 on Monday.")
    outcome, read = _build(tmp_path / "a.case", str(pages))
    assert (outcome.new_pages, outcome.counts["pages"]) == (2, 7)
    assert read == [3, 7]


def test_a_file_that_changed_just_now_is_read_once_more(tmp_path: Path) -> None:
    _write(tmp_path / "pages")
    (tmp_path / "pages" / "0.txt").write_text("The column reached village 0 on Tuesday.")
    _build(tmp_path / "a.case", str(tmp_path / "pages"))
    assert _build(tmp_path / "a.case", str(tmp_path / "pages"))[1] == [1]


def _bytes_lost(case: Path, pages: Path) -> None:
    next(path for path in sorted((case / "pages").rglob("*")) if len(path.name) == 64).unlink()


def _list_cut_short(case: Path, pages: Path) -> None:
    listed = case / "untouched.jsonl"
    listed.write_bytes(listed.read_bytes()[:-40])


def _list_spoilt(case: Path, pages: Path) -> None:
    (case / "untouched.jsonl").write_bytes(b'\xff{"path": []}\n[1, 2]\n')


def _moved_away_and_copied_back(case: Path, pages: Path) -> None:
    told = (pages / "3.txt").read_bytes()
    (pages / "3.txt").unlink()
    (pages / "3.txt").write_bytes(told)
    os.utime(pages / "3.txt", LONG_AGO)


@pytest.mark.parametrize(
    ("what", "read"), [(_bytes_lost, 1), (_list_cut_short, 1), (_list_spoilt, 6), (_moved_away_and_copied_back, 1)]
)
def test_what_is_not_surely_the_same_is_read(tmp_path: Path, what: Callable[[Path, Path], None], read: int) -> None:
    pages, case = tmp_path / "pages", tmp_path / "a.case"
    _write(pages)
    before, _ = _build(case, str(pages))
    what(case, pages)
    outcome, numbers = _build(case, str(pages))
    assert len(numbers) == read
    assert outcome.counts == before.counts
    assert _build(case, str(pages))[1] == []


def test_another_manifest_or_limit_has_every_file_read(tmp_path: Path) -> None:
    pages, told = tmp_path / "pages", tmp_path / "told.csv"
    _write(pages)
    _build(tmp_path / "a.case", str(pages))
    told.write_text("path,outlet\n" + str(pages / "1.txt") + ",Northline Herald\n")
    assert len(_build(tmp_path / "a.case", str(pages), manifest=told)[1]) == 6
    assert _build(tmp_path / "a.case", str(pages), manifest=told)[1] == []
    assert len(_build(tmp_path / "a.case", str(pages), manifest=told, page_bytes=1000)[1]) == 6
    assert len(_build(tmp_path / "a.case", str(pages), manifest=told)[1]) == 6


def test_what_could_not_be_read_is_tried_and_told_again(tmp_path: Path) -> None:
    _write(tmp_path / "pages")
    (tmp_path / "pages" / "empty.txt").write_bytes(b"")
    os.utime(tmp_path / "pages" / "empty.txt", LONG_AGO)
    for _ in range(2):
        assert _build(tmp_path / "a.case", str(tmp_path / "pages"))[0].counts["failures"] == 1


def test_pages_that_another_build_enters_before_this_one_has_the_lock_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, case = tmp_path / "pages", tmp_path / "a.case"
    _write(pages)
    _build(case, str(pages))
    (tmp_path / "more.txt").write_text("The column reached village 7 on Monday.")
    (pages / "8.txt").write_text("The column reached village 8 on Monday.")
    create = Case.create

    def meanwhile(path: Path) -> Case:
        """What is known of the case was read by now; the lock is not taken yet."""
        monkeypatch.setattr(Case, "create", create)
        _build(case, str(tmp_path / "more.txt"), str(pages / "8.txt"))
        return create(path)

    monkeypatch.setattr(Case, "create", meanwhile)
    outcome, _ = _build(case, str(pages))
    assert (outcome.new_pages, outcome.counts["pages"]) == (0, 8)
    assert Case(case).custody.verify() is None


def test_files_that_a_folder_links_to_are_left_out_as_well(tmp_path: Path) -> None:
    _write(tmp_path / "pages")
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "one.txt").symlink_to(tmp_path / "pages" / "1.txt")
    (tmp_path / "links" / "all").symlink_to(tmp_path / "pages")
    assert len(_build(tmp_path / "a.case", str(tmp_path / "links"))[1]) == 7
    assert _build(tmp_path / "a.case", str(tmp_path / "links"))[1] == []
    (tmp_path / "pages" / "1.txt").write_text("The column reached village 1 on Tuesday.")
    assert len(_build(tmp_path / "a.case", str(tmp_path / "links"))[1]) == 2
