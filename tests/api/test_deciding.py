"""Decisions, builds and what follows them."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

C = "/api/cases/small.case"


@pytest.fixture
def deciding(serve: Any, own_case: Path) -> TestClient:
    """A case of one's own, with the token."""
    client: TestClient = serve(own_case)
    client.headers["X-Tripoint-Token"] = client.get("/api/session").json()["token"]
    return client


def decide(client: TestClient, act: str, *ids: str) -> Any:
    answer = client.post(f"{C}/decisions", json={"act": act, "ids": ids, "who": "Ada", "why": "read it"})
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_a_decision_shows_at_once_and_can_be_taken_back(deciding: TestClient) -> None:
    events = deciding.get(f"{C}/events").json()["items"]
    first = events[0]["id"]
    made = decide(deciding, "reject", first)
    rejected = deciding.get(f"{C}/events", params={"decided": "rejected"}).json()
    assert [row["id"] for row in rejected["items"]] == [first]
    assert deciding.get(f"{C}/events", params={"decided": "none"}).json()["total"] == len(events) - 1
    told = deciding.get(f"{C}/events/{first}").json()
    assert told["decided"] == "rejected"
    assert {card["decided"] for card in told["claims"]} == {"rejected"}
    assert [(one["act"], one["who"], one["why"]) for one in told["decisions"]] == [("reject", "Ada", "read it")]
    decide(deciding, "undo", made["id"])
    assert deciding.get(f"{C}/events", params={"decided": "rejected"}).json()["total"] == 0
    assert [one["holds"] for one in deciding.get(f"{C}/decisions").json()["items"]] == [False]


def test_what_was_decided_leaves_the_queue(deciding: TestClient) -> None:
    queue = deciding.get(f"{C}/review").json()["items"]
    assert [item["value"] for item in queue] == sorted((item["value"] for item in queue), reverse=True)
    first = next(item for item in queue if item["kind"] == "contradiction")
    decide(deciding, "accept", first["event_id"])
    left = deciding.get(f"{C}/review", params={"kind": "contradiction"}).json()["items"]
    assert first["id"] not in {item["id"] for item in left}


@pytest.mark.parametrize(
    "told",
    [
        {"act": "bless", "ids": ["x"], "who": "a", "why": "b"},
        {"act": "accept", "ids": ["no such id"], "who": "a", "why": "b"},
        {"act": "merge", "ids": ["x"], "who": "a", "why": "b"},
        {"act": "accept", "ids": [], "who": "a", "why": "b"},
        {"act": "accept", "ids": ["x"], "who": "a", "why": ""},
        {"act": "accept", "ids": ["x"], "why": "b"},
        {"act": "accept", "ids": "x", "who": "a", "why": "b"},
        {"act": "undo", "ids": ["dec_nothing"], "who": "a", "why": "b"},
        ["act"],
    ],
    ids=str,
)
def test_what_cannot_be_decided_is_told_in_a_sentence(deciding: TestClient, told: Any) -> None:
    answer = deciding.post(f"{C}/decisions", json=told)
    assert answer.status_code in (400, 422)
    assert answer.json()["error"]["message"]


def followed(client: TestClient, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while client.get(C, headers={"If-None-Match": "other"}).json()["building"] is not None:
        assert time.monotonic() < end, "the build did not end"
        time.sleep(0.2)


def test_a_build_makes_decisions_count_and_is_followed(deciding: TestClient) -> None:
    event = deciding.get(f"{C}/events").json()["items"][0]["id"]
    decide(deciding, "reject", event)
    before = deciding.get(C).json()["version"]
    started = deciding.post(f"{C}/rebuild")
    assert started.status_code == 202
    again = deciding.post(f"{C}/rebuild")
    assert (again.status_code, again.json()["error"]["code"]) == (409, "building")
    followed(deciding)
    after = deciding.get(C).json()
    assert after["version"] != before
    assert deciding.get(f"{C}/events/{event}").status_code == 404 or after["counts"]["events"] > 0
    assert [one["act"] for one in deciding.get(f"{C}/decisions").json()["items"]] == ["reject"]


def test_the_stream_tells_of_a_case_that_changed(deciding: TestClient, own_case: Path) -> None:
    import asyncio

    from tripoint.api.routes.building import _follow
    from tripoint.api.served import ServedCase

    served = ServedCase("small.case", own_case)

    async def first_news() -> str:
        stream = _follow(served)
        assert await anext(stream) == "retry: 3000\n\n"
        waiting = asyncio.ensure_future(anext(stream))
        await asyncio.sleep(0.8)
        decide(deciding, "accept", deciding.get(f"{C}/events").json()["items"][0]["id"])
        return await asyncio.wait_for(waiting, 10)

    assert asyncio.run(first_news()) == f"event: decided\ndata: {json.dumps({})}\n\n"


def test_a_case_that_is_gone_or_foreign_gets_one_clear_answer(deciding: TestClient, own_case: Path) -> None:
    assert deciding.get(f"{C}/events").status_code == 200
    aside = own_case.with_name("aside.case")
    own_case.rename(aside)
    answer = deciding.get(f"{C}/events")
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "case_unavailable")
    assert "is gone" in deciding.get("/api/cases").json()["items"][0]["problem"]
    shutil.copytree(aside, own_case)
    assert deciding.get(f"{C}/events").status_code == 200
    (own_case / "case.json").write_text('{"tripoint_case": 99}', encoding="utf-8")
    (own_case / "case.db").touch()
    told = deciding.get(f"{C}/events").json()["error"]
    assert "version 99" in told["message"] and "build it again" in told["message"]


def test_two_servers_on_one_case_see_each_others_decisions(serve: Any, own_case: Path) -> None:
    one, other = serve(own_case), serve(own_case)
    one.headers["X-Tripoint-Token"] = one.get("/api/session").json()["token"]
    event = one.get(f"{C}/events").json()["items"][0]["id"]
    assert other.get(f"{C}/decisions").json()["total"] == 0
    decide(one, "accept", event)
    assert other.get(f"{C}/events/{event}").json()["decided"] == "accepted"
