"""When a view stands: its heading is there and nothing is on its way any more."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def stands(page: Page) -> None:
    """Wait until the view is drawn. The stream of changes stays open, so an idle network is no sign of it."""
    expect(page.locator("#main h1, #main .state").first).to_be_attached()
    expect(page.locator("#main .waiting")).to_have_count(0)
