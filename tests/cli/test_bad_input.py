"""Bad input: one clear sentence, or one failure; the rest goes on, and nothing already built is lost."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest
from shell import TEXTS, Run

GOOD = TEXTS["one.txt"]


def _build(tripoint: Run, case: Path, *given: Path | str) -> object:
    return tripoint("build", *given, "--case", case, "--workers", "1")


def _failures(tripoint: Run, case: Path) -> list[tuple[str, str]]:
    rows = json.loads(tripoint("show", case, "failures", "--json").stdout)
    return [(Path(row["source"]).name, row["reason"]) for row in rows]


@pytest.mark.parametrize(
    ("given", "code", "sentence"),
    [
        ("empty", 1, "nothing could be read"),
        ("missing", 2, "does not exist"),
        ("*.nothing", 2, "nothing matches"),
        ("bad.bin", 1, "nothing could be read"),
    ],
)
def test_what_cannot_be_read_at_all_is_one_sentence_and_leaves_no_case(
    tripoint: Run, tmp_path: Path, given: str, code: int, sentence: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.bin").write_bytes(bytes(range(256)) * 40)
    done = tripoint("build", tmp_path / given, "--case", tmp_path / "a.case")
    assert done.returncode == code
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "a.case").exists()


def test_bad_pages_are_one_failure_each_and_the_good_one_is_read(tripoint: Run, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "good.txt").write_text(GOOD)
    (pages / "binary.txt").write_bytes(os.urandom(4096))
    (pages / "line.txt").write_bytes(b"x" * 50_000_000)
    with zipfile.ZipFile(pages / "bomb.html", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("page.html", b"\0" * 20_000_000)
    (pages / "void.txt").write_bytes(b"")
    done = tripoint("build", pages, "--case", tmp_path / "a.case", "--workers", "1")
    assert done.returncode == 0, done.stderr
    assert _failures(tripoint, tmp_path / "a.case") == [
        ("binary.txt", "binary"),
        ("bomb.html", "archive"),
        ("line.txt", "too_large"),
        ("void.txt", "empty"),
    ]
    assert "4 failures" in done.stdout
    again = tripoint("build", pages, "--case", tmp_path / "a.case", "--workers", "1")
    assert "nothing changed: 1 page, 0 stages run" in again.stdout


def test_invalid_utf_8_is_read_as_what_it_may_be_and_stops_nothing(tripoint: Run, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "broken.txt").write_bytes(GOOD.encode() + b"\n\nThe caf\xe9 was \xff\xfe closed.\n")
    done = tripoint("build", pages, "--case", tmp_path / "a.case", "--workers", "1")
    assert done.returncode == 0, done.stderr
    lines = tripoint("export", tmp_path / "a.case", "--format", "pages-jsonl").stdout.splitlines()
    assert len(lines) == 1


def test_a_bad_build_leaves_the_case_as_it_was(tripoint: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    case = tmp_path / "a.case"
    assert tripoint("build", tmp_path / "good.txt", "--case", case, "--workers", "1").returncode == 0
    before = tripoint("export", case, "--format", "claims-jsonl").stdout
    assert tripoint("build", tmp_path / "none.txt", "--case", case).returncode == 2
    assert tripoint("export", case, "--format", "claims-jsonl").stdout == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show", "none.case", "events"), "there is no case"),
        (("show", "folder", "events"), "is not a case"),
        (("show", "events", "none.case"), "the case comes first: tripoint show none.case events"),
        (("export", "none.case", "--format", "csv"), "there is no case"),
        (("export", "none.case", "--format", "cvs"), "did you mean csv"),
        (("build", "good.txt", "--case", "folder"), "is not a case"),
        (("build", "good.txt", "--case", "good.txt"), "is a file"),
        (("build", "good.txt", "--case", "a.case", "--workers", "0"), "expected 1 or more"),
        (("build", "good.txt", "--case", "a.case", "--settings", "none.toml"), "cannot read the settings"),
        (("build", "good.txt", "--case", "a.case", "--settings", "good.txt"), "are not TOML"),
        (("build", "good.txt", "--case", "a.case", "--settings", "odd.toml"), "known entries"),
        (("build", "good.txt", "--case", "a.case", "--manifest", "none.csv"), "does not exist"),
        (("build", "good.txt", "--case", "a.case", "--manifest", "folder"), "is a folder; expected a CSV file"),
        (("build", "ftp://place/page", "--case", "a.case"), "expected one that begins with http:// or https://"),
        (("show", "none.case", "events", "--since", "2022-13"), "--since is 2022-13; expected a date such as 2017"),
        (("show", "none.case", "events", "--until", "2022-02-31"), "--until is 2022-02-31; expected a date"),
        (("actors", "find", "PMU", "--on", "2017-66"), "--on is 2017-66; expected a date"),
        (("try", "The army took the town.", "--published", "2022-02"), "expected a day such as 2017-06-17"),
        (("actors", "check", "none.yaml"), "cannot read none.yaml: No such file or directory; give a YAML file"),
        (("actors", "add", "none.yaml"), "cannot read none.yaml: No such file or directory; give a YAML file"),
        (("outlets", "check", "none.yaml"), "cannot read none.yaml: No such file or directory; give a YAML file"),
    ],
)
def test_wrong_words_are_one_sentence_and_exit_code_2(
    tripoint: Run, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "thesis.txt").write_text("precious")
    (tmp_path / "odd.toml").write_text("colour = 'blue'\n")
    done = tripoint(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("actors", "find", "Zzyzzyx"), "nobody is known as Zzyzzyx"),
        (("gazetteer", "find", "Zzyzzyx"), "no place is called Zzyzzyx"),
    ],
)
def test_what_is_not_found_is_said_in_a_pipe_too(tripoint: Run, words: tuple[str, ...], sentence: str) -> None:
    done = tripoint(*words)
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr
