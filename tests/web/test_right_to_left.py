"""Text that is written from right to left stands right, and moves nothing that stands beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.web.conftest import Served, build, serve
from tests.web.standing import stands

HEADLINE = "الجيش العراقي يسيطر على مدينة القائم"
BODY = "قال الجيش العراقي إن قواته سيطرت على مدينة القائم يوم الثلاثاء 3 نوفمبر 2017، وفق بيان رسمي."
PERSIAN_HEADLINE = "ورود ارتش سوریه به شهر بوکمال"
PERSIAN = "ارتش سوریه روز جمعه وارد شهر بوکمال شد."
MIXED = 'The Iraqi Army captured al-Qaim ("القائم") on 3 November 2017, the army said in Baghdad.'


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A case of an Arabic page, a Persian one and an English one with an Arabic name in it."""
    folder = tmp_path_factory.mktemp("right")
    pages = folder / "pages"
    pages.mkdir()
    (pages / "arabic.txt").write_text(f"{HEADLINE}\n\n{BODY}\n\n{BODY}\n", encoding="utf-8")
    (pages / "persian.txt").write_text(f"{PERSIAN_HEADLINE}\n\n{PERSIAN}\n\n{PERSIAN}\n", encoding="utf-8")
    (pages / "mixed.txt").write_text(f"Army takes border town\n\n{MIXED}\n", encoding="utf-8")
    yield from serve(build(folder / "right.case", str(pages)))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of 1280 by 800."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def document(own: Served, name: str) -> str:
    """Return the address of the document that came from a file."""
    with urlopen(f"{own.url}/api/cases/{own.name}/documents?limit=20") as answer:
        (found,) = [one for one in json.load(answer)["items"] if str(one["source"]).endswith(name)]
        return f"{own.url}/documents/{found['id']}"


def direction(words: Locator) -> str:
    """Return in which direction an element is written."""
    return str(words.evaluate("element => getComputedStyle(element).direction"))


def off_the_right(words: Locator) -> float:
    """Return how far from an element's right edge its text begins, as a share of the element's width."""
    return float(
        words.evaluate(
            "element => { const range = document.createRange(); range.selectNodeContents(element);"
            " const box = element.getBoundingClientRect();"
            " return (box.right - Math.max(...[...range.getClientRects()].map(run => run.right))) / box.width; }"
        )
    )


@pytest.mark.parametrize(("file", "words"), [("arabic.txt", BODY), ("persian.txt", PERSIAN)], ids=["Arabic", "Persian"])
def test_a_page_in_arabic_or_persian_runs_from_the_right_and_its_margin_stays(
    file: str, words: str, own: Served, page: Page
) -> None:
    page.goto(document(own, file))
    stands(page)
    told = page.locator(".page-text p, .block p").filter(has_text=words[:20]).first
    assert direction(told) == "rtl"
    assert off_the_right(told) < 0.02
    headline = page.get_by_role("heading", level=1)
    assert direction(headline) == "rtl"
    assert off_the_right(headline) < 0.02
    assert direction(page.locator(".shell-nav")) == "ltr"
    assert direction(page.locator("#main .kicker").first) == "ltr"
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_arabic_words_in_an_english_sentence_keep_to_themselves(own: Served, page: Page) -> None:
    page.goto(document(own, "mixed.txt"))
    stands(page)
    told = page.locator("#main p").filter(has_text="القائم").first
    assert direction(told) == "ltr"
    page.goto(f"{own.url}/documents")
    row = page.get_by_role("row").filter(has_text=HEADLINE)
    name, number = row.get_by_role("link"), row.locator("td.number")
    at, count = name.bounding_box(), number.bounding_box()
    assert at is not None
    assert count is not None
    assert at["x"] < count["x"], "the columns keep their order"
    assert direction(row.locator("bdi").first) == "rtl"


EDGES = """chip => {
    const cross = [...chip.querySelectorAll("*")].find(one => one.textContent.trim() === "×")
    return [chip.querySelector("[dir=auto]").getBoundingClientRect().right, cross.getBoundingClientRect().left]
}"""
"""Where the words of a filter end, and where its cross begins."""


def test_arabic_typed_into_the_overview_stands_right_and_moves_no_button(own: Served, page: Page) -> None:
    page.goto(f"{own.url}/?actor=" + quote("الجيش العراقي"))
    stands(page)
    field = page.get_by_label("Actor, on any side")
    expect(field).to_have_value("الجيش العراقي")
    assert direction(field) == "rtl"
    chip = page.get_by_role("button", name="Take away the filter")
    assert direction(chip) == "ltr"
    expect(chip.locator("[dir=auto]")).to_be_visible()
    end, cross = chip.evaluate(EDGES)  # both at once: the page may still move
    assert end <= cross + 1, "the cross stays behind the words"
    head = page.get_by_label("Search claims and documents")
    head.fill("القائم")
    assert direction(head) == "rtl"


def test_a_search_in_arabic_finds_its_page_and_marks_the_words(own: Served, page: Page) -> None:
    page.goto(f"{own.url}/search?kind=documents&q=" + quote("القائم"))
    stands(page)
    mark = page.locator(".hits mark").first
    expect(mark).to_contain_text("القائم")
    hit = page.locator(".hits").get_by_text("سيطر").first
    assert direction(hit) == "rtl"
