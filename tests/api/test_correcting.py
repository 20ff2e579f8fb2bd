"""Corrections over HTTP: told at once, counting after a build, taken back; a bad value is one sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tripoint.config import Settings
from tripoint.run.pipeline import rebuild

C = "/api/cases/small.case"


@pytest.fixture
def deciding(serve: Any, own_case: Path) -> TestClient:
    client: TestClient = serve(own_case)
    client.headers["X-Tripoint-Token"] = client.get("/api/session").json()["token"]
    return client


def correct(client: TestClient, name: str, field: str, value: str) -> Any:
    told = {"act": "correct", "ids": [name], "who": "Ada", "why": "read it", "field": field, "value": value}
    return client.post(f"{C}/decisions", json=told)


def states(client: TestClient, name: str) -> list[tuple[str, str, str, str]]:
    card = client.get(f"{C}/claims/{name}").json()
    return [(one["field"], one["machine"], one["value"], one["state"]) for one in card["corrections"]]


def test_a_correction_is_told_at_once_and_counts_from_the_next_build_on(deciding: TestClient, own_case: Path) -> None:
    claims = deciding.get(f"{C}/claims", params={"type": "shelling", "actor": "Syrian Army"}).json()["items"]
    name = claims[0]["claim_id"]
    made = correct(deciding, name, "agents", "Iraqi Army")
    assert made.status_code == 201
    assert (made.json()["field"], made.json()["value"]) == ("agents", "Iraqi Army")
    before = ("agents", "Syrian Arab Army", "Iraqi Army")
    assert states(deciding, name) == [(*before, "from the next build on")]
    rebuild(own_case, settings=Settings())
    assert states(deciding, name) == [(*before, "counts")]
    found = deciding.get(f"{C}/claims", params={"type": "shelling", "actor": "Iraqi Army"}).json()["items"]
    assert [card["claim_id"] for card in found] == [name]
    event = deciding.get(f"{C}/claims/{name}").json()["event_id"]
    told = deciding.get(f"{C}/report", params={"event": event, "format": "md"}).text
    assert "agents corrected by Ada from Syrian Arab Army to Iraqi Army" in told
    undo = {"act": "undo", "ids": [made.json()["id"]], "who": "Ada", "why": "no"}
    assert deciding.post(f"{C}/decisions", json=undo).status_code == 201
    assert states(deciding, name) == [(*before, "taken back")]


@pytest.mark.parametrize(
    "more",
    [
        {"field": "time", "value": "someday"},
        {"field": "no field", "value": "x"},
        {"field": "agents"},
        {"value": "x"},
        {"act": "accept", "field": "agents", "value": "x"},
        {"field": "agents", "value": "x" * 2001},
    ],
    ids=str,
)
def test_a_correction_that_cannot_be_made_is_told_in_a_sentence(deciding: TestClient, more: dict[str, str]) -> None:
    name = deciding.get(f"{C}/claims").json()["items"][0]["claim_id"]
    told = {"act": "correct", "ids": [name], "who": "Ada", "why": "x", **more}
    answer = deciding.post(f"{C}/decisions", json=told)
    assert answer.status_code in (400, 422)
    assert answer.json()["error"]["message"]
