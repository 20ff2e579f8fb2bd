"""The sample pages through the whole chain, in a folder of their own: one real build for all tests."""

from __future__ import annotations

import doctest
import json
import re
import shlex
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tripoint.cli.main import app
from tripoint.config import Settings
from tripoint.run.outcome import Outcome
from tripoint.run.pipeline import build
from tripoint.store.reading import CaseReader

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "samples" / "pages"
MANIFEST = ROOT / "samples" / "pages.csv"
BROKEN = {"17_capture-failed.html": "empty", "18_broadcast.html": "binary"}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    case = tmp_path_factory.mktemp("samples") / "samples.case"
    return case, build(case, [str(PAGES)], settings=Settings(), manifest=MANIFEST, workers=1)


@pytest.fixture
def reader(built: tuple[Path, Outcome]) -> Iterator[CaseReader]:
    with CaseReader(built[0]) as opened:
        yield opened


def _documents(reader: CaseReader) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for doc, copy_of, comments in reader.documents():
        found.setdefault(Path(doc.source).name[:2], []).append((doc, copy_of, comments))
    return found


def test_every_page_is_read_except_the_two_that_are_broken_on_purpose(reader: CaseReader) -> None:
    failures = {Path(row["source"]).name: row["reason"] for row in reader.rows("SELECT * FROM failures")}
    assert failures == BROKEN
    numbers = {path.name[:2] for path in PAGES.iterdir() if path.name not in BROKEN}
    assert _documents(reader).keys() == numbers


def test_comments_never_enter_a_document(reader: CaseReader) -> None:
    said_below = (
        "I kept the clippings",
        "5000 not 130",
        "only dogs",
        "I counted eleven boats",
        "capture Kherson by Friday",
        "saw them in the reeds",
        "the raccoon",
        "no losses haha",
    )
    for documents in _documents(reader).values():
        for doc, _, _ in documents:
            for words in said_below:
                assert words not in doc.text, f"{words!r} stands in {doc.source}"


def test_comments_are_kept_apart_and_their_authors_have_pseudonyms(reader: CaseReader) -> None:
    documents = _documents(reader)
    for number, least in (("03", 5), ("04", 3), ("11", 5)):
        comments = [comment for _, _, below in documents[number] for comment in below]
        assert len(comments) >= least, f"page {number}"
        for comment in comments:
            assert comment.author not in {"Reader34", "Old Gunner", "Galina from Oleshky", "Ferryman", "mapreader"}


def test_claims_come_from_articles_only(reader: CaseReader) -> None:
    for claim in reader.claims():
        doc = reader.document(claim.document_id)
        assert doc is not None
        for words in claim.evidence:
            assert doc.text[words.start : words.end] == words.text


def test_the_page_with_two_articles_gives_two_documents(reader: CaseReader) -> None:
    first, second = (doc for doc, _, _ in _documents(reader)["10"])
    assert "Shoigu" in first.text and "Snihurivka" not in first.text
    assert "Snihurivka" in second.text and "Milley" not in second.text


def test_the_syndicated_copy_is_recognised(reader: CaseReader) -> None:
    documents = _documents(reader)
    [(original, none, _)] = documents["08"]
    [(repeated, copy_of, _)] = documents["09"]
    assert copy_of == original.document_id and none is None
    assert repeated.outlet == "The Estuary Post"


def test_a_script_says_nothing(reader: CaseReader) -> None:
    for documents in _documents(reader).values():
        for doc, _, _ in documents:
            assert "captured the moon" not in doc.text
            assert "a hundred towns" not in doc.text


def test_page_furniture_is_not_in_the_article(reader: CaseReader) -> None:
    furniture = (
        "1,112 £",
        "Share on Facebook",
        "Fishing quota",
        "Most read",
        "newsletter",
    )
    for documents in _documents(reader).values():
        for doc, _, _ in documents:
            for words in furniture:
                assert words not in doc.text, f"{words!r} stands in {doc.source}"


def test_a_page_that_lies_about_its_encoding_is_read_as_it_was_written(reader: CaseReader) -> None:
    [(doc, _, _)] = _documents(reader)["16"]
    assert "Kherson’s joy" in doc.text
    assert "café owner" in doc.text
    assert "\ufffd" not in doc.text


def test_the_undated_page_stays_undated(reader: CaseReader) -> None:
    [(doc, _, _)] = _documents(reader)["15"]
    assert doc.published is None or doc.published.precision in {"bound", "unknown"}
    for claim in reader.claims_in(doc.document_id):
        if claim.time is not None and "Friday" in claim.time.text:
            assert claim.time.precision == "unresolved"


