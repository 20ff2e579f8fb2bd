"""When a document was published is told with how it is known, wherever it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import Client, built

UNDATED = {
    "undated.txt": "Army takes the town\n\nThe Iraqi Army captured the town of Rutbah on 4 May 2016, officials said. "
    "The road had been closed for a year.\n"
}
C = "/api/cases/small.case"


@pytest.fixture(scope="module")
def undated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of one page without a date of its own, which tells of a day that was past."""
    return built(tmp_path_factory.mktemp("undated"), UNDATED)


@pytest.fixture
def client(serve: Client, undated: Path) -> TestClient:
    """That case, served."""
    return serve(undated)


def test_a_day_that_is_only_a_limit_is_never_given_as_the_day(client: TestClient) -> None:
    (document,) = client.get(f"{C}/documents").json()["items"]
    (claim, *_) = client.get(f"{C}/claims").json()["items"]
    (hit, *_) = client.get(f"{C}/search", params={"q": "captured"}).json()["items"]
    for row in (document, claim, hit):
        assert (row["published"], row["published_until"], row["known_by"]) == ("2016-05-04", None, "bound")


def test_a_report_says_not_before_where_only_that_is_known(client: TestClient) -> None:
    event = client.get(f"{C}/events").json()["items"][0]["id"]
    written = client.get(f"{C}/report", params={"event": event, "format": "md"}).text
    assert "not before 2016-05-04" in written.replace("\\", "")
