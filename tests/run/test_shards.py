"""Pages are dealt into portions that stay as they are when other pages come."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tripoint.model import Page
from tripoint.run.shards import Portion, deal


def _page(source: str, size: int) -> Page:
    return Page(page_id=source, source=source, sha256="0", size=size, media_type="text/plain", origin="file")


PAGES = st.dictionaries(st.text(min_size=1, max_size=5), st.integers(1, 60), max_size=40).map(
    lambda sizes: [_page(source, size) for source, size in sizes.items()]
)


def _sources(portions: tuple[Portion, ...]) -> list[str]:
    return sorted(page.source for portion in portions for page in portion.pages)


@given(PAGES)
def test_every_page_is_in_just_one_portion_of_a_bounded_size(pages: list[Page]) -> None:
    portions = deal(pages, pages, shard_bytes=100)
    assert _sources(portions) == sorted(page.source for page in pages)
    assert all(len(portion.pages) == 1 or sum(page.size for page in portion.pages) <= 100 for portion in portions)


@given(PAGES, st.data())
def test_pages_that_come_later_change_the_last_portion_only(pages: list[Page], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(pages)))
    before = deal(pages[:cut], pages[:cut], shard_bytes=100)
    after = deal(pages, pages, shard_bytes=100)
    assert before[:-1] == after[: max(0, len(before) - 1)]


@given(PAGES, st.data())
def test_an_intake_that_fills_a_portion_leaves_all_others_as_they_are(pages: list[Page], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(pages)))
    before = deal(pages[:cut], pages[:cut], shard_bytes=100, intakes=[0])
    after = deal(pages, pages, shard_bytes=100, intakes=[0, cut])
    if sum(page.size for page in pages[cut:]) >= 100:
        assert after[: len(before)] == before
    else:
        assert after[: max(0, len(before) - 1)] == before[:-1]
    assert _sources(after) == sorted(page.source for page in pages)


@given(PAGES, st.data())
def test_a_page_that_stands_no_longer_changes_its_own_portion_only(pages: list[Page], data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(pages)) if pages else None
    standing = [page for page in pages if page is not gone]
    before, after = deal(pages, pages, shard_bytes=100), deal(pages, standing, shard_bytes=100)
    assert _sources(after) == sorted(page.source for page in standing)
    assert len([portion for portion in before if portion not in after]) == (gone is not None)


@given(PAGES)
def test_a_page_that_comes_again_keeps_its_place(pages: list[Page]) -> None:
    assert deal([*pages, *pages[:3]], pages, shard_bytes=100) == deal(pages, pages, shard_bytes=100)


def test_a_page_of_html_counts_with_a_quarter_of_its_bytes() -> None:
    pages = [replace(_page(str(number), 100), media_type="text/html") for number in range(8)]
    plain = [_page(f"{number}", 100) for number in range(8)]
    assert [len(portion.pages) for portion in deal(pages, pages, shard_bytes=100)] == [4, 4]
    assert len(deal(plain, plain, shard_bytes=100)) == 8
