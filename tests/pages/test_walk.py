"""What a folder tells of its entries saves looking at them, and makes no difference to what is found."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tripoint.model import Failure
from tripoint.pages import walk


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files, folders, links of all kinds and a pipe; it is where the test runs."""
    top = tmp_path / "top"
    for name in ("b.txt", "a.txt", "a/z.txt", "a/deep/y.html", "a-b/x.txt", ".hidden/w.txt", "a/.v.txt"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text("The harbour reopened on Monday.")
    (top / "empty").mkdir()
    (top / "to_file.txt").symlink_to("a/z.txt")
    (top / "to_folder").symlink_to("a-b")
    (top / "a-b" / "up").symlink_to(top)
    (top / "round.txt").symlink_to("round.txt")
    (top / "gone.txt").symlink_to("nothing")
    os.mkfifo(top / "pipe.txt")
    (top / os.fsdecode(b"caf\xe9.txt")).write_text("The harbour reopened on Monday.")
    monkeypatch.chdir(top)
    return top


FOUND = [
    "./a/deep/y.html",
    "./a/z.txt",
    ("./a-b/up", "link_loop"),
    "./a-b/x.txt",
    "./a.txt",
    "./b.txt",
    os.fsdecode(b"./caf\xe9.txt"),
    ("./gone.txt", "unreadable"),
    ("./pipe.txt", "not_a_file"),
    ("./round.txt", "unreadable"),
    "./to_file.txt",
    ("./to_folder/up", "link_loop"),
    "./to_folder/x.txt",
]


def _files(*given: str) -> list[str | tuple[str, str]]:
    return [(one.source, one.reason) if isinstance(one, Failure) else one for one in walk.files(list(given))]


def test_files_come_in_the_order_of_names_and_links_are_followed_but_not_round(folder: Path) -> None:
    assert _files(".") == _files("./") == FOUND
    assert _files("a/", "to_folder/x.txt", "to_file.txt", "gone.txt") == [
        "a/deep/y.html",
        "a/z.txt",
        "to_folder/x.txt",
        "to_file.txt",
        ("gone.txt", "unreadable"),
    ]


def test_a_folder_that_does_not_tell_what_its_entries_are_gives_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "_plain", lambda entry: False)
    assert _files(".") == FOUND


def test_plain_files_of_a_folder_are_not_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    stat = os.stat

    def noted(path: str) -> os.stat_result:
        looked.append(path)
        return stat(path)

    monkeypatch.setattr(os, "stat", noted)
    assert _files("a", "b.txt") == ["a/deep/y.html", "a/z.txt", "b.txt"]
    assert looked == ["a", "a/.", "a/deep", "a/deep/.", "b.txt"]


def test_each_file_of_a_folder_that_may_be_listed_and_not_entered_is_told_of(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stat = os.stat

    def refused(path: str) -> os.stat_result:
        if path.startswith("a/"):
            raise PermissionError(13, "Permission denied", path)
        return stat(path)

    monkeypatch.setattr(os, "stat", refused)
    assert _files("a", "b.txt") == [("a/deep", "unreadable"), ("a/z.txt", "unreadable"), "b.txt"]


def test_what_is_left_out_is_left_out_under_each_name_that_leads_to_it(folder: Path) -> None:
    os.link("a/z.txt", "twin.txt")  # a file in its own right
    found = [one for one in walk.once(["."], aside=Path("a/z.txt")) if isinstance(one, str)]
    assert not {"./a/z.txt", "./to_file.txt"} & set(found)
    assert {"./a.txt", "./b.txt", "./twin.txt", "./to_folder/x.txt"} <= set(found)
