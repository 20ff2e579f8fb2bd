"""Amounts read as a person would write them."""

from __future__ import annotations

import pytest

from tripoint.model import AmountValue
from tripoint.store.wording import amount_text


@pytest.mark.parametrize(
    ("what", "low", "high", "unit", "wording", "told"),
    [
        ("killed", 5, None, "people", "at least", "at least 5 people killed"),
        ("killed", 130, 130, "Ukrainian servicemen", "about", "about 130 Ukrainian servicemen killed"),
        ("killed", 4, 4, "people", "highest told: ", "highest told: 4 people killed"),
        ("killed", 4, None, "people", "lowest told: at least", "lowest told: at least 4 people killed"),
        ("killed", 24, None, "", "dozens", "dozens killed"),
        ("wounded", 3, 7, "men", "several", "several men wounded"),
        ("wounded", 5, 7, "", "", "5 to 7 wounded"),
        ("troops", 1500, 2500, "fighters", "1,500 to 2,500", "1,500 to 2,500 fighters"),
        ("troops", None, 25000, "Russian soldiers", "as many as", "as many as 25,000 Russian soldiers"),
        ("distance", 50, 50, "km", "some", "some 50 km"),
        ("length", 1.5, 1.5, "km", "about", "about 1.5 km"),
        ("area", 1381, 1381, "km2", "", "1,381 km²"),
        ("towns", 41, 41, "settlements", "", "41 settlements"),
        ("vehicles", 12, 12, "", "", "12 vehicles"),
        ("money", 2e9, 2e9, "USD", "", "2,000,000,000 USD"),
    ],
)
def test_an_amount_is_its_number_with_its_hedge_and_what_it_counts(
    what: str, low: float | None, high: float | None, unit: str, wording: str, told: str
) -> None:
    assert amount_text(AmountValue(what=what, low=low, high=high, unit=unit, of=None, wording=wording)) == told
