"""What holds for every view: readable by machines that read aloud, narrow, dark, and alone on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.web.axe import axe
from tests.web.conftest import Served
from tests.web.standing import stands

VIEWS = (
    "overview",
    "events",
    "claims",
    "documents",
    "places",
    "actors",
    "sources",
    "contradictions",
    "review",
    "report",
    "search",
    "list of places",
    "list of actors",
    "list of sources",
    "list of documents",
    "help",
    "nothing",
)


def first(served: Served, of: str) -> str:
    """Return the id of the first of a list of the case."""
    with urlopen(f"{served.url}/api/cases/{served.name}/{of}?limit=1") as answer:
        item = json.load(answer)["items"][0]
        return quote(str(item.get("claim_id") or item.get("id") or item["name"]), safe="")


def path(served: Served, view: str) -> str:
    """Return the address of a view with something in it."""
    if view == "overview":
        return "/"
    if view == "nothing":
        return "/no/such/page"
    if view == "search":
        return "/search?q=Kherson"
    if view == "report":
        return f"/report?event={first(served, 'events')}"
    if view in ("contradictions", "review", "help"):
        return f"/{view}"
    if view.startswith("list of "):
        return "/" + view.removeprefix("list of ")
    return f"/{view}/{first(served, view)}"


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious_and_nothing_sticks_out(
    view: str, served: Served, open_page: Callable[..., Page]
) -> None:
    page = open_page(path(served, view))
    stands(page)
    assert axe(page) == []
    assert page.locator("h1").count() <= 1
    page.emulate_media(color_scheme="dark")
    assert [one for one in axe(page) if "color-contrast" in one] == []
    page.set_viewport_size({"width": 360, "height": 740})
    for _ in range(100):
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide <= 360:
            break
        page.wait_for_timeout(100)
    assert wide <= 360, f"{view} is {wide} pixels wide where 360 are there"


def test_a_theme_that_was_chosen_stays_chosen(page: Page) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Show in dark colours").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.reload()
    expect(page.get_by_role("button", name="Show in light colours")).to_be_visible()
    assert page.evaluate(paper) == dark


def test_the_keyboard_reaches_the_content_at_once(page: Page) -> None:
    expect(page.locator(".event-row").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_an_unknown_id_is_one_sentence_and_the_way_on(open_page: Callable[..., Page]) -> None:
    page = open_page("/events/event_unknown")
    expect(page.get_by_role("alert")).to_be_visible()
    assert "undefined" not in page.locator("#main").inner_text()
