"""The publication date as an interval, and what *yesterday* or *last month* mean from there."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tripoint.model import Dated

NEEDS_DATE = "needs a publication date"

Days = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The days between which a text was published."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last


def anchor_of(published: Dated | None) -> Anchor | None:
    """Return the anchor that a publication date gives, None where a side is open."""
    if published is None or published.start is None or published.end is None:
        return None
    try:
        first, last = date.fromisoformat(published.start[:10]), date.fromisoformat(published.end[:10])
    except ValueError:
        return None
    return Anchor(first=first, last=last) if first <= last else None


def from_anchor(anchor: Anchor | None, step: Callable[[date], Days]) -> Days | None:
    """Return the days that `step` gives from every possible publication day, as one interval."""
    if anchor is None:
        return None
    try:
        return step(anchor.first)[0], step(anchor.last)[1]
    except (ValueError, OverflowError):
        return None


def month_of(year: int, month: int) -> Days:
    """Return the first and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def shifted_month(day: date, months: int) -> Days:
    """Return the month that lies `months` after that of `day`."""
    index = day.year * 12 + day.month - 1 + months
    return month_of(index // 12, index % 12 + 1)


def shifted_year(day: date, years: int) -> Days:
    """Return the year that lies `years` after that of `day`."""
    return date(day.year + years, 1, 1), date(day.year + years, 12, 31)


def shifted_week(day: date, weeks: int) -> Days:
    """Return the week (Monday to Sunday) that lies `weeks` after that of `day`."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return monday, monday + timedelta(days=6)


def ago(day: date, unit: str, low: int, high: int) -> Days:
    """Return the days between `high` and `low` units before `day`, as exact as the unit is."""
    if unit in ("hour", "minute"):
        return day - timedelta(days=1), day
    if unit == "day":
        return day - timedelta(days=high), day - timedelta(days=low)
    if unit == "week":
        return shifted_week(day, -high)[0], shifted_week(day, -low)[1]
    if unit == "month":
        return shifted_month(day, -high)[0], shifted_month(day, -low)[1]
    if unit == "decade":
        return shifted_year(day, -10 * high)[0], shifted_year(day, -10 * low)[1]
    return shifted_year(day, -high)[0], shifted_year(day, -low)[1]
