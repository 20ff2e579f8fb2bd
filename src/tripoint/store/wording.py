"""How the fields of records read in a column: amounts, names and days as text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tripoint.model import AmountSlot, Dated, Party, Speaker, Tallied, TimeValue


def amounts_text(amounts: Sequence[AmountSlot]) -> str:
    """Return amounts as a reader writes them: `30 ISIS fighters killed`, wording kept."""
    return "; ".join(amount_text(slot) for slot in amounts)


def amount_text(slot: AmountSlot) -> str:
    """Return one amount in words: `more than 560 soldiers`, `30 ISIS fighters killed`."""
    amount = slot.amount
    low, high = number_text(amount.low), number_text(amount.high)
    told = amount.wording or (low if low == high else f"{low or '?'}-{high or '?'}")
    if amount.wording in _hedges():  # a hedge alone tells no number
        told = f"{amount.wording} {low or high}"
    unit = amount.unit if amount.unit and amount.unit != amount.what else ""
    what = amount.what if not unit or amount.what in _FATES else ""
    return " ".join(word for word in (told or "?", unit, what) if word)


@lru_cache(maxsize=1)
def _hedges() -> frozenset[str]:
    from tripoint.mentions.amountwords import ABOUT, LOWER, UPPER  # brings all of mentions, which few readers need

    return frozenset((*LOWER, *UPPER, *ABOUT))


_FATES = frozenset({"killed", "wounded", "captured", "displaced"})
"""What an amount tells beside what it counts; all else its unit tells."""


def number_text(value: float | None) -> str:
    """Return a number without a point it does not need."""
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
