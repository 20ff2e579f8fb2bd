"""The ledger narrows by field on the server, portion by portion; what is found first is found before it is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.test_reading import walk
from tripoint.api.application import application
from tripoint.api.routes.subjects import claim_columns
from tripoint.api.served import Opened
from tripoint.api.warming import warm
from tripoint.store import subjects

C = "/api/cases/small.case"


def test_the_ledger_narrows_by_field_and_by_whether_it_is_explained(client: TestClient) -> None:
    every = walk(client, f"{C}/contradictions")
    assert every
    fields = client.get(f"{C}/contradictions", params={"limit": 1, "field": "nothing"}).json()
    assert fields["items"] == [] and sum(fields["fields"].values()) == len(every)
    for field in fields["fields"]:
        found, cursor = [], None
        while True:
            params = {"field": field, "limit": 1, **({} if cursor is None else {"cursor": cursor})}
            answer = client.get(f"{C}/contradictions", params=params).json()
            found += answer["items"]
            assert answer["total"] == sum(row["field"] == field for row in every)
            cursor = answer["next"]
            if cursor is None:
                break
        assert found == [row for row in every if row["field"] == field]
    told = client.get(f"{C}/contradictions", params={"explained": "true"}).json()["items"]
    assert told == [row for row in every if row["explained"] is not None]


def test_an_actors_sheet_counts_what_its_claims_tell(client: TestClient, case: Path) -> None:
    for row in walk(client, f"{C}/actors"):
        sheet = client.get(f"{C}/actors/{row['id']}").json()
        claims = walk(client, f"{C}/claims", actor=row["id"]) if not row["id"].startswith("name:") else []
        told = {card["claim_id"]: card["type"] for card in claims}
        if told and not row["as_speaker"]:
            assert {one["type"]: one["n"] for one in sheet["types"]} == {
                name: list(told.values()).count(name) for name in told.values()
            }
        rows = [one["row"] for one in sheet["events"]]
        assert rows == sorted(set(rows)) and len(rows) == sheet["events_total"]
        assert sum(one["n"] for one in sheet["types"]) == row["claims"]
        months = [one["month"] for one in sheet["activity"]]
        assert months == sorted(set(months)) and all(months)
    opened = Opened(case, (0, 0, 0))
    with opened.reading() as reader:
        assert subjects.course(reader, claim_columns(opened), "actor:nobody").events == []


def test_what_is_asked_first_is_found_when_the_server_starts(case: Path) -> None:
    app = application([case])
    served = app.state.cases["small.case"]
    opened = served.opened()
    warm(opened)

    def made(*_: Any) -> Any:
        pytest.fail("it was there already")

    for key in ("points encoded", ("control", None), "review", "spellings", "claim columns"):
        opened.once(key, made, made)


def test_warming_a_case_that_is_gone_is_no_error(tmp_path: Path) -> None:
    warm(Opened(tmp_path / "gone.case", (0, 0, 0)))
    with TestClient(application([tmp_path / "gone.case"]), base_url="http://127.0.0.1:8321") as client:
        assert client.get("/api/cases").json()["items"][0]["problem"]
