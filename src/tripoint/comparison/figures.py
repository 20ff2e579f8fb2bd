"""Numbers as texts tell them: counted, or in a rough word."""

from __future__ import annotations

from typing import TypeVar

from tripoint.model import AmountValue

N = TypeVar("N", int, float)

ROUGH = frozenset("dozen dozens scores tens hundreds thousands millions several many few some couple".split())
"""Words that stand for a number that nobody counted."""


def firm(amount: AmountValue) -> bool:
    """Return whether a number is told as counted: *at least 58*, not *dozens*."""
    return ROUGH.isdisjoint(amount.wording.lower().split())


def disjoint(one: AmountValue, two: AmountValue) -> bool:
    """Return whether two numbers cannot be one, by their lowest and highest values."""
    return over(one.low, two.high) or over(two.low, one.high)


def in_words(amount: AmountValue) -> str:
    """Return a number as a reader writes it: `12 people`, `12 or more people`, `up to 12 people`."""
    if amount.low is not None and amount.low == amount.high:
        number = f"{amount.low:g}"
    elif amount.low is None:
        number = f"up to {amount.high or 0:g}"
    else:
        number = f"{amount.low:g} or more" if amount.high is None else f"{amount.low:g} to {amount.high:g}"
    return f"{number} {amount.unit}".strip()


def of_both(one: tuple[N, N] | None, two: tuple[N, N] | None) -> tuple[N, N] | None:
    """Return the lower of two lows and the higher of two highs; None where one is not told."""
    return None if one is None or two is None else (min(one[0], two[0]), max(one[1], two[1]))


def over(low: float | None, high: float | None) -> bool:
    """Return whether the least of one number is more than the most of another."""
    return low is not None and high is not None and low > high
