"""What a commenter is called cannot be found out by trying names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tripoint.model import Comment
from tripoint.run.pseudonyms import veiled


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


SECRETS = st.binary(min_size=32, max_size=32)


@given(st.text(min_size=1), SECRETS, SECRETS)
def test_one_name_has_one_pseudonym_in_a_case_and_another_one_where_the_secret_differs(
    name: str, secret: bytes, other: bytes
) -> None:
    here, again = veiled((_comment(name), _comment(name)), secret)
    assert here.author == again.author
    assert here.author is not None
    (there,) = veiled((_comment(name),), other)
    assert (there.author == here.author) is (secret == other)


def test_nobody_stays_nobody() -> None:
    (kept,) = veiled((_comment(None),), b"s" * 32)
    assert kept.author is None