def test_dates_come_from_the_pages_and_the_manifest(reader: CaseReader) -> None:
    told = {
        "01": "2022-08-30",
        "02": "2022-10-05",
        "04": "2022-10-19",
        "05": "2022-10-21",
        "09": "2022-11-07",
        "12": "2022-11-11",
    }
    for number, day in told.items():
        [(doc, _, _)] = _documents(reader)[number]
        assert doc.published is not None, f"page {number}"
        assert doc.published.start == day, f"page {number}"


def test_the_offensive_that_one_official_denies_is_disputed(reader: CaseReader) -> None:
    [(doc, _, _)] = _documents(reader)["01"]
    sides = {
        side.value
        for event, _, against in reader.events()
        if doc.document_id in event.documents
        for found in against
        for side in found.sides
    }
    assert {"affirmed", "denied"} <= sides


def test_who_was_killed_at_the_crossing_is_contested(reader: CaseReader) -> None:
    crossing = {doc.document_id for number in ("06", "07") for doc, _, _ in _documents(reader)[number]}
    fields = set()
    for event, _, against in reader.events():
        if crossing & set(event.documents):
            fields |= {found.field for found in against}
    assert fields


def test_one_statement_in_two_outlets_is_one_origin(reader: CaseReader) -> None:
    documents = _documents(reader)
    both = {documents["06"][0][0].document_id, documents["07"][0][0].document_id}
    for event, behind, _ in reader.events():
        if both <= set(event.documents) and event.type in {"kill", "shelling", "attack"} and behind is not None:
            told_by = {claim.claim_id: claim.document_id for claim in reader.claims_of(*event.claims)}
            if any({told_by[claim_id] for claim_id in origin.claims} >= both for origin in behind.origins):
                return
    pytest.fail("no event joins the two reports of the strike on the crossing under one origin")


def test_the_sentence_that_how_it_works_follows_makes_the_claim_that_it_tells(reader: CaseReader) -> None:
    lines = (ROOT / "docs" / "how-it-works.md").read_text(encoding="utf-8").splitlines()
    followed = " ".join(line.removeprefix("> ") for line in lines if line.startswith("> "))
    [(doc, _, _)] = _documents(reader)["06"]
    assert followed in doc.text
    [claim] = [one for one in reader.claims_in(doc.document_id) if one.evidence[0].text == followed.rstrip(".")]
    assert (claim.type, [agent.name for agent in claim.agents]) == ("shelling", ["Ukraine"])
    assert [voice.name for voice in claim.speakers] == ["Kirill Stremousov"]
    assert {slot.place.name for slot in claim.places} >= {"Antonivsky Bridge", "Kherson crossing"}
    assert claim.time is not None and claim.time.start == "2022-10-20"


def test_the_later_number_of_the_same_outlet_is_not_an_open_contradiction(reader: CaseReader) -> None:
    documents = _documents(reader)
    both = {documents["13"][0][0].document_id, documents["14"][0][0].document_id}
    for event, _, against in reader.events():
        if both <= set(event.documents):
            for found in against:
                if found.field == "amount":
                    assert found.explained is not None


def test_a_second_build_of_unchanged_pages_does_no_stage_work(built: tuple[Path, Outcome]) -> None:
    again = build(built[0], [str(PAGES)], settings=Settings(), manifest=MANIFEST, workers=1)
    assert again.stages_run == 0
    assert not again.changed


def test_the_case_opens_in_plain_sqlite(built: tuple[Path, Outcome]) -> None:
    with sqlite3.connect(built[0] / "case.db") as db:
        records = [json.loads(row[0]) for row in db.execute("SELECT record FROM events LIMIT 5")]
    assert records


def _shown() -> list[str]:
    """Return every command of the docs that reads the sample case and leaves nothing for the reader to fill in."""
    found = set()
    for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if re.match(r" {4}tripoint (show|explain|export) samples\.case", line) and " ID" not in line:
                found.add(line.strip())
    return sorted(found)


@pytest.mark.parametrize("command", _shown())
def test_every_command_that_the_docs_show_works_on_the_sample_case(
    command: str, built: tuple[Path, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built[0].parent)
    ran = CliRunner().invoke(app, shlex.split(command)[1:])
    assert ran.exit_code == 0, ran.output
    assert ran.output or "-o" in command, f"{command} shows nothing"


def test_the_python_examples_of_the_guide_run(built: tuple[Path, Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built[0].parent)
    path = ROOT / "docs" / "guide" / "python.md"
    result = doctest.testfile(str(path), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert result.attempted > 0
    assert result.failed == 0
