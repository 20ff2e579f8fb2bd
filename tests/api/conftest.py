"""A small case behind the real app."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tripoint.api.application import application
from tripoint.config import Settings
from tripoint.run.pipeline import build

TEXTS = {
    "one.txt": "Army takes Rutbah\n\nRUTBAH, 4 May 2016 - On Tuesday the Iraqi Army captured the town of Rutbah from "
    "ISIS. According to local officials, twelve fighters were killed.\n\nThe army said it plans to open the road.\n",
    "two.txt": "Rutbah holds out\n\n5 May 2016 - On Tuesday ISIS denied that the Iraqi Army had captured Rutbah. At "
    "least 30 fighters were killed near Mosul, a spokesman said.\n\nIt =SUM(A1) was quiet on Wednesday.\n",
    "three.txt": "Shelling at al-Qa'im\n\n6 May 2016 - The Syrian Army shelled ISIS positions at Al Qaim on Thursday, "
    "a commander said. Two civilians were wounded in Mosul.\n",
}


def built(folder: Path, texts: Mapping[str, str] = TEXTS) -> Path:
    """Build a case of these pages in the folder and return its path."""
    pages = folder / "pages"
    pages.mkdir(exist_ok=True)
    for name, text in texts.items():
        (pages / name).write_text(text, encoding="utf-8")
    build(folder / "small.case", [str(pages)], settings=Settings())
    return folder / "small.case"


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that tests read and never change."""
    return built(tmp_path_factory.mktemp("case"))


@pytest.fixture
def own_case(case: Path, tmp_path: Path) -> Path:
    """A case that a test may change."""
    return Path(shutil.copytree(case, tmp_path / "small.case"))


Client = Callable[..., TestClient]


@pytest.fixture
def serve() -> Client:
    """Serve cases; a defect shows as an answer, as it would outside."""

    def make(*paths: Path) -> TestClient:
        return TestClient(application(paths), base_url="http://127.0.0.1:8321", raise_server_exceptions=False)

    return make


@pytest.fixture
def client(case: Path, serve: Client) -> TestClient:
    """The shared case, served."""
    return serve(case)
