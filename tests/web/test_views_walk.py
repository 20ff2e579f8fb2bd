"""What a reader does: from the overview to a contradiction, to the words in the page, and back."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.web.axe import axe
from tests.web.standing import stands


def test_from_the_overview_to_a_contradiction_to_its_words_in_the_page_and_back(page: Page) -> None:
    page.get_by_role("navigation", name="Views").get_by_role("link", name=re.compile("Contradictions")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("contradict each other")
    sides = page.locator(".dispute").first.locator(".side")
    expect(sides).to_have_count(2)
    quoted = sides.first.locator(".quote").first.inner_text().strip("“”")

    page.locator(".ledger-event a").first.click()
    expect(page.get_by_role("heading", name="Contradictions")).to_be_visible()
    event = page.url
    page.locator(".dispute .side").first.get_by_role("link", name="The words in the page").first.click()

    marked = page.locator(".told.chosen").first
    expect(marked).to_be_in_viewport()
    assert quoted.startswith(marked.inner_text()[:40])
    expect(page.locator(".document-claims li.chosen")).to_contain_text("Act")
    page.go_back()
    expect(page).to_have_url(event)
    page.go_back()
    expect(page.locator(".dispute").first).to_be_visible()


def test_one_click_lies_between_a_slot_and_its_words_and_one_back(open_page: Callable[..., Page]) -> None:
    page = open_page("/contradictions")
    page.get_by_role("link", name="Claim", exact=True).first.click()
    page.get_by_role("link", name="The words in the page").click()
    slot = page.locator(".claim-open a.words").first
    words = slot.inner_text().strip("“”")
    slot.click()
    expect(page.locator("mark.asked").first).to_have_text(words)
    expect(page.locator("mark.asked").first).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"span=\d+-\d+"))
    page.go_back()
    expect(page.locator("mark.asked")).to_have_count(0)
    expect(page.locator(".told.chosen").first).to_be_in_viewport()


def test_comments_are_folded_and_said_to_be_no_evidence(open_page: Callable[..., Page]) -> None:
    page = open_page("/documents?q=Transfer")
    page.get_by_role("link", name=re.compile("Transfer of Troops")).first.click()
    comments = page.locator("details.comments")
    expect(comments.locator("summary")).to_contain_text("not evidence")
    assert comments.get_attribute("open") is None
    comments.locator("summary").click()
    expect(comments.locator(".block.comment").first).to_be_visible()
    assert comments.locator(".told").count() == 0


def test_the_address_alone_brings_the_same_view(open_page: Callable[..., Page]) -> None:
    page = open_page("/contradictions?state=open&field=occurred")
    expect(page.locator(".dispute").first).to_be_visible()
    few = page.locator(".dispute").count()
    expect(page.locator(".choice a[aria-current]").filter(has_text="Open")).to_be_visible()
    page.locator(".choice a").filter(has_text=re.compile("^All$")).click()
    page.locator(".choice a", has_text="Anything").click()
    expect(page.locator(".dispute")).not_to_have_count(few)
    assert page.locator(".dispute").count() > few
    page.go_back()
    page.go_back()
    expect(page.locator(".dispute")).to_have_count(few)


def test_nothing_that_the_machine_made_is_called_confirmed(open_page: Callable[..., Page]) -> None:
    for path in ("/contradictions", "/review", "/sources"):
        page = open_page(path)
        stands(page)
        own = page.evaluate(
            "() => { const copy = document.querySelector('#main').cloneNode(true);"
            " copy.querySelectorAll('.quote, bdi').forEach(words => words.remove()); return copy.textContent; }"
        )
        assert not re.search(r"(?<!un)confirmed", own, re.IGNORECASE)


def test_the_open_claim_and_the_form_of_a_decision_read_well_to_machines(open_page: Callable[..., Page]) -> None:
    page = open_page("/review", width=360, height=740)
    page.get_by_role("button", name=re.compile("^Accept")).click()
    expect(page.get_by_label("Why")).to_be_visible()
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_label("Why")).to_have_count(0)
    page.get_by_role("link", name="The words in the page").first.click()
    expect(page.locator(".claim-open")).to_be_in_viewport()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_report_prints_its_events_with_a_footnote_for_each_claim(open_page: Callable[..., Page]) -> None:
    page = open_page("/contradictions")
    page.locator(".ledger-event a").first.click()
    page.get_by_role("button", name="Add to the report").click()
    expect(page.get_by_role("button", name="In the report")).to_be_visible()
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Report").click()
    expect(page.locator(".reported")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"event=event_"))
    notes = page.locator(".footnotes li").count()
    marks = {mark.inner_text() for mark in page.locator(".reported .claim-numbers a").all()}
    assert marks == {str(number) for number in range(1, notes + 1)}
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name=re.compile("Print"))).to_be_hidden()
    expect(page.get_by_role("navigation", name="Views")).to_be_hidden()
    assert page.pdf().startswith(b"%PDF")


def test_what_is_searched_for_is_marked_and_leads_to_its_claim(open_page: Callable[..., Page]) -> None:
    page = open_page("/search")
    page.get_by_label("Words to search for").fill("bridge")
    page.keyboard.press("Enter")
    expect(page.locator(".hits mark").first).to_have_text(re.compile("bridge", re.IGNORECASE))
    expect(page).to_have_url(re.compile("q=bridge"))
    page.locator(".hits a").first.click()
    expect(page.get_by_role("heading", name="Slots")).to_be_visible()


def test_a_word_with_a_meaning_of_its_own_is_explained_where_it_stands_and_in_the_help(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("/contradictions")
    page.locator(".ledger-event a").first.click()
    word = page.locator(".standing").get_by_role("link", name=re.compile("independent origin"))
    told = word.get_attribute("title") or ""
    assert "one origin" in told
    event = page.url
    word.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How to read this")
    expect(page.locator("#origins")).to_be_in_viewport()
    expect(page.locator("#origins dd")).to_have_text(told)
    page.go_back()
    expect(page).to_have_url(event)


def test_the_search_in_the_head_of_every_view_leads_to_what_was_found(open_page: Callable[..., Page]) -> None:
    page = open_page("/sources")
    field = page.get_by_label("Search claims and documents")
    field.fill("bridge")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=bridge"))
    expect(page.locator(".hits mark").first).to_be_visible()
    field.fill("   ")
    field.press("Enter")
    expect(page).to_have_url(re.compile("q=bridge"))  # nothing asked, nowhere to go
