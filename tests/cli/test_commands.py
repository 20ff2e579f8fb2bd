"""Every command answers, in a pipe and on a terminal, and never obeys a page."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shell import Run, command

from tripoint.cli.main import app
from tripoint.cli.show import THINGS
from tripoint.cli.terminal import safe
from tripoint.store.views import VIEWS

COMMANDS = [entry.name for entry in app.registered_commands]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(tripoint: Run, name: str) -> None:
    done = tripoint(name, "--help")
    assert done.returncode == 0
    assert "Usage" in done.stdout


def test_nothing_heavy_is_loaded_to_print_the_help() -> None:
    script = (
        "import sys, tripoint.cli.main;"
        "print([name for name in ('spacy', 'pyarrow', 'pydantic', 'numpy', 'sqlite3') if name in sys.modules])"
    )
    done = subprocess.run([command()[0], "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_version_is_told(tripoint: Run) -> None:
    assert tripoint("--version").stdout.startswith("tripoint ")


def test_the_things_to_show_are_those_that_have_a_view() -> None:
    assert tuple(VIEWS) == THINGS


@pytest.mark.parametrize("what", THINGS)
def test_everything_can_be_shown_as_lines_and_as_json(tripoint: Run, case: Path, what: str) -> None:
    lines = tripoint("show", case, what).stdout.splitlines()
    rows = json.loads(tripoint("show", case, what, "--json").stdout)
    assert len(rows) == max(0, len(lines) - 1)
    assert all(line.count("\t") == lines[0].count("\t") for line in lines)
    if rows:
        assert lines[0].split("\t") == list(rows[0])


def test_filters_narrow_what_is_shown(tripoint: Run, case: Path) -> None:
    everything = json.loads(tripoint("show", case, "claims", "--json").stdout)
    assert everything
    for option, value in (("--actor", "IRAQI army"), ("--place", "al-Rutba"), ("--type", "capture")):
        some = json.loads(tripoint("show", case, "claims", option, value, "--json").stdout)
        assert 0 < len(some) <= len(everything), option
    assert json.loads(tripoint("show", case, "claims", "--since", "2031", "--json").stdout) == []
    assert len(json.loads(tripoint("show", case, "claims", "--limit", "1", "--json").stdout)) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("events", "--type", "captur"), "did you mean capture"),
        (("evnts",), "did you mean events"),
        (("claims", "--modality", "maybe"), "known: happened"),
        (("claims", "--since", "June"), "expected a date"),
    ],
)
def test_a_wrong_filter_is_an_error_that_says_what_was_expected(
    tripoint: Run, case: Path, words: tuple[str, ...], sentence: str
) -> None:
    done = tripoint("show", case, *words)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("what", ["events", "claims", "documents", "sources", "places", "contradictions"])
def test_everything_with_an_id_can_be_explained(tripoint: Run, case: Path, what: str) -> None:
    rows = [row for row in json.loads(tripoint("show", case, what, "--json").stdout) if row["id"]]
    for row in rows[:3]:
        done = tripoint("explain", case, row["id"])
        assert done.returncode == 0, done.stderr
        assert row["id"] in done.stdout


def test_a_claim_is_explained_with_the_words_of_its_slots_in_brackets(tripoint: Run, case: Path) -> None:
    row = json.loads(tripoint("show", case, "claims", "--type", "capture", "--json").stdout)[0]
    told = tripoint("explain", case, row["id"][:12]).stdout
    assert "[act: " in told
    assert "[agent: " in told
    assert "said by: " in told
    assert "why: " in told


def test_an_unknown_id_is_an_error_of_one_sentence(tripoint: Run, case: Path) -> None:
    done = tripoint("explain", case, "clm_nothing")
    assert done.returncode == 2
    assert "nothing in this case" in done.stderr


def test_on_a_terminal_there_is_colour_and_no_tab(case: Path) -> None:
    main, side = pty.openpty()
    seen = b""
    with subprocess.Popen(
        command("show", str(case), "claims"), stdout=side, env={**os.environ, "TERM": "xterm-256color"}
    ) as shown:
        os.close(side)
        while piece := _read(main):
            seen += piece
    os.close(main)
    assert shown.returncode == 0
    assert b"\x1b[" in seen
    assert b"\t" not in seen


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other side is closed
        return b""


def test_a_reader_that_stops_early_is_no_error(case: Path) -> None:
    line = " ".join(f"'{word}'" for word in command("export", str(case), "--format", "documents-jsonl"))
    done = subprocess.run(f"{line} | head -c 10", shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_a_hyphen_in_place_of_a_file_is_standard_output(tripoint: Run, tmp_path: Path, case: Path) -> None:
    told = tripoint("export", case, "--format", "events-jsonl").stdout
    assert told
    done = tripoint("export", case, "--format", "events-jsonl", "-o", "-", cwd=tmp_path)
    assert done.stdout == told
    assert not list(tmp_path.iterdir())


def test_parts_are_listed(tripoint: Run) -> None:
    told = tripoint("parts").stdout
    assert "claims.rules.v1" in told
    assert "claims-jsonl" in told


def test_a_decision_is_kept_when_the_case_is_built_again(tripoint: Run, tmp_path: Path, case: Path) -> None:
    pages = case.parent / "pages"
    own = tmp_path / "own.case"
    tripoint("build", pages, "--case", own, "--workers", "1")
    event = json.loads(tripoint("show", own, "events", "--json").stdout)[0]["id"]
    done = tripoint("decide", own, "accept", event, "--who", "Ana", "--why", "read both pages")
    assert done.returncode == 0, done.stderr
    assert tripoint("build", pages, "--case", own, "--workers", "1").returncode == 0
    assert (own / "decisions.db").exists()
    wrong = tripoint("decide", own, "merge", event, "--who", "Ana", "--why", "same")
    assert wrong.returncode == 2
    assert "takes 2 or more ids" in wrong.stderr


def test_a_case_is_verified_and_a_touched_one_ends_with_1(tripoint: Run, tmp_path: Path, case: Path) -> None:
    own = tmp_path / "own.case"
    shutil.copytree(case, own)
    done = tripoint("verify", own)
    assert done.returncode == 0, done.stderr
    assert "is whole" in done.stdout
    next(own.glob("records/claims/*/claims.parquet")).write_bytes(b"other")
    done = tripoint("verify", own)
    assert done.returncode == 1
    assert "claims.parquet was altered" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_case_that_lost_a_part_says_so_and_what_to_do(tripoint: Run, tmp_path: Path, case: Path) -> None:
    own = tmp_path / "own.case"
    shutil.copytree(case, own)
    (own / "case.db").rename(tmp_path / "case.db")
    done = tripoint("verify", own)
    assert done.returncode == 1
    assert f"case.db is missing; build the case again: tripoint build --case {own}" in done.stderr
    (tmp_path / "case.db").rename(own / "case.db")
    shutil.rmtree(own / "pages")
    kept = (own / "case.db").read_bytes()
    for words, code in ((("verify", own), 1), (("build", "--case", own, "--workers", "1"), 2)):
        done = tripoint(*words)
        assert done.returncode == code
        assert "made of 2 pages that pages/manifest.jsonl does not tell of" in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert (own / "case.db").read_bytes() == kept


def test_columns_are_mapped_and_the_time_of_each_step_is_told(tripoint: Run, tmp_path: Path) -> None:
    table = tmp_path / "rows.csv"
    table.write_text("words,where\nThe army captured Palmyra on 2 March 2017.,Northline\n")
    words = ("build", table, "--case", tmp_path / "rows.case", "--workers", "1", "--profile")
    done = tripoint(*words, "--map", "text=words", "--map", "outlet=where")
    assert done.returncode == 0, done.stderr
    assert "parse\t" in done.stdout
    assert "processor seconds" in done.stdout
    documents = json.loads(tripoint("show", tmp_path / "rows.case", "documents", "--json").stdout)
    assert [row["outlet"] for row in documents] == ["Northline"]
    wrong = tripoint(*words, "--map", "words")
    assert wrong.returncode == 2
    assert "FACT=COLUMN" in wrong.stderr


def test_an_unknown_evaluation_is_an_error(tripoint: Run, tmp_path: Path) -> None:
    done = tripoint("eval", "astrology", "--data", tmp_path)
    assert done.returncode == 2
    assert "no evaluation astrology" in done.stderr


@given(st.text())
def test_no_text_of_a_page_reaches_a_terminal_as_a_command(text: str) -> None:
    shown = safe(f"\x1b]0;title\x07{text}\x1b[31mred\u202e")
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 or char in "\u202e\u2066" for char in shown)


def test_search_finds_by_words_and_by_meaning(tripoint: Run, case: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(case, tmp_path / "own.case"))
    by_words = json.loads(tripoint("search", own, "captured", "--json").stdout)
    assert by_words and all("captured" in row["found"] for row in by_words)
    done = tripoint("search", own, "gunmen", "lost", "their", "lives", "--mode", "meaning", "--json")
    assert "twelve fighters were killed" in json.loads(done.stdout)[0]["found"]
    assert "texts)" in done.stderr, "what takes long tells how far it is"
    again = tripoint("search", own, "gunmen lost their lives", "--mode", "meaning", "--json")
    assert (again.stdout, again.stderr) == (done.stdout, "")


def test_words_that_are_no_text_are_no_traceback(tripoint: Run, case: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(case, tmp_path / "own.case"))
    for mode in ("words", "meaning"):
        assert tripoint("search", own, "a\udcff", "--mode", mode).returncode == 0
    done = tripoint("decide", own, "accept", "clm_", "--by", "Ada", "--why", "a\udcff")
    assert done.returncode == 2
    assert "is no text" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [("--mode", "sense"), ("--in", "events")])
def test_a_search_that_is_not_there_is_told_in_a_sentence(tripoint: Run, case: Path, words: tuple[str, str]) -> None:
    done = tripoint("search", case, "captured", *words)
    assert done.returncode == 2
    assert "expected" in done.stderr and "Traceback" not in done.stderr
