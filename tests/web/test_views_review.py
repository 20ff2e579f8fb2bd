"""A person decides by keyboard; the decisions keep who and why, and outlive a rebuild."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import Served, build, serve

PAGES = ("samples/pages", "--manifest", "samples/pages.csv")


@pytest.fixture
def own(served: Served, tmp_path: Path) -> Iterator[Served]:
    """A copy of the sample case, since what is decided in it stays."""
    yield from serve(Path(shutil.copytree(served.case, tmp_path / "review.case")))


@pytest.fixture
def page(browser: Browser, own: Served) -> Iterator[Page]:
    """The queue of that case."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(30_000)
    opened = context.new_page()
    opened.goto(f"{own.url}/review")
    yield opened
    context.close()


def decide(page: Page, key: str, why: str) -> str:
    """Decide about the item that is shown, by keyboard alone, and return its title."""
    title = page.locator("#review-title").inner_text()
    page.keyboard.press(key)
    expect(page.get_by_label("Why")).to_be_visible()
    if page.get_by_label("Who decides").input_value() == "":
        page.get_by_label("Who decides").fill("Maryam")
    page.get_by_label("Why").fill(why)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="counts from the next build")).to_be_visible()
    expect(page.locator("#review-title")).not_to_have_text(title)
    return title


def decisions(own: Served) -> list[dict[str, object]]:
    """Return what the server holds of them."""
    with urlopen(f"{own.url}/api/cases/{own.name}/decisions") as answer:
        return list(json.load(answer)["items"])


def test_three_decisions_made_by_keyboard_outlive_a_rebuild(page: Page, own: Served) -> None:
    expect(page.locator("#review-title")).to_be_visible()
    expect(page.locator(".claim").first).to_be_visible()
    accepted = decide(page, "a", "both sides are quoted rightly")
    rejected = decide(page, "r", "a slip of the page")
    decide(page, "n", "more is needed")
    made = decisions(own)
    assert [(one["act"], one["who"], one["why"]) for one in made] == [
        ("accept", "Maryam", "both sides are quoted rightly"),
        ("reject", "Maryam", "a slip of the page"),
        ("unsure", "Maryam", "more is needed"),
    ]

    build(own.case, *PAGES)
    page.reload()
    expect(page.locator("#review-title")).to_be_visible()
    assert [one["id"] for one in decisions(own)] == [one["id"] for one in made]
    waiting = page.locator(".queue").inner_text()
    assert accepted not in waiting
    assert rejected not in waiting
    page.goto(f"{own.url}/events/{made[0]['subject']}")
    expect(page.locator(".history")).to_contain_text("both sides are quoted rightly")
    expect(page.locator(".standing")).to_contain_text("accepted by Maryam")


def test_a_decision_is_taken_back_by_another_and_both_stay_on_record(page: Page, own: Served) -> None:
    expect(page.locator("#review-title")).to_be_visible()
    expect(page.locator(".claim").first).to_be_visible()
    title = decide(page, "a", "too fast")
    page.keyboard.press("u")
    expect(page.get_by_text("Take back the last decision")).to_be_visible()
    page.get_by_label("Why").fill("it was too fast")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Taken back")).to_be_visible()
    (made,) = decisions(own)
    assert (made["act"], made["why"], made["standing"]) == ("accept", "too fast", "taken back")
    expect(page.locator(".queue")).to_contain_text(title)


def test_claims_are_picked_by_number_and_split_in_pairs_only(page: Page, own: Served) -> None:
    expect(page.locator("#review-title")).to_be_visible()
    expect(page.locator(".claim").first).to_be_visible()
    page.keyboard.press("1")
    page.keyboard.press("s")
    expect(page.get_by_role("status").filter(has_text="pick exactly two claims")).to_be_visible()
    page.keyboard.press("2")
    expect(page).to_have_url(re.compile(r"pick=clm_\w+&pick=clm_\w+"))
    page.keyboard.press("s")
    expect(page.get_by_text("they do not tell one happening")).to_be_visible()
    page.keyboard.press("Escape")
    assert decisions(own) == []


def test_keys_typed_into_a_field_decide_nothing(page: Page, own: Served) -> None:
    expect(page.locator("#review-title")).to_be_visible()
    page.get_by_role("searchbox").first.fill("")
    page.get_by_role("searchbox").first.press_sequentially("ar")
    expect(page.get_by_label("Why")).to_have_count(0)
    assert decisions(own) == []


def test_a_decision_without_a_reason_is_not_made(page: Page, own: Served) -> None:
    expect(page.locator("#review-title")).to_be_visible()
    page.keyboard.press("a")
    page.get_by_label("Who decides").fill("Maryam")
    page.get_by_label("Why").fill("   ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert decisions(own) == []
