"""TIMEX3: what the times and durations of ours are called there, and which words it marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tripoint.mentions.calendar_words import MONTHS, number_words
from tripoint.model import AmountValue, TimeValue

_WEEK = re.compile(r"-W(\d)(?!\d)")
_UNKNOWN = re.compile(r"(?:-XX)+$")
_DECADE = re.compile(r"(\d{3})X")


def normal(value: str) -> str:
    """Return a value as it is compared: weeks of two digits, nothing for the parts that are unknown."""
    value = _UNKNOWN.sub("", _WEEK.sub(r"-W0\1", value))
    decade = _DECADE.fullmatch(value)
    return value if decade is None else decade[1]


_NOW = frozenset({"now", "right now", "currently", "at present", "at the moment", "presently", "nowadays"})
_PARTS = {"morning": "TMO", "noon": "TMI", "midday": "TMI", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_RANGE = re.compile(r"(?:between|from)\s+(.+?)\s+(?:and|to|until|till|through)\s+(.+)", re.I | re.S)
_DAYS = re.compile(r"([A-Za-z]+\.?\s+\d{1,2})\s+(?:and|to)\s+(\d{1,2})", re.S)
_OPEN = re.compile(r"(?:up )?(?:ever )?(?:since|until|till|after|before|by|through|prior to|up to)\s+(?:the\s+)?", re.I)
_MONTH = re.compile(r"\b(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b", re.I)
_DAY = re.compile(r"\b[0-3]?\d(?:st|nd|rd|th)?\b(?!\d)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNIT = re.compile(r"\b(second|minute|hour|day|week|month|year|decade)s?\b", re.I)
_UNITS = {
    "day": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "year": "P{}Y",
    "decade": "P{}Y",
    "hour": "PT{}H",
    "minute": "PT{}M",
    "second": "PT{}S",
}


def timexes(time: TimeValue, text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what TIMEX3 marks of a time of ours, as offsets into its text, each with its value.

    Prepositions stay outside, and both ends of a range are marked.
    """
    ends = _RANGE.fullmatch(text) or _DAYS.fullmatch(text)
    if ends is not None and time.start is not None and time.end is not None:
        first, last = ends[1], ends[2]
        now = first.lower() in _NOW
        yield ends.start(1), ends.end(1), "PRESENT_REF" if now else _told(time.start, first)
        yield ends.start(2), ends.end(2), time.end if _DAYS.fullmatch(text) else _told(time.end, last)
        return
    lead = _OPEN.match(text)
    yield (0 if lead is None else lead.end()), len(text), value_of(time, text)


def _told(day: str, words: str) -> str:
    """Return a day as exactly as the words tell it: a year, a month, a day."""
    rest = _YEAR.sub(" ", words)
    if _MONTH.search(rest):
        return day if _DAY.search(rest) else day[:7]
    return day[:4] if _YEAR.search(words) else day


def value_of(time: TimeValue, text: str) -> str:
    """Return the TIMEX3 value of a time of ours, empty where it has none."""
    plain = text.lower()
    if plain in _NOW or time.rule == "present":
        return "PRESENT_REF"
    if time.rule == "past_span" or (time.rule.endswith("past_period") and plain.startswith(("past", "the past"))):
        return _span(plain)
    if time.start is None and time.end is None:
        if time.rule in ("recent", "coming_span", "past_span"):
            unit = _UNIT.search(plain)
            return "PAST_REF" if unit is None else _UNITS[unit[1].lower()].format("X")
        return time.partial.replace("--", "XXXX-", 1) if time.partial else ""
    if time.start is None or time.end is None:
        return _open(time, text)
    return _closed(time, plain)


def _open(time: TimeValue, text: str) -> str:
    """*Until March 6, since 1949*: TIMEX3 marks the inner expression."""
    limit = time.start or time.end or ""
    if time.rule.startswith(("after", "before")) and _UNIT.search(text) is None and not _YEAR.search(text):
        shift = -1 if time.rule.startswith("after") else 1
        limit = date.fromordinal(date.fromisoformat(limit).toordinal() + shift).isoformat()
    if time.rule.endswith("_period"):
        return _period(limit, text.lower()) or limit
    return _told(limit, text)


def _closed(time: TimeValue, plain: str) -> str:
    start, end = time.start or "", time.end or ""
    if start == end:
        part = next((code for word, code in _PARTS.items() if word in plain), None)
        return start if time.precision != "part_of_day" or part is None else f"{start}{part}"
    if time.rule.endswith("_period"):
        return _period(start, plain) or f"{start}/{end}"
    season = next((code for word, code in _SEASONS.items() if word in plain), None)
    if time.rule == "season" and season is not None:
        return f"{start[:4]}-{season}"
    if time.rule == "decade":
        return start[:3]
    if time.precision == "week":
        return _week(start)
    if time.precision == "month" or (start[:7] == end[:7] and _MONTH.search(plain) and not _DAY.search(plain)):
        return start[:7] if start[:7] == end[:7] else f"{start}/{end}"
    if time.precision == "year" or (start[:4] == end[:4] and _YEAR.search(plain) and not _MONTH.search(plain)):
        return start[:4] if start[:4] == end[:4] else f"{start}/{end}"
    if time.rule == "ago" and "decade" in plain and start.endswith("-01-01"):
        return start[:4]
    return f"{start}/{end}"


def _period(day: str, plain: str) -> str | None:
    if "week" in plain and "weekend" not in plain:
        return _week(day)
    if "month" in plain:
        return day[:7]
    return day[:4] if "year" in plain else None


def _week(day: str) -> str:
    year, week, _ = date.fromisoformat(day).isocalendar()
    return f"{year:04d}-W{week:02d}"


def _span(plain: str) -> str:
    """*The past two weeks*: a duration."""
    unit = _UNIT.search(plain)
    if unit is None:
        return ""
    number = next((value for word in plain.split() if (value := number_words([word])) is not None), None)
    plural = unit[0].endswith("s")
    return _length(unit[1], number if number is not None else None if plural else 1.0)


def _length(unit: str, number: float | None) -> str:
    if unit == "decade" and number is not None:
        return f"P{number * 10:g}Y"
    return _UNITS[unit].format("X" if number is None else f"{number:g}")


def duration_of(amount: AmountValue) -> str:
    """Return the TIMEX3 value of a duration of ours, empty where its unit is unknown."""
    unit = amount.unit.lower().removesuffix("s")
    if unit not in _UNITS:
        return ""
    if amount.low is not None and amount.low % 1 == 0.5 and unit == "hour":
        return f"PT{int(amount.low)}H30M"
    return _length(unit, amount.low)
