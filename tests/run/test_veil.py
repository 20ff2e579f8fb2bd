"""What a commenter is called cannot be found out by trying names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tripoint.model import Comment
from tripoint.run.work import _veiled


def _comment(author: str | None) -> Comment:
    return Comment(
        comment_id="com_1",
        page_id="pag_1",
        part=1,
        author=author,
        time=None,
        text="x",
        page_start=0,
        reply_to=None,
        editor=False,
    )


@given(st.text(min_size=1), st.binary(), st.binary())
def test_one_name_keeps_its_pseudonym_on_a_page_and_has_another_where_the_bytes_differ(
    name: str, raw: bytes, other: bytes
) -> None:
    here, again = _veiled((_comment(name), _comment(name)), raw)
    assert here.author == again.author
    assert here.author is not None
    (there,) = _veiled((_comment(name),), other)
    assert (there.author == here.author) is (raw == other)


def test_nobody_stays_nobody() -> None:
    (kept,) = _veiled((_comment(None),), b"page")
    assert kept.author is None
