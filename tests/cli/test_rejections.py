"""What a person rejects, in a real case: it stays, is marked, and stands behind nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shell import Run, build, case_of

PAGES = {
    "one.txt": "Town falls\n\nMOSUL, 6 May 2016 - The Iraqi Army captured Rutbah from ISIS on 4 May 2016.\n",
    "two.txt": "Army says no\n\nERBIL, 7 May 2016 - On Friday a spokesman denied that the Iraqi Army had captured"
    " Rutbah on 4 May 2016.\n",
}


@pytest.fixture
def own(tripoint: Run, tmp_path: Path) -> Path:
    return case_of(tripoint, tmp_path, PAGES)


def shown(tripoint: Run, folder: Path, *words: str) -> list[dict[str, Any]]:
    done = tripoint("show", folder / "own.case", *words, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def decided(tripoint: Run, folder: Path, act: str, name: str) -> None:
    done = tripoint("decide", folder / "own.case", act, name, "--by", "Ana", "--why", "read the page")
    assert done.returncode == 0, done.stderr


def capture(tripoint: Run, folder: Path, polarity: str) -> dict[str, Any]:
    return next(row for row in shown(tripoint, folder, "claims", "--type", "capture") if row["polarity"] == polarity)


def test_a_rejected_claim_stands_on_no_side_and_behind_no_span_until_it_is_accepted(tripoint: Run, own: Path) -> None:
    before = shown(tripoint, own, "events", "--type", "capture")
    assert [(row["origins"], row["contradictions"]) for row in before] == [(2, 1)]
    assert {row["holder"] for row in shown(tripoint, own, "control")} == {"Iraqi Army", "Islamic State"}
    told = capture(tripoint, own, "affirmed")
    decided(tripoint, own, "reject", told["id"])
    build(tripoint, own)
    after = shown(tripoint, own, "events", "--type", "capture")
    assert [(row["id"], row["claims"]) for row in after] == [(before[0]["id"], 2)]
    assert [(row["origins"], row["contradictions"]) for row in after] == [(1, 0)]
    assert after[0]["label"].startswith("Denied: ")
    assert shown(tripoint, own, "control") == []
    assert shown(tripoint, own, "contradictions") == []
    assert capture(tripoint, own, "affirmed")["decided"] == "rejected by Ana"
    sheet = tripoint("explain", own / "own.case", before[0]["id"]).stdout
    assert "1 claim was rejected by a person" in sheet
    assert "rejected by Ana" in sheet
    decided(tripoint, own, "accept", told["id"])
    build(tripoint, own)
    again = shown(tripoint, own, "events", "--type", "capture")
    assert [(row["origins"], row["contradictions"]) for row in again] == [(2, 1)]
    assert capture(tripoint, own, "affirmed")["decided"] == "accepted by Ana"


def test_a_rejected_event_tells_nothing_and_says_so(tripoint: Run, own: Path) -> None:
    event = shown(tripoint, own, "events", "--type", "capture")[0]
    decided(tripoint, own, "reject", event["id"])
    build(tripoint, own)
    row = shown(tripoint, own, "events", "--type", "capture")[0]
    assert (row["id"], row["origins"], row["credibility"]) == (event["id"], 0, 6)
    assert row["label"].startswith("Rejected: ")
    assert capture(tripoint, own, "denied")["decided"] == "rejected by Ana, with its event"


def test_sources_are_shown_with_what_they_told_and_who_tells_against_them(tripoint: Run, tmp_path: Path) -> None:
    table = tmp_path / "rows.csv"
    rows = (
        ("The Iraqi Army captured Rutbah from ISIS terrorists on 4 May 2016.", "Northline"),
        ("The Iraqi Army did not capture Rutbah from ISIS on 4 May 2016.", "Quayside"),
    )
    table.write_text("text,outlet,published\n" + "".join(f"{text},{outlet},2016-05-06\n" for text, outlet in rows))
    done = tripoint("build", table, "--case", tmp_path / "own.case", "--workers", "1")
    assert done.returncode == 0, done.stderr
    found = {row["name"]: row for row in shown(tripoint, tmp_path, "sources")}
    assert {"Northline", "Quayside"} <= set(found)
    assert found["Quayside"]["contradicted_by"] == "Northline (1)"
    assert found["Northline"]["joined"] == 1
    sheet = tripoint("explain", tmp_path / "own.case", found["Northline"]["id"])
    assert "contradicted by: Quayside (1)" in sheet.stdout, sheet.stderr
    assert list({row["name"] for row in shown(tripoint, tmp_path, "sources", "--place", "Mosul")}) == []
    assert {row["outlet"] for row in shown(tripoint, tmp_path, "documents")} == {"Northline", "Quayside"}
