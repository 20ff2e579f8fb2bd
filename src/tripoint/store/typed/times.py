"""Times as they are typed: ISO dates and intervals of them, else what the grammar of times reads."""

from __future__ import annotations

import re
from datetime import date

from tripoint.errors import InputError
from tripoint.mentions.anchors import month_of
from tripoint.mentions.typed import time_typed
from tripoint.model import Claim, TimeValue
from tripoint.store.reading import CaseReader
from tripoint.store.typed.lists import NOTHING

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def time(words: str, claim: Claim, reader: CaseReader) -> TimeValue | None:
    """Return the time that ISO dates tell, else the grammar; raises InputError where that is no day."""
    if words.lower() in NOTHING:
        return None
    found = _days(words)
    if found is None:
        doc = reader.document(claim.document_id)
        found = time_typed(words, None if doc is None else doc.published)
    if found is None or (found.start is None and found.end is None and found.partial is None):
        raise InputError(
            f"{words[:60]!r} tells no day; write 2017-06-17, 2017-06, 2017-06-17/2017-06-20, or words such as"
            " on Tuesday where the page's date is known"
        )
    return found


def _days(words: str) -> TimeValue | None:
    """Return the time that ISO dates tell: a day, a month, a year, or two of them with a slash between."""
    first, slash, last = words.partition("/")
    start, end = _span(first), _span(last) if slash else None
    if start is None or (slash and last and end is None):
        return None if first or not slash or end is None else _interval(None, end[1], "open_start")
    if not slash:
        precision = {4: "year", 7: "month"}.get(len(first), "day")
        return _interval(*start, precision)
    if end is None:
        return _interval(start[0], None, "open_end")
    if end[1] < start[0]:
        raise InputError(f"{words} ends before it begins")
    return _interval(start[0], end[1], "range")


def _interval(start: date | None, end: date | None, precision: str) -> TimeValue:
    first, last = (None if day is None else day.isoformat() for day in (start, end))
    return TimeValue(start=first, end=last, precision=precision, rule="typed")


def _span(told: str) -> tuple[date, date] | None:
    match = _DAY.fullmatch(told)
    if match is None:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    try:
        if day is not None:
            return (date(year or 0, month or 0, day),) * 2
        return month_of(year or 0, month) if month is not None else (date(year or 0, 1, 1), date(year or 0, 12, 31))
    except ValueError as error:
        raise InputError(f"{told} is no date; expected one such as 2017, 2017-06 or 2017-06-17") from error
