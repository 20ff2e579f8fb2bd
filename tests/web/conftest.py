"""A served case and a real browser in front of it."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.web.answers import free_port
from tests.web.chromium import FLAGS, MISSING, find

ROOT = Path(__file__).resolve().parent.parent.parent
APP = ROOT / "src" / "tripoint" / "api" / "app" / "index.html"
PATIENCE_S = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A case that a `tripoint serve` of its own shows at `url`."""

    url: str
    case: Path

    @property
    def name(self) -> str:
        """The case's name in addresses of the API."""
        return self.case.name


@dataclass(slots=True, kw_only=True)
class Watched:
    """What a page did besides showing itself."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Write down all requests, uncaught errors and dialogs of a page."""
        page.context.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "console", lambda line: self.errors.append(line.text) if "Content Security Policy" in line.text else None
        )

        def dismissed(dialog: object) -> None:
            self.dialogs.append(str(dialog))
            dialog.dismiss()  # type: ignore[attr-defined]

        page.on("dialog", dismissed)

    def foreign(self, url: str) -> list[str]:
        """Return the requests that went elsewhere than to the server at `url`."""
        own = (url, "data:", "blob:" + url)
        return [one for one in self.requests if not one.startswith(own)]


def build(case: Path, *sources: str) -> Path:
    """Build a case of pages with the command."""
    words = [sys.executable, "-m", "tripoint", "build", *sources, "--case", str(case)]
    subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return case


def serve(case: Path) -> Iterator[Served]:
    """Serve a case as long as it is needed."""
    port = free_port()
    words = [sys.executable, "-m", "tripoint", "serve", str(case), "--port", str(port), "--no-open"]
    server = subprocess.Popen(words)
    url = f"http://127.0.0.1:{port}"
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            with urlopen(f"{url}/api/session", timeout=5):
                break
        except OSError:  # refused, reset or too slow: it is not up yet
            assert server.poll() is None, "the server ended before it answered"
            assert time.monotonic() < until, "the server does not come up"
            time.sleep(0.1)
    try:
        yield Served(url=url, case=case)
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample case, served."""
    if not APP.exists():
        pytest.fail("the front end is not built: make web")
    own = tmp_path_factory.mktemp("served") / "samples.case"
    yield from serve(Path(shutil.copytree(sample(tmp_path_factory.getbasetemp()), own)))


def sample(folder: Path) -> Path:
    """Return the sample case, built once for all processes that the tests run in."""
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    case, done = shared / "built" / "samples.case", shared / "built" / "done"
    done.parent.mkdir(exist_ok=True)
    with (shared / "built" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            build(case, "samples/pages", "--manifest", "samples/pages.csv")
            done.touch()
    return case


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    path = find()
    if path is None:
        pytest.fail(MISSING)
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """Open pages of the served case; afterwards none of them may have asked elsewhere, broken or opened a dialog."""
    watched = Watched()
    contexts = []

    def opened(
        path: str = "/", *, width: int = 1280, height: int = 800, scheme: str = "light", motion: str = "reduce"
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion=motion,  # type: ignore[arg-type]
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        watched.watch(page)
        page.goto(served.url + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert watched.foreign(served.url) == []
    assert watched.errors == []
    assert watched.dialogs == []


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """The overview of the sample case in a window of 1280 by 800."""
    return open_page("/")
