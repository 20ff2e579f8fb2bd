from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripoint.names import loose_key, strict_key


@pytest.mark.parametrize("written", ["al-Qa'im", "Al Qaim", "Qa’im", "al-Qaʿim"])
def test_articles_hyphens_and_quotes_do_not_part_a_name(written: str) -> None:
    assert strict_key(written) == "qaim"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Qaim", "Al Qaem"),
        ("Raqqa", "ar-Raqqah"),
        ("Deir ez-Zor", "Dayr az-Zawr"),
        ("Deir Ezzor", "Deir al-Zour"),
        ("Abu Kamal", "al-Bukamal"),
        ("Khan Sheikhoun", "Khan Shaykhun"),
        ("Hashd al-Shaabi", "Hashd al-Sha'bi".replace("Sha'bi", "Sha'abi")),
        ("Baghouz", "Baghuz"),
    ],
)
def test_transliterations_share_a_loose_key(one: str, other: str) -> None:
    assert loose_key(one) == loose_key(other)


def test_different_towns_keep_different_loose_keys() -> None:
    assert len({loose_key(name) for name in ("Hama", "Homs", "Hajin", "Hasakah", "Harim", "Raqqa", "Rawa")}) == 7


def test_an_assimilated_article_needs_its_letter() -> None:
    assert strict_key("At Tanf") == "tanf"
    assert strict_key("At Mosul") == "at mosul"


@given(st.text(max_size=40))
def test_keys_of_any_text_can_be_taken_again(text: str) -> None:
    assert strict_key(strict_key(text)) is not None
    assert loose_key(text) is not None
