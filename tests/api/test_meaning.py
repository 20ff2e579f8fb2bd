"""Search by meaning over HTTP, with the real model."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tripoint.api import recalling
from tripoint.api.routes import search
from tripoint.text import words

C = "/api/cases/small.case"


def asked(client: TestClient, query: str, **more: Any) -> Any:
    answer = client.get(f"{C}/search", params={"q": query, "mode": "meaning", **more})
    assert answer.status_code == 200, answer.text
    return answer.json()


def told(item: dict[str, Any]) -> str:
    return "".join(text for text, _ in item["marked"])


@pytest.mark.parametrize(
    "query, found",
    [
        ("reopening a highway", "it plans to open the road"),
        ("gunmen lost their lives", "twelve fighters were killed"),
        ("injured bystanders", "civilians were wounded in Mosul"),
    ],
)
def test_a_sentence_is_found_by_words_none_of_which_it_has(client: TestClient, query: str, found: str) -> None:
    assert client.get(f"{C}/search", params={"q": query}).json()["total"] == 0
    best = asked(client, query)["items"][0]
    assert not set(words(query)) & set(words(told(best)))
    assert found in told(best)


def test_the_words_of_the_claim_are_marked_in_their_sentence(client: TestClient) -> None:
    best = asked(client, "gunmen lost their lives")["items"][0]
    card = client.get(f"{C}/claims/{best['id']}").json()
    assert [text for text, hit in best["marked"] if hit] == [span["text"] for span in card["evidence"]]
    assert told(best) == card["context"]["text"]


def test_documents_are_found_by_their_best_stretch(client: TestClient) -> None:
    best = asked(client, "artillery fire on jihadists", kind="documents")["items"][0]
    assert best["title"] == "Shelling at al-Qa'im"
    assert len(asked(client, "artillery fire on jihadists", kind="documents")["items"]) <= 3


def test_portions_of_what_was_found_make_the_whole(client: TestClient) -> None:
    whole = asked(client, "fighters were killed")
    assert whole["total"] == len(whole["items"]) > 1
    scores = [item["score"] for item in whole["items"]]
    assert scores == sorted(scores, reverse=True)
    cursor, items = None, []
    while True:
        some = asked(client, "fighters were killed", limit=1, **({} if cursor is None else {"cursor": cursor}))
        items += some["items"]
        cursor = some["next"]
        if cursor is None:
            break
    assert items == whole["items"]


@pytest.mark.parametrize("query", ["", "   ", "\x00", "\ud7ff" * 900, "قُتل جنود", "-", "🙂"])
def test_no_query_is_an_error(client: TestClient, query: str) -> None:
    asked(client, query)


def test_serving_never_waits_for_vectors_and_tells_how_far_they_are(
    serve: Any, own_case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "PATIENCE", 0.0)
    client = serve(own_case)
    with recalling._ONE_AT_A_TIME:  # another case's vectors are being made
        first = client.get(f"{C}/search", params={"q": "artillery fire", "mode": "meaning"})
    assert first.json()["making"] is not None
    assert "ETag" not in first.headers, "an answer that is not whole is not kept"
    end = time.monotonic() + 30
    while (body := asked(client, "artillery fire"))["making"] is not None:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert body["total"] > 0


def test_vectors_that_cannot_be_kept_are_told_in_a_sentence(serve: Any, own_case: Path) -> None:
    shutil.rmtree(own_case / "meaning", ignore_errors=True)
    (own_case / "meaning").write_text("in the way")
    answer = serve(own_case).get(f"{C}/search", params={"q": "artillery fire", "mode": "meaning"})
    assert answer.status_code == 503
    assert "cannot keep vectors" in answer.json()["error"]["message"]


def test_vectors_that_go_away_are_made_again(serve: Any, own_case: Path) -> None:
    client = serve(own_case)
    before = asked(client, "artillery fire")["items"]
    shutil.rmtree(own_case / "meaning")
    answer = client.get(f"{C}/search", params={"q": "shells", "mode": "meaning"})
    assert (answer.status_code, answer.json()["error"]["hint"]) == (503, "ask again")
    assert asked(client, "artillery fire")["items"] == before


def test_a_build_of_the_same_words_makes_no_new_vectors(serve: Any, own_case: Path, case: Path) -> None:
    before = asked(serve(own_case), "artillery fire")
    kept = sorted((own_case / "meaning").rglob("*.digests"))
    sizes = [path.stat().st_size for path in kept]
    shutil.copy(case / "case.db", own_case / "case.db")  # another database, as a build leaves it
    assert asked(serve(own_case), "artillery fire")["items"] == before["items"]
    assert [path.stat().st_size for path in kept] == sizes
