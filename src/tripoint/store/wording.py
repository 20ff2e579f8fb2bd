"""How the fields of records read in a column: amounts, names and days as text."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.comparison.figures import ROUGH
from tripoint.model import AmountSlot, AmountValue, Dated, Party, Speaker, Tallied, TimeValue

FATES = frozenset({"killed", "wounded", "captured", "displaced", "missing", "arrested", "abducted", "released"})
"""What is counted of people, which stands behind their number; of other things the unit says enough."""
_SQUARE = {"km2": "km²", "m2": "m²"}


def amounts_text(amounts: Sequence[AmountSlot]) -> str:
    """Return amounts as a reader writes them: `at least 30 ISIS fighters killed`."""
    return "; ".join(amount_text(slot.amount) for slot in amounts)


def amount_text(amount: AmountValue) -> str:
    """Return one amount in words: its number with the hedge that it was told with, or the rough word for it."""
    role, between, hedge = amount.wording.rpartition(": ")
    told = hedge if _tells_number(amount, hedge) else f"{hedge} {_figures(amount)}".strip()
    unit = _SQUARE.get(amount.unit, amount.unit) or ("" if amount.what in FATES else amount.what)
    fate = amount.what if amount.what in FATES and amount.what != unit else ""
    return role + between + " ".join(word for word in (told or "?", unit, fate) if word)


def _tells_number(amount: AmountValue, hedge: str) -> bool:
    """Whether the words hold the number themselves: a range as written, *dozens*, *a few*."""
    if any(mark.isdigit() for mark in hedge):
        return True
    if amount.low is not None and amount.low == amount.high:
        return False
    return bool(hedge) and ((amount.low is not None and amount.high is not None) or hedge.split()[-1] in ROUGH)


def _figures(amount: AmountValue) -> str:
    low, high = (None if value is None else f"{value:,.10g}" for value in (amount.low, amount.high))
    if low is None or high is None or low == high:
        return low or high or ""
    return f"{low} to {high}"


def number_text(value: float | None) -> str:
    """Return a number without a point it does not need, in plain figures."""
    return "" if value is None else f"{value:g}" if value < 1e6 else f"{value:.0f}"


def counted(listed: Sequence[Tallied], between: str = "; ") -> str:
    """Return names with their counts, in their order."""
    return between.join(f"{one.name} ({one.count})" for one in listed)


def joined(parties: Sequence[Party] | Sequence[Speaker]) -> str:
    """Return the names, in their order."""
    return "; ".join(party.name for party in parties)


def days(value: Dated | TimeValue | None) -> tuple[str | None, str | None]:
    """Return the first and the last day."""
    return (None, None) if value is None else (value.start, value.end)
