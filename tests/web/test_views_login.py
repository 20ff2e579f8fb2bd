"""A server that asks for a password shows nothing before, and what was asked for afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.web.axe import axe
from tests.web.conftest import Served, serve


@pytest.fixture
def closed(served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """The sample case behind a password."""
    monkeypatch.setenv("TRIPOINT_PASSWORD", "a long enough password")
    yield from serve(Path(shutil.copytree(served.case, tmp_path / "closed.case")))


def test_a_closed_case_opens_with_the_password_where_it_was_asked_for(closed: Served, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{closed.url}/contradictions?state=open")
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    assert "Kherson" not in page.content()
    assert axe(page) == []
    page.get_by_label("Name").fill("admin")
    page.get_by_label("Password").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("name or password is wrong")
    page.get_by_label("Password").fill("a long enough password")
    page.keyboard.press("Enter")
    expect(page.locator(".dispute").first).to_be_visible()
    expect(page).to_have_url(f"{closed.url}/contradictions?state=open")

    page.get_by_role("navigation", name="Views").get_by_role("link", name="Review").click()
    expect(page.locator("#review-title")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_label("Who decides")).to_have_value("admin")
    page.get_by_label("Why").fill("both sides are quoted rightly")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="counts from the next build")).to_be_visible()

    page.get_by_role("button", name="Log out, admin").click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    page.close()
