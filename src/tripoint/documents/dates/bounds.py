"""Bounds on a day that nothing tells: not before the latest past date in the text, not after the page was captured."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from tripoint.documents.dates import written
from tripoint.documents.dates.piece import Piece, span_of
from tripoint.documents.line import Line
from tripoint.model import BlockRole, Dated
from tripoint.text import clean

_AHEAD = re.compile(
    r"(?i)\b(?:by|until|till|before|next|will|would|shall|scheduled|planned|plans?|expected|due|"
    r"deadline|upcoming|ahead of|"
    r"no later than|elections?|expires?)\b"
)
_YEAR = re.compile(
    r"\b(?:since|in|of|during|after|back in)\s+(?:early\s+|late\s+|"
    r"mid-)?(?P<year>(?:19|20)\d\d)\b(?!\s*(?:BC|AD|metres?|meters?|people|km))"
)
_LONG = 20_000
"""Characters of one line that are searched for past dates."""
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")


def past(
    text: str,
    lines: Sequence[Line],
    roles: Sequence[BlockRole],
    parts: Sequence[int],
    part: int,
    latest: dt.date | None,
) -> Iterator[Piece]:
    """Full dates, months and years that the body tells as past: the article is not older than the latest of them."""
    best: Piece | None = None
    for line, role, of in zip(lines, roles, parts, strict=True):
        if of != part or role is not BlockRole.BODY:
            continue
        told = clean(text[line.start : min(line.end, line.start + _LONG)])
        if _ANY_YEAR.search(told) is None:
            continue
        found = [(one.day, one.start, one.text) for one in written.find(told)]
        found += [(one.day, one.start, one.text) for one in written.months(told)]
        found += [(dt.date(int(m["year"]), 1, 1), m.start(), m[0]) for m in _YEAR.finditer(told)]
        for day, start, words in found:
            clause = re.split(r"[.;!?,]\s", told[max(0, start - 70) : start])[-1]
            if _AHEAD.search(clause) is not None or (latest is not None and day > latest):
                continue
            if best is None or day > best.day:
                best = Piece(0, day, day, f'the text tells of "{words}" as past', span_of(line))
    if best is not None:
        yield best


def of_year(told: str | None, lower: Sequence[Piece], upper: Sequence[Piece]) -> Dated | None:
    """A day without its year (`KYIV, 3 March.`) where only one year lies between what the page tells as past and its
    capture, and the weekday, if told, agrees."""
    low = max(lower, key=lambda piece: piece.day, default=None)
    high = min(upper, key=lambda piece: piece.end, default=None)
    if told is None or low is None or high is None or high.end.year - low.day.year > 60:
        return None
    fitting = [
        found.day
        for year in range(low.day.year, high.end.year + 1)
        if (found := written.first(f"{told} {year}")) is not None
        and found.weekday_fits
        and low.day <= found.day <= high.end
    ]
    if len(fitting) != 1:
        return None
    day = fitting[0]
    return Dated(
        start=day.isoformat(), end=day.isoformat(), precision="day",
        evidence=(f"the dateline says {told}", f"the year: not before: {low.why}; not after: {high.why}"),
    )  # fmt: skip


def bound(lower: Sequence[Piece], upper: Sequence[Piece]) -> Dated | None:
    """Return the narrowest interval that the limits leave; None when there are none."""
    low = max(lower, key=lambda piece: piece.day, default=None)
    high = min(upper, key=lambda piece: piece.end, default=None)
    if low is not None and high is not None and low.day > high.end:
        low = None
    if low is None and high is None:
        return None
    evidence = ([f"not before: {low.why}"] if low is not None else []) + (
        [f"not after: {high.why}"] if high is not None else []
    )
    return Dated(
        start=None if low is None else low.day.isoformat(),
        end=None if high is None else high.end.isoformat(),
        precision="bound",
        evidence=tuple(evidence),
        span=low.span if low is not None else high.span if high is not None else None,
    )
