"""Quotations of documents as linking compares them: where each stands, and the runs of words that it holds."""

from __future__ import annotations

from typing import NamedTuple

from tripoint.comparison.wording import quotations, shingles
from tripoint.text import words

QUOTED_RUN = 6
"""Words in a row inside quotation marks that make two quotations one."""
STATEMENT = 8
"""Words in a row that two pages both quote when they rest on one statement."""


class Quote(NamedTuple):
    """A quotation: where it begins and ends in its text, and its runs of words, short and long ones, hashed."""

    begin: int
    end: int
    runs: tuple[int, ...]
    statement: tuple[int, ...]


Quotes = tuple[Quote, ...]


def quotes(text: str) -> Quotes:
    """Return the quotations of a text, in their order."""
    return tuple(_quote(text, begin, end) for begin, end in quotations(text))


def _quote(text: str, begin: int, end: int) -> Quote:
    told = words(text[begin:end])
    return Quote(begin, end, *(tuple(sorted(set(shingles(told, size)))) for size in (QUOTED_RUN, STATEMENT)))
