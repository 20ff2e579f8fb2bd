"""One address at two times: both captures are kept, the change is shown, and together they are one voice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shell import Run

from tests.pages.make import warc
from tests.pages.serving import Answer, served

OLD = b"""<html><body><h1>Town falls</h1><p>On 4 May 2016 the Iraqi Army captured the town of Rutbah from ISIS.</p>
<p>Twelve soldiers were killed in the town, a doctor said.</p></body></html>"""
NEW = OLD.replace(b"Twelve", b"Nineteen").replace(b"</body>", b"<p>The road to Jordan is open again.</p></body>")


def _rows(tripoint: Run, case: Path, what: str) -> list[dict[str, Any]]:
    done = tripoint("show", case, what, "--json")
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def _exported(tripoint: Run, case: Path, form: str) -> list[dict[str, Any]]:
    done = tripoint("export", case, "--format", form)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def case(tripoint: Run, tmp_path: Path) -> Path:
    """A case of two saved pages that a manifest gives one address and two times."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "first.html").write_bytes(OLD)
    (tmp_path / "pages" / "second.html").write_bytes(NEW)
    (tmp_path / "told.csv").write_text(
        "path,url,captured_at\npages/first.html,https://a.example/1,2016-05-05T10:00:00Z\n"
        "pages/second.html,https://www.a.example/1/?utm_source=x,2016-05-07T10:00:00Z\n"
    )
    done = tripoint(
        *("build", tmp_path / "pages", "--manifest", tmp_path / "told.csv", "--case", tmp_path / "own.case"),
        *("--workers", "1"),
    )
    assert done.returncode == 0, done.stderr
    return tmp_path / "own.case"


def test_two_captures_of_an_address_are_shown_explained_and_exported_with_what_changed(
    tripoint: Run, case: Path
) -> None:
    first, second = _rows(tripoint, case, "revisions")
    assert [(row["number"], row["of"], row["captured_at"][:10]) for row in (first, second)] == [
        (1, 2, "2016-05-05"),
        (2, 2, "2016-05-07"),
    ]
    assert (second["previous"], second["added"], second["removed"]) == (first["id"], 2, 1)
    sheet = tripoint("explain", case, second["id"]).stdout
    assert "- Twelve soldiers were killed in the town, a doctor said." in sheet
    assert "+ Nineteen soldiers were killed in the town, a doctor said." in sheet
    assert "present at 2016-05-05T10:00:00Z, absent at 2016-05-07T10:00:00Z" in sheet
    told = {one["document_id"]: one for one in _exported(tripoint, case, "documents-jsonl")}
    change = told[second["id"]]["revision"]
    assert [told[second["id"]]["text"][s["start"] : s["end"]] for s in change["added"]][1] == (
        "The road to Jordan is open again."
    )
    assert [told[change["previous"]]["text"][s["start"] : s["end"]] for s in change["removed"]] == [
        "Twelve soldiers were killed in the town, a doctor said."
    ]


def test_two_revisions_of_one_page_are_one_origin_and_no_copy(tripoint: Run, case: Path) -> None:
    captures = [one for one in _exported(tripoint, case, "events-jsonl") if one["type"] == "capture"]
    assert [(len(one["documents"]), len(one["origins"])) for one in captures] == [(2, 1)]
    assert "one page at two times" in captures[0]["origins"][0]["why"]
    assert all(one["copy_of"] is None for one in _exported(tripoint, case, "documents-jsonl"))


def test_what_a_page_said_otherwise_later_is_no_contradiction_of_two_sources(tripoint: Run, case: Path) -> None:
    assert all(row["explained"] is not None for row in _rows(tripoint, case, "contradictions"))


def test_fetching_an_unchanged_page_again_adds_nothing_and_a_changed_one_is_a_revision(
    tripoint: Run, tmp_path: Path
) -> None:
    (tmp_path / "own.toml").write_text("allow_private = true\nhost_delay = 0\n")
    case = tmp_path / "own.case"
    answers = [Answer(body=OLD), Answer(body=OLD), Answer(body=NEW)]
    with served({"/a": answers}) as site:
        asked = ("build", site.url + "/a", "--case", case, "--settings", tmp_path / "own.toml", "--workers", "1")
        assert tripoint(*asked).returncode == 0
        before = {form: _exported(tripoint, case, form) for form in ("claims-jsonl", "events-jsonl")}
        again = tripoint(*asked)
        assert "(0 new)" in again.stdout or "nothing changed" in again.stdout
        assert "0 stages run" in again.stdout
        assert {form: _exported(tripoint, case, form) for form in before} == before
        (seen,) = _rows(tripoint, case, "revisions")
        assert (seen["number"], seen["of"]) == (1, 1)
        assert tripoint(*asked).returncode == 0
    first, second = _rows(tripoint, case, "revisions")
    assert (first["number"], second["number"], second["previous"]) == (1, 2, first["id"])
    assert len(_rows(tripoint, case, "documents")) == 2
    assert tripoint("verify", case).returncode == 0


def test_a_page_that_is_no_longer_there_stays_and_tells_since_when(tripoint: Run, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("allow_private = true\nhost_delay = 0\n")
    case = tmp_path / "own.case"
    with served({"/a": [Answer(body=OLD), Answer(status=404)]}) as site:
        asked = ("build", site.url + "/a", "--case", case, "--settings", tmp_path / "own.toml", "--workers", "1")
        assert tripoint(*asked).returncode == 0
        before = _exported(tripoint, case, "claims-jsonl")
        again = tripoint(*asked)
        assert again.returncode == 0, again.stderr
    (row,) = _rows(tripoint, case, "revisions")
    assert row["gone"] > row["captured_at"]
    assert f"absent at {row['gone']}" in tripoint("explain", case, row["id"]).stdout
    assert [one["reason"] for one in _rows(tripoint, case, "failures")] == ["gone"]
    assert _exported(tripoint, case, "claims-jsonl") == before
    assert tripoint("verify", case).returncode == 0


def test_a_web_archive_of_nothing_but_looks_adds_them_to_a_case_and_makes_none(tripoint: Run, tmp_path: Path) -> None:
    page = [("https://a.example/1", "text/html", OLD)]
    first = warc(tmp_path / "first.warc", page, at="2016-05-05T10:00:00Z")
    later = warc(
        tmp_path / "later.warc", page, status="410 Gone", at="2016-05-09T10:00:00Z",
        unchanged=[("https://a.example/1", "2016-05-07T10:00:00Z", "2016-05-05T10:00:00Z")],
    )  # fmt: skip
    none = tripoint("build", later, "--case", tmp_path / "none.case")
    assert none.returncode == 1 and "nothing could be read" in none.stderr
    case = tmp_path / "own.case"
    for archive in (first, later, later):
        assert tripoint("build", archive, "--case", case, "--workers", "1").returncode == 0
    (row,) = _rows(tripoint, case, "revisions")
    assert (row["seen_until"], row["gone"]) == ("2016-05-07T10:00:00Z", "2016-05-09T10:00:00Z")
