"""Numbers as texts tell them: counted, or in a rough word."""

from __future__ import annotations

from tripoint.model import AmountValue

ROUGH = frozenset("dozen dozens scores tens hundreds thousands millions several many few some couple".split())
"""Words that stand for a number that nobody counted."""


def firm(amount: AmountValue) -> bool:
    """Return whether a number is told as counted: *at least 58*, not *dozens*."""
    return ROUGH.isdisjoint(amount.wording.lower().split())
