"""Search by meaning in the browser: a switch in the address, sentences found by other words."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect


def test_search_switches_between_words_and_meaning(open_page: Callable[..., Page]) -> None:
    page = open_page("/search?q=demolished+crossing")
    expect(page.get_by_text("Nothing was found")).to_be_visible()
    page.get_by_role("link", name="Meaning").click()
    expect(page).to_have_url(re.compile("mode=meaning"))
    expect(page.locator(".hits")).to_contain_text("bridge was found destroyed", timeout=20_000)
    expect(page.get_by_role("searchbox", name="What to search for")).to_have_value("demolished crossing")
    page.locator(".hits a").first.click()
    expect(page.get_by_role("heading", name="Slots")).to_be_visible()
