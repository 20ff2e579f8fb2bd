"""Dates as a page writes them: `Wed 05 Apr 2017`, `April 5, 2017`, `2017-04-05`, `5.4.2017`, `3 août 2017`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tripoint.documents.dates import months as elsewhere

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s\-]+{_MONTH},?[\s\-]+(?P<year>(?:19|20)\d\d)\b",
        rf"\b{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b",
        r"(?<![\d/.\-])(?P<year>(?:19|20)\d\d)[\-/.](?P<m>\d{1,2})[\-/.](?P<day>\d{1,2})(?![\d/\-])",
        r"(?<![\d/.\-])(?P<a>\d{1,2})(?P<sep>[/.\-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?![\d/\-])",
    )
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A date as written: [start, end) in the text searched. `end_day` differs from `day` for a month.

    `assumed` says how an ambiguous order of day and month was read, else None. `weekday_fits` is False when the
    weekday beside it belongs to another day.
    """

    day: dt.date
    end_day: dt.date
    start: int
    end: int
    text: str
    assumed: str | None = None
    weekday_fits: bool = True


CLOCK = re.compile(r"(?i)\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: (?:gmt|utc|local time|[a-z]{3,4}))?")
"""The time over an entry of a live blog, as a whole line."""


def find(text: str, *, day_first: bool = True) -> Iterator[Found]:
    """Yield the full dates of `text`, form by form. An ambiguous `4/5/2017` is read by `day_first`, and says so."""
    if elsewhere.YEAR.search(text) is None:  # most lines by far
        return
    seen: set[int] = set()
    for form in _FORMS:
        for match in form.finditer(text):
            found = _read(match, day_first)
            if found is not None:
                seen.add(found.end)
                yield found
    for match in elsewhere.FORM.finditer(text):
        month = elsewhere.number(match["name"])
        if month is not None and match.end() not in seen:
            try:
                day = dt.date(int(match["year"]), month, int(match["day"]))
            except ValueError:
                continue
            yield Found(day=day, end_day=day, start=match.start(), end=match.end(), text=match[0].strip())


def first(text: str, *, day_first: bool = True) -> Found | None:
    """Return the full date that stands first in `text`."""
    return min(find(text, day_first=day_first), key=lambda found: found.start, default=None)


def months(text: str) -> Iterator[Found]:
    """Yield each `June 2019` of `text` as the interval of that month."""
    if elsewhere.YEAR.search(text) is None:
        return
    for match in _MONTH_YEAR.finditer(text):
        number = _MONTHS.index(match["month"][:3].lower()) + 1
        begin = dt.date(int(match["year"]), number, 1)
        yield Found(day=begin, end_day=month_end(begin), start=match.start(), end=match.end(), text=match[0])


def month_end(day: dt.date) -> dt.date:
    """Return the last day of the month of `day`."""
    following = dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return following - dt.timedelta(days=1)


def _read(match: re.Match[str], day_first: bool) -> Found | None:
    part = match.groupdict()
    year, assumed = int(part["year"]), None
    if part.get("month") is not None:
        month, day = _MONTHS.index(part["month"][:3].lower()) + 1, int(part["day"])
    elif part.get("m") is not None:
        month, day = int(part["m"]), int(part["day"])
    else:
        a, b = int(part["a"]), int(part["b"])
        if a > 12:
            day, month = a, b
        elif b > 12:
            day, month = b, a
        else:
            day, month = (a, b) if day_first else (b, a)
            if a != b:
                assumed = f"{match[0]} read {'day' if day_first else 'month'} first (nothing on the page decides)"
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    weekday = part.get("weekday")
    fits = weekday is None or _DAYS.index(weekday[:3].lower()) == date.weekday()
    return Found(
        day=date, end_day=date, start=match.start(), end=match.end(), text=match[0].strip(), assumed=assumed,
        weekday_fits=fits,
    )  # fmt: skip
