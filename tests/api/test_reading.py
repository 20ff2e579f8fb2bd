"""What can be asked of a case over HTTP."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import built
from tripoint.store.question import Question
from tripoint.store.reading import CaseReader
from tripoint.store.views import view

C = "/api/cases/small.case"

FILTERS = [
    {},
    {"place": "Rutbah"},
    {"actor": "iraqi army"},
    {"type": "capture"},
    {"speaker": "spokesman"},
    {"modality": "planned"},
    {"since": "2016-05-04"},
    {"until": "2016-05-03"},
    {"since": "2016-05", "until": "2016-05", "actor": "ISIS"},
    {"place": "al-Qaim"},
]


def walk(client: TestClient, address: str, **asked: Any) -> list[dict[str, Any]]:
    """Return all items of a list, one portion after the other."""
    items: list[dict[str, Any]] = []
    told = client.get(address, params=asked).json()
    while True:
        items += told["items"]
        if told["next"] is None:
            assert told["total"] == len(items)
            return items
        told = client.get(address, params={**asked, "cursor": told["next"]}).json()


@pytest.mark.parametrize("asked", FILTERS, ids=str)
@pytest.mark.parametrize("what", ["events", "claims", "places", "actors", "documents", "sources", "contradictions"])
def test_filters_answer_as_the_command_line_does(
    client: TestClient, case: Path, what: str, asked: dict[str, str]
) -> None:
    items = walk(client, f"{C}/{what}", limit=2, **asked)
    with CaseReader(case) as reader:
        rows = view(reader, what, Question(**asked))
    name = "name" if what in ("places", "actors") else "claim_id" if what == "claims" else "id"
    assert [item[name] for item in items] == [row["name" if name == "name" else "id"] for row in rows]


def test_points_are_the_events_in_their_order(client: TestClient) -> None:
    events = walk(client, f"{C}/events", limit=3)
    points = client.get(f"{C}/events/points").json()
    assert points["row"] == [event["row"] for event in events]
    assert [points["types"][number] for number in points["type"]] == [event["type"] for event in events]
    assert points["lat"] == [event["lat"] for event in events]
    some = client.get(f"{C}/events/points", params={"place": "Rutbah"}).json()
    assert 0 < len(some["row"]) < len(points["row"])
    assert {len(some[name]) for name in some if name not in ("types", "geometry")} == {len(some["row"])}


def test_every_slot_of_a_card_stands_in_its_context_or_document(client: TestClient) -> None:
    for card in walk(client, f"{C}/claims"):
        text = client.get(f"{C}/documents/{card['document_id']}").json()["text"]
        context = card["context"]
        assert text[context["start"] : context["end"]] == context["text"]
        for span in card["evidence"]:
            assert context["start"] <= span["start"] <= span["end"] <= context["end"]
            assert text[span["start"] : span["end"]] == span["text"]


def test_one_event_tells_origins_contradictions_and_cards(client: TestClient) -> None:
    contested = walk(client, f"{C}/events", contested=True)
    assert contested
    event = client.get(f"{C}/events/{contested[0]['id']}").json()
    assert {card["event_id"] for card in event["claims"]} == {event["event_id"]}
    known = {card["claim_id"] for card in event["claims"]}
    assert {name for origin in event["origins"] for name in origin["claims"]} == known
    for found in event["contradictions"]:
        told = client.get(f"{C}/contradictions/{found['id']}").json()
        assert [side["value"] for side in told["sides"]] == [side["value"] for side in found["sides"]]


def test_every_listed_thing_has_a_page_of_its_own(client: TestClient) -> None:
    for what in ("events", "claims", "documents", "places", "actors", "sources", "contradictions"):
        for item in walk(client, f"{C}/{what}"):
            name = item.get("claim_id") or item["id"]
            assert client.get(f"{C}/{what}/{name}").status_code == 200, name
    for item in walk(client, f"{C}/documents"):
        page = client.get(f"{C}/documents/{item['id']}").json()["page_id"]
        told = client.get(f"{C}/pages/{page}").json()
        for block in told["documents"][0]["blocks"]:
            size = block["end"] - block["start"]
            doc = client.get(f"{C}/documents/{told['documents'][0]['id']}").json()
            assert (
                told["text"][block["page_start"] : block["page_start"] + size]
                == (doc["text"][block["start"] : block["end"]])
            )


def test_what_the_browser_has_is_not_sent_again(client: TestClient) -> None:
    for address in ("/api/cases", C, f"{C}/events", f"{C}/events/points", f"{C}/control"):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"{C}/events?limit=1").headers["ETag"] != client.get(f"{C}/events").headers["ETag"]


def test_an_event_tells_the_claims_of_others_that_contradict_it(tmp_path: Path, serve: Any) -> None:
    pages = {
        "one.txt": "Rutbah holds\n\n6 May 2016 - ISIS held the town of Rutbah on Thursday.\n",
        "two.txt": "Army in Rutbah\n\n6 May 2016 - The Iraqi Army held the town of Rutbah on Thursday.\n",
    }
    client = serve(built(tmp_path, pages))
    (holder,) = walk(client, f"{C}/contradictions")
    told = client.get(f"{C}/events/{holder['event_id']}").json()
    named = {claim for side in told["contradictions"][0]["sides"] for claim in side["claims"]}
    own, elsewhere = ({card["claim_id"] for card in told[name]} for name in ("claims", "elsewhere"))
    assert named - own == elsewhere != set()
