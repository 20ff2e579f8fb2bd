"""Pages are dealt into portions that stay as they are when other pages come, change or go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tripoint.model import Page
from tripoint.run.shards import deal


def _page(source: str, size: int) -> Page:
    return Page(page_id=source, source=source, sha256="0", size=size, media_type="text/plain", origin="file")


PAGES = st.dictionaries(st.text(min_size=1, max_size=5), st.integers(1, 60), max_size=40).map(
    lambda sizes: [_page(source, size) for source, size in sizes.items()]
)


@given(PAGES)
def test_every_page_is_in_just_one_portion_of_a_bounded_size(pages: list[Page]) -> None:
    portions = deal(pages, shard_bytes=100)
    dealt = [page for portion in portions for page in portion.pages]
    assert sorted(dealt, key=lambda page: page.source) == sorted(pages, key=lambda page: page.source)
    assert all(len(portion.pages) == 1 or sum(page.size for page in portion.pages) <= 100 for portion in portions)


@given(PAGES, st.randoms())
def test_the_order_of_pages_does_not_matter(pages: list[Page], random: object) -> None:
    shuffled = list(pages)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert deal(shuffled, shard_bytes=100) == deal(pages, shard_bytes=100)


@given(PAGES)
def test_one_more_page_changes_one_portion_or_splits_it(pages: list[Page]) -> None:
    before = deal(pages, shard_bytes=100)
    new = _page("a new page", 30)
    after = deal([*pages, new], shard_bytes=100)
    lost = [portion for portion in before if portion not in after]
    made = [portion for portion in after if portion not in before]
    assert len(lost) <= 1
    assert {page.source for portion in made for page in portion.pages} - {new.source} == {
        page.source for portion in lost for page in portion.pages
    }
