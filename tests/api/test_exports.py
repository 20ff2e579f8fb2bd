"""Exports and reports: whole, streamed, and harmless."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import built
from tripoint import registry
from tripoint.api.markdown import plain
from tripoint.store.reading import CaseReader

C = "/api/cases/small.case"


@pytest.mark.parametrize("name", [part.name for part in registry.BUILT_IN if part.kind == "exporter"])
def test_an_export_is_what_the_command_line_writes(client: TestClient, case: Path, name: str) -> None:
    written = io.StringIO()
    with CaseReader(case) as reader:
        registry.part("exporter", name).load()(reader, written, comments=False)
    answer = client.get(f"{C}/exports/{name}")
    assert answer.status_code == 200
    assert answer.content.decode("utf-8") == written.getvalue()
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("name", ["nothing", "os:system", "subprocess:run", "../csv"])
def test_only_formats_that_are_listed_are_exported(client: TestClient, name: str) -> None:
    assert client.get(f"{C}/exports/{name}").status_code == 404


def test_no_cell_of_a_table_is_a_formula(serve: Any, tmp_path: Path) -> None:
    text = "=HYPERLINK(1) news\n\n=cmd|' /C calc'!A0 forces captured Rutbah on 4 May 2016, +SUM(A1) officials said.\n"
    client = serve(built(tmp_path, {"one.txt": text}))
    rows = list(csv.reader(io.StringIO(client.get(f"{C}/exports/csv").text)))
    assert len(rows) > 1
    assert not [cell for row in rows for cell in row if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_report_leads_every_sentence_to_its_words(client: TestClient) -> None:
    events = client.get(f"{C}/events", params={"contested": True}).json()["items"]
    asked = {"event": [row["id"] for row in events]}
    told = client.get(f"{C}/report", params=asked).json()
    assert [event["id"] for event in told["events"]] == asked["event"]
    assert [note["number"] for note in told["footnotes"]] == list(range(1, len(told["footnotes"]) + 1))
    for note in told["footnotes"]:
        text = client.get(f"{C}/documents/{note['document_id']}").json()["text"]
        assert " … ".join(text[span["start"] : span["end"]] for span in note["spans"]) == note["text"]
    written = client.get(f"{C}/report", params={**asked, "format": "md"}).text
    for note in told["footnotes"]:
        assert written.count(f"[^{note['number']}]:") == 1
        assert note["sha256"] in written


def test_an_event_that_is_not_there_makes_no_report(client: TestClient) -> None:
    assert client.get(f"{C}/report", params={"event": "event_x"}).status_code == 404
    assert client.get(f"{C}/report").status_code == 422


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](http://x.example/p.png)", "www.x.example"]
)
def test_words_of_a_page_are_no_markup_in_a_report(text: str) -> None:
    told = plain(text)
    left = re.sub(r"\\[^\w\s]", "", told)  # without what is escaped
    assert not [mark for mark in "<[]():.!" if mark in left]
