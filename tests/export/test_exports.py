"""The exports are what design/CONTRACT.md promises: every key always there, in a stable order, no formula in a cell."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import a_case

from tripoint import registry
from tripoint.export.table import COLUMNS, guarded

DATE = {"start", "end", "precision", "evidence"}
TIME = {"start", "end", "precision", "partial", "text", "start_char", "end_char", "rule", "inferred"}
PARTY = {"name", "actor_id", "text", "start", "end"}
PLACE = {
    *("name", "place_id", "text", "start", "end", "role", "lat", "lon", "radius_km", "geometry", "country", "admin1"),
    "precision",
}
AMOUNT = {"what", "low", "high", "unit", "of", "wording", "start", "end"}
KEYS: dict[str, dict[str, set[str]]] = {
    "pages-jsonl": {
        "": {"page_id", "source", "sha256", "captured_at", "media_type", "blocks"},
        "blocks": {"role", "part", "start", "end"},
    },
    "documents-jsonl": {
        "": {
            *("document_id", "page_id", "source", "part", "outlet", "headline", "language", "published", "updated"),
            *("agency", "original_url", "copy_of", "text", "blocks", "comments"),
        },
        "published": DATE,
        "updated": DATE,
        "blocks": {"role", "start", "end"},
        "comments": {"author", "time", "text", "reply_to"},
    },
    "claims-jsonl": {
        "": {
            *("claim_id", "document_id", "source", "part", "kind", "type", "aspect", "modality", "polarity", "hedged"),
            *("agents", "targets", "recipients", "places", "time", "said", "amounts", "status", "speakers", "evidence"),
            *("score", "producer", "codes", "reasons", "decided"),
        },
        "agents": PARTY,
        "targets": PARTY,
        "recipients": PARTY,
        "places": PLACE,
        "time": TIME,
        "said": TIME,
        "amounts": AMOUNT,
        "speakers": {"name", "actor_id", "kind", "cue", "start", "end"},
        "evidence": {"start", "end", "text", "block"},
        "codes": {"plover", "cameo", "acled"},
    },
    "events-jsonl": {
        "": {
            *("event_id", "type", "label", "time", "place", "agents", "targets", "amounts", "claims", "documents"),
            *("origins", "contradictions", "credibility", "codes"),
        },
        "time": TIME,
        "place": PLACE,
        "agents": PARTY,
        "targets": PARTY,
        "amounts": AMOUNT,
        "origins": {"claims", "why"},
        "contradictions": {"field", "sides", "why"},
        "contradictions/sides": {"value", "claims"},
        "codes": {"plover", "cameo", "acled"},
    },
}


def _export(name: str, case: Any, **options: Any) -> str:
    out = io.StringIO()
    registry.part("exporter", name).load()(case, out, **{"comments": False, **options})
    return out.getvalue()


def _parts(shape: dict[str, Any], path: str) -> list[dict[str, Any]]:
    """The objects at `path` (a/b: in each of a, those at b), whether one or a list."""
    parts = [shape]
    for key in path.split("/") if path else ():
        found = [part[key] for part in parts]
        parts = [one for some in found for one in (some if isinstance(some, list) else [some]) if one is not None]
    return parts


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize("full", [True, False], ids=["all told", "nothing told"])
def test_every_key_of_the_contract_is_always_there(name: str, full: bool) -> None:
    lines = _export(name, a_case(full=full)).splitlines()
    assert lines
    for line in lines:
        shape = json.loads(line)
        for key, wanted in KEYS[name].items():
            for part in _parts(shape, key):
                assert wanted <= part.keys(), f"{key}: {wanted - part.keys()}"


@pytest.mark.parametrize("name", KEYS)
def test_keys_stand_in_the_same_order_whatever_is_told(name: str) -> None:
    orders = {tuple(json.loads(_export(name, a_case(full=full)).splitlines()[0])) for full in (True, False)}
    assert len(orders) == 1


def test_claims_of_comments_are_exported_apart() -> None:
    case = a_case(full=True)
    assert [json.loads(line)["comment_id"] for line in _export("claims-jsonl", case).splitlines()] == [None]
    apart = _export("claims-jsonl", case, comments=True).splitlines()
    assert [json.loads(line)["comment_id"] for line in apart] == ["com_1"]


def test_the_evidence_of_an_exported_claim_is_in_its_document() -> None:
    case = a_case(full=True)
    texts = {doc["document_id"]: doc["text"] for doc in map(json.loads, _export("documents-jsonl", case).splitlines())}
    for claim in map(json.loads, _export("claims-jsonl", case).splitlines()):
        for span in claim["evidence"]:
            assert texts[claim["document_id"]][span["start"] : span["end"]] == span["text"]


def test_a_spreadsheet_has_its_columns_and_one_row_per_claim() -> None:
    rows = list(csv.reader(io.StringIO(_export("csv", a_case(full=True)))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 2
    assert len(rows[1]) == len(COLUMNS)
    row = dict(zip(rows[0], rows[1], strict=True))
    assert row["agents"] == "'=HYPERLINK(evil)"
    assert row["longitude"] == "-40.5"


@given(st.text())
def test_no_text_in_a_cell_is_taken_for_a_formula(text: str) -> None:
    assert not guarded(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_exporters_stream() -> None:
    """One claim is written before the next is asked for."""
    one = a_case(full=True)
    out = io.StringIO()
    sizes: list[int] = []

    def claims() -> Iterator[Any]:
        for claim in one.claims():
            for _ in range(3):
                sizes.append(len(out.getvalue()))
                yield claim

    export: Callable[..., None] = registry.part("exporter", "claims-jsonl").load()
    export(SimpleNamespace(claims=claims, decided=dict), out, comments=False)
    assert sizes[0] == 0 < sizes[1] < sizes[2]


def test_what_a_person_rejected_is_marked_in_every_export_of_claims() -> None:
    told = io.StringIO()
    registry.part("exporter", "claims-jsonl").load()(a_case(full=True), told, comments=False)
    found = {line["claim_id"]: line["decided"] for line in map(json.loads, told.getvalue().splitlines())}
    assert found["clm_1"] == "rejected by Ann"
    assert set(found.values()) == {"rejected by Ann"} | ({None} if len(found) > 1 else set())
    table = io.StringIO()
    registry.part("exporter", "csv").load()(a_case(full=True), table, comments=False)
    rows = list(csv.DictReader(io.StringIO(table.getvalue())))
    assert {row["claim_id"]: row["decided"] for row in rows}["clm_1"] == "rejected by Ann"
