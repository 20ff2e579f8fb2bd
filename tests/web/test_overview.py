"""The overview: map, time, list and filters say the same, and the address says all of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

from playwright.sync_api import Page, expect

from tests.web.conftest import Served


def count(page: Page) -> int:
    """Return how many events the list says it holds."""
    expect(page.locator(".overview-count")).to_be_visible()
    return int(re.sub(r"\D", "", page.locator(".overview-count b").inner_text()))


def asked(page: Page) -> dict[str, list[str]]:
    """Return the query of the address."""
    return parse_qs(urlsplit(page.url).query)


def points(served: Served, query: str = "") -> dict[str, list[object]]:
    with urlopen(f"{served.url}/api/cases/{served.name}/events/points{query}") as answer:
        told: dict[str, list[object]] = json.load(answer)
        return told


def test_all_events_are_listed_and_those_that_map_and_timeline_cannot_show_are_counted(
    page: Page, served: Served
) -> None:
    told = points(served)
    assert count(page) == len(told["row"])
    unlocated = sum(lat is None for lat in told["lat"])
    undated = sum(a is None and b is None for a, b in zip(told["since"], told["until"], strict=True))
    expect(page.get_by_role("button", name=f"{unlocated} not on the map")).to_be_visible()
    page.get_by_role("button", name=f"{undated} without a date").click()
    assert count(page) == undated
    expect(page).to_have_url(re.compile(r"part=undated"))


def test_a_filter_narrows_list_and_address_and_back_again(page: Page, served: Served) -> None:
    everything = count(page)
    told = points(served)
    page.get_by_label("Contested only").check()
    assert count(page) == sum(told["contested"])  # type: ignore[arg-type]
    expect(page).to_have_url(re.compile(r"contested=true"))
    page.get_by_role("button", name="Clear all").click()
    assert count(page) == everything
    expect(page).not_to_have_url(re.compile("contested"))


def test_the_counts_beside_filters_are_what_the_filters_leave(page: Page) -> None:
    first = page.locator(".type-group > .check").first
    told = int(first.locator(".count").inner_text())
    first.get_by_role("checkbox").check()
    assert count(page) == told


def test_an_address_shows_the_same_view_again(page: Page, open_page: Callable[..., Page]) -> None:
    page.get_by_label("Actor, on any side").fill("Russia")
    page.get_by_label("Actor, on any side").press("Enter")
    expect(page).to_have_url(re.compile("actor=Russia"))
    page.get_by_label("From").fill("2022-10-01")
    expect(page).to_have_url(re.compile("since=2022-10-01"))
    again = open_page("/?" + urlsplit(page.url).query)
    expect(again.get_by_label("Actor, on any side")).to_have_value("Russia")
    told = count(again)
    expect(page.locator(".overview-count b")).to_have_text(str(told))  # once the server has answered


def test_a_server_filter_leaves_the_events_that_the_server_names(
    open_page: Callable[..., Page], served: Served
) -> None:
    page = open_page("/?speaker=Stremousov")
    assert count(page) == len(points(served, "?speaker=Stremousov")["row"]) > 0


def test_a_stretch_of_the_timeline_is_chosen_with_the_mouse_and_moved_with_the_keys(page: Page) -> None:
    everything = count(page)
    plot = page.locator(".timeline-plot")
    box = plot.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 30, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"since=.*until="))
    assert 0 < count(page) < everything
    before = asked(page)["since"][0]
    handle = page.get_by_role("slider", name="From")
    handle.press("ArrowLeft")
    expect(page).not_to_have_url(re.compile(f"since={before}"))
    assert asked(page)["since"][0] < before


def test_the_list_is_walked_with_the_keys_and_opens_an_event(page: Page) -> None:
    first = page.locator(".event-row a").first
    first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-at='2'] a")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/events/"))
    page.go_back()
    expect(page.locator(".event-row a").first).to_be_visible()


def test_moving_the_map_narrows_the_list_only_where_that_is_asked_for(page: Page) -> None:
    everything = count(page)
    expect(page.locator(".maplibregl-canvas")).to_be_visible()
    page.get_by_label("Only what the map shows").check()
    expect(page).to_have_url(re.compile("here=true"))
    expect(page.locator(".overview-count")).to_contain_text(f"of {everything}")  # once the map has opened
    located = count(page)
    assert 0 < located < everything  # what has no place is not on the map
    page.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(re.compile("map="))
    assert count(page) <= located


def test_control_is_shown_for_a_day_as_known_on_a_day(page: Page) -> None:
    page.get_by_role("button", name="Control").click()
    bar = page.get_by_role("region", name="Control", exact=True)
    expect(bar).to_contain_text("Claimed, not confirmed")
    held = page.get_by_role("list", name="Control on that day").get_by_role("listitem")
    expect(held.first).to_be_attached()
    last = held.count()
    day = bar.get_by_role("slider").first
    day.press("Home")
    expect(page).to_have_url(re.compile("valid="))
    expect(held).not_to_have_count(last)  # the list follows when the slider rests
    assert held.count() < last


def test_the_map_is_silent_to_screen_readers_because_the_list_says_the_same(page: Page) -> None:
    assert page.locator(".map-events").get_attribute("aria-hidden") == "true"
    expect(page.get_by_role("list", name="Events").get_by_role("listitem").first).to_be_visible()
