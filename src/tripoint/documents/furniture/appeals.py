"""Paragraphs that ask for money, addresses or shares: known by how many words of asking they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tripoint.documents import register
from tripoint.documents.furniture.row import Furniture
from tripoint.documents.line import Line
from tripoint.model import BlockRole

APPEAL = Furniture("an appeal", BlockRole.PROMO, re.compile("(?!)"))
"""Paragraphs that ask for money, addresses or shares, and the lines that head them: found by `appeals`."""
_APPEALS = 20
_ASKS = re.compile(
    r"(?i)\b(?:donat\w+|paypal|patreon|gofundme|crowdfund\w*|bitcoin|subscrib\w+|iban|fundrais\w+|"
    r"your support|support us|"
    r"contribut(?:e|ions?) (?:to us|here|today|now)|become a member|newsletter|sign up|credit card|help us|"
    r"save (?:us|them)|share (?:this|it) with)\b"
)


def appeals(lines: Sequence[Line]) -> set[int]:
    """Return which lines are appeals: three different words of asking, or two in no newsroom's voice."""
    whole: list[str] = []
    for line in lines:
        if line.size >= 12 and len(whole) < _APPEALS:
            asked = len({match[0].casefold() for match in _ASKS.finditer(line.text)})
            if asked >= 3 or (asked == 2 and register.judge(line)[0] > -0.5):
                whole.append(line.key)
    return {
        i for i, line in enumerate(lines) if whole and line.size >= 3 and any(key.startswith(line.key) for key in whole)
    }
