"""A person puts a field of a claim right, in the review by keyboard and beside the claim; bad values are told."""

from __future__ import annotations

import json
import re
from urllib.request import urlopen

from playwright.sync_api import Page, expect

from tests.web.axe import axe
from tests.web.conftest import Served, build
from tests.web.test_views_review import PAGES, decisions, own, page

__all__ = ["own", "page"]


def fill(page: Page, field: str, value: str, why: str) -> None:
    page.locator("form.decide select").first.select_option(label=field)
    page.get_by_role("textbox", name="Is", exact=True).fill(value)
    page.get_by_role("textbox", name="Why").fill(why)
    page.get_by_label("Who decides").fill("Maryam")
    page.keyboard.press("Enter")


def test_a_field_is_put_right_by_keyboard_and_told_beside_the_claim(page: Page, own: Served) -> None:
    expect(page.locator(".claim").first).to_be_visible()
    page.keyboard.press("c")
    expect(page.get_by_text("pick the one claim")).to_be_visible()
    page.keyboard.press("1")
    page.keyboard.press("c")
    expect(page.locator("form.decide select").first).to_be_focused()
    fill(page, "When", "someday", "the caption says so")
    expect(page.get_by_role("alert")).to_contain_text("tells no day")
    assert axe(page) == []
    page.get_by_role("textbox", name="Is", exact=True).fill("2022-11-09")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Corrected. It counts from the next build on")).to_be_visible()
    (made,) = decisions(own)
    assert (made["act"], made["field"], made["value"], made["who"]) == ("correct", "time", "2022-11-09", "Maryam")

    page.goto(f"{own.url}/claims/{made['subject']}")
    told = page.get_by_role("region", name="Put right by a person")
    expect(told).to_contain_text("2022-11-09")
    expect(told).to_contain_text(re.compile("the machine: .*Maryam.*the caption says so"))
    expect(told).to_contain_text("counts from the next build on")
    assert axe(page) == []


def test_a_report_prints_what_was_put_right(page: Page, own: Served) -> None:
    expect(page.locator(".claim").first).to_be_visible()
    page.keyboard.press("1")
    page.keyboard.press("c")
    fill(page, "When", "2022-11-09", "the caption says so")
    expect(page.get_by_role("status").filter(has_text="Corrected.")).to_be_visible()
    (made,) = decisions(own)
    build(own.case, *PAGES)
    with urlopen(f"{own.url}/api/cases/{own.name}/claims/{made['subject']}") as answer:
        event_id = json.load(answer)["event_id"]
    page.goto(f"{own.url}/report?event={event_id}")
    note = page.locator(".footnotes li").filter(has_text="corrected by Maryam")
    expect(note).to_contain_text(re.compile("When corrected by Maryam from .* to 2022-11-09"))
