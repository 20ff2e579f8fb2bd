"""Intervals of days as whole numbers, open sides as None."""

from __future__ import annotations

import re
from datetime import date

from tripoint.model import Dated, TimeValue

YEAR = 365
_MONTH_DAY = re.compile(r"--(\d\d)-(\d\d)\Z")

_WEEK = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEK)})day\b")
_BY = re.compile(r"\b(?:by|before|until|till|no later than)\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:since|after|not before|not until|from)\b", re.IGNORECASE)

Days = tuple[int | None, int | None]
"""Inclusive day numbers (`date.toordinal`), None where a side is open."""


def ordinal(day: str | None) -> int | None:
    """Return the day number of an ISO day, or None when there is none or it is no real day."""
    if not day:
        return None
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def iso(day: int | None) -> str | None:
    """Return the ISO day of a day number."""
    return None if day is None else date.fromordinal(day).isoformat()


def days(value: TimeValue | Dated | None) -> Days | None:
    """Return the interval of `value`, or None when neither side is known. Sides told the wrong way round are turned."""
    if value is None or value.precision in ("unresolved", "unknown"):
        return None
    start, end = ordinal(value.start), ordinal(value.end)
    if start is None and end is None:
        return None
    if start is not None and end is not None and end < start:
        start, end = end, start
    return start, end


def gap(a: Days, b: Days) -> int:
    """Return the days between two intervals, 0 when they touch or overlap."""
    first = 0 if a[1] is None or b[0] is None else b[0] - a[1]
    second = 0 if b[1] is None or a[0] is None else a[0] - b[1]
    return max(0, first, second)


def width(a: Days) -> int | None:
    """Return the length of an interval in days, None when a side is open."""
    return None if a[0] is None or a[1] is None else a[1] - a[0] + 1


def narrow(a: Days | None, *, days: int = 31) -> bool:
    """Return whether an interval is known and short enough to tell a time rather than a bound."""
    length = None if a is None else width(a)
    return length is not None and length <= days


def meet(a: Days, b: Days) -> Days | None:
    """Return the intersection of two intervals, None when it is empty."""
    start = max((x for x in (a[0], b[0]) if x is not None), default=None)
    end = min((x for x in (a[1], b[1]) if x is not None), default=None)
    return None if start is not None and end is not None and end < start else (start, end)


def hull(a: Days, b: Days) -> Days:
    """Return the smallest interval that holds both."""
    start = None if a[0] is None or b[0] is None else min(a[0], b[0])
    end = None if a[1] is None or b[1] is None else max(a[1], b[1])
    return start, end


def partial_clash(a: str | None, b: str | None) -> bool | None:
    """Return whether two truncated dates (`--05-02`) differ, None when either is missing or of another shape."""
    if not a or not b or len(a) != len(b):
        return None
    return a != b


def weekday(value: TimeValue | None) -> tuple[int, str] | None:
    """Return the one weekday that a time is told by, with its side: `on`, `by` (at the latest) or `from` (not before).

    Monday is 0. None where no weekday is told, or two are.
    """
    if value is None:
        return None
    told = set(_WEEKDAY.findall(value.text.lower()))
    if len(told) != 1:
        known = days(value)
        if told or known is None or known[0] is None or known[0] != known[1]:
            return None
        return date.fromordinal(known[0]).weekday(), "on"
    side = "from" if _FROM.search(value.text) else "by" if _BY.search(value.text) else "on"
    return _WEEK.index(told.pop()), side


def weekdays_apart(a: tuple[int, str], b: tuple[int, str]) -> int:
    """Return the days by which two weekdays, each with its side, exclude each other; 0 where they can be one day."""
    ahead = (b[0] - a[0]) % 7
    if a[1] == b[1] == "on":
        return min(ahead, 7 - ahead)
    if a[1] in ("on", "by") and b[1] in ("on", "from") and 0 < ahead <= 3:
        return ahead
    if b[1] in ("on", "by") and a[1] in ("on", "from") and 0 < 7 - ahead <= 3:
        return 7 - ahead
    return 0


def never_in(partial: str, interval: Days, *, slack: int = 0) -> bool:
    """Return whether a day of an unknown year (`--05-02`) falls on no day of an interval, give or take `slack` days."""
    match = _MONTH_DAY.match(partial)
    length = width(interval)
    if match is None or interval[0] is None or length is None or length + 2 * slack >= YEAR:
        return False
    for at in range(interval[0] - slack, interval[0] + length + slack):
        day = date.fromordinal(at)
        if (day.month, day.day) == (int(match[1]), int(match[2])):
            return False
    return True


def in_words(start: str | None, end: str | None) -> str:
    """Return an interval as a reader writes it: `17 June 2017`, `3-19 November 2017`, `since 1 May 2017`."""
    first, last = ordinal(start), ordinal(end)
    if first is None and last is None:
        return "at an unknown time"
    if first is None or last is None:
        day = date.fromordinal(first if first is not None else last or 1)
        return f"{'since' if last is None else 'until'} {day.day} {day:%B} {day.year}"
    one, two = date.fromordinal(first), date.fromordinal(last)
    if one == two:
        return f"{one.day} {one:%B} {one.year}"
    if (one.year, one.month) == (two.year, two.month):
        whole = one.day == 1 and date.fromordinal(last + 1).day == 1
        return f"{one:%B} {one.year}" if whole else f"{one.day}-{two.day} {one:%B} {one.year}"
    return f"{one.day} {one:%B} {one.year} - {two.day} {two:%B} {two.year}"
