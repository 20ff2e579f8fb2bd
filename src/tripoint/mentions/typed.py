"""A time or an amount that a person typed, read by the same grammar as those of pages."""

from __future__ import annotations

from tripoint.mentions.amountwords import UNITS
from tripoint.mentions.anchors import anchor_of
from tripoint.mentions.figures import AMOUNT, figures
from tripoint.mentions.times import read
from tripoint.model import AmountValue, Dated, TimeValue

WHATS = (
    *("killed", "wounded", "captured", "displaced", "length", "area", "distance", "troops", "vehicles", "towns"),
    *("money", "duration", "count"),
)
"""What an amount may tell."""


def time_typed(words: str, published: Dated | None) -> TimeValue | None:
    """Return the time that the words tell, read as in a text published then; None where they tell none, or several."""
    found = list(read(words, anchor_of(published)))
    return found[0] if len(found) == 1 else None


def amount_typed(what: str, words: str) -> AmountValue | None:
    """Return how many the words tell (*at least 30 fighters of ISIS*); None where they tell no number, or several."""
    matches = list(AMOUNT.finditer(words))
    told = [figure for match in matches for figure in figures(match, 0)]
    if len(told) != 1:
        return None
    figure = told[0]
    unit, _, of = (" " + words[figure.end :].strip()).partition(" of ")
    unit = unit.strip()
    known = UNITS.get(unit.lower())
    kept, factor = (known[1], known[2]) if known is not None else (unit, 1.0)
    return AmountValue(
        what=what,
        low=None if figure.low is None else round(figure.low * factor, 6),
        high=None if figure.high is None else round(figure.high * factor, 6),
        unit=kept,
        of=of.strip() or None,
        wording=figure.wording,
    )
