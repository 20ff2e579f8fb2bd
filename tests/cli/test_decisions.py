"""Decisions on a real case: made, kept through builds, found again, listed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shell import Run, build, case_of

PAGES = {
    "one.txt": "Clashes by the river\n\nBAGHDAD, 4 May 2016 - On Tuesday the Iraqi Army shelled Rutbah. "
    "The governor met elders.\n",
    "two.txt": "More fire\n\nBAGHDAD, 20 May 2016 - On Thursday the Iraqi Army shelled Rutbah again, residents said.\n",
}


@pytest.fixture
def own(tripoint: Run, tmp_path: Path) -> Path:
    return case_of(tripoint, tmp_path, PAGES)


def shellings(tripoint: Run, folder: Path) -> list[dict[str, Any]]:
    shown = json.loads(tripoint("show", folder / "own.case", "events", "--json").stdout)
    return [row for row in shown if row["type"] == "shelling"]


def decided(tripoint: Run, folder: Path, *words: str) -> None:
    done = tripoint("decide", folder / "own.case", *words, "--who", "Ana", "--why", "read both pages")
    assert done.returncode == 0, done.stderr


def listed(tripoint: Run, folder: Path) -> list[dict[str, Any]]:
    return json.loads(tripoint("decide", folder / "own.case", "--list", "--json").stdout)  # type: ignore[no-any-return]


def test_a_merge_of_two_events_survives_builds_and_a_page_that_changed(tripoint: Run, own: Path) -> None:
    first, second = shellings(tripoint, own)
    decided(tripoint, own, "merge", first["id"], second["id"])
    build(tripoint, own)
    assert [row["claims"] for row in shellings(tripoint, own)] == [2]
    assert [row["standing"] for row in listed(tripoint, own)] == ["holds"]
    (own / "pages" / "two.txt").write_text("Updated.\n\n" + PAGES["two.txt"])
    build(tripoint, own)
    assert [row["claims"] for row in shellings(tripoint, own)] == [2]
    assert [row["standing"] for row in listed(tripoint, own)] == ["1 found again by their words"]
    (own / "pages" / "two.txt").write_text("Quiet\n\nBAGHDAD, 20 May 2016 - It was quiet in Mosul on Thursday.\n")
    build(tripoint, own)
    assert [row["standing"] for row in listed(tripoint, own)] == ["orphaned: its words are no longer in the case"]
    sheet = tripoint(
        "decide", own / "own.case", "undo", listed(tripoint, own)[0]["id"], "--who", "Ana", "--why", "gone"
    )
    assert sheet.returncode == 0, sheet.stderr
    assert [row["standing"] for row in listed(tripoint, own)] == ["taken back"]


def test_a_claim_split_from_its_event_stands_alone_in_the_next_build(tripoint: Run, own: Path) -> None:
    first, second = shellings(tripoint, own)
    decided(tripoint, own, "merge", first["id"], second["id"])
    build(tripoint, own)
    whole = shellings(tripoint, own)[0]["id"]
    claims = json.loads(tripoint("show", own / "own.case", "claims", "--type", "shelling", "--json").stdout)
    decided(tripoint, own, "split", whole, claims[0]["id"])
    build(tripoint, own)
    assert [row["claims"] for row in shellings(tripoint, own)] == [1, 1]


def test_what_was_accepted_is_shown_and_explained_at_once(tripoint: Run, own: Path) -> None:
    event = shellings(tripoint, own)[0]["id"]
    decided(tripoint, own, "accept", event)
    shown = [row["decided"] for row in shellings(tripoint, own)]
    assert shown == ["accepted by Ana", None]
    assert "accept by Ana" in tripoint("explain", own / "own.case", event).stdout


def test_a_decision_on_one_thing_twice_or_on_a_place_is_refused(tripoint: Run, own: Path) -> None:
    event = shellings(tripoint, own)[0]["id"]
    for words, wanted in (
        (("merge", event, event), "merge takes 2 or more ids, 1 given"),
        (("guess", event), "there is no decision guess"),
        (("accept",), "accept takes 1 id, 0 given"),
    ):
        done = tripoint("decide", own / "own.case", *words, "--who", "Ana", "--why", "so")
        assert (done.returncode, wanted in done.stderr) == (2, True), done.stderr
