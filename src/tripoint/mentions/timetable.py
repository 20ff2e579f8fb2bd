"""The table of time expressions: a name, a pattern and the reader of each."""

from __future__ import annotations

import re
from collections.abc import Callable

from tripoint.mentions.calendar_words import MONTHS, SMALL, WEEKDAYS
from tripoint.mentions.nestedtimes import (
    read_ago_to_the,
    read_edge,
    read_relative_year,
    read_weekday_of_week,
    read_year_portion,
)
from tripoint.mentions.relativetimes import (
    read_ago,
    read_near_day,
    read_now,
    read_past_day,
    read_past_span,
    read_period,
    read_recent,
    read_season,
    read_weekday,
    read_weekend,
)
from tripoint.mentions.timeatoms import (
    Atom,
    Clue,
    Match,
    read_day_range,
    read_decade,
    read_full,
    read_iso,
    read_month,
    read_month_day,
    read_month_year,
    read_numeric,
    read_portion,
    read_year,
)

_MON = (
    "(?P<mon>(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b"
    r"(?:(?<=jan)\.|(?<=feb)\.|(?<=mar)\.|(?<=apr)\.|(?<=jun)\.|(?<=jul)\.|(?<=aug)\.|(?<=sept)\.|(?<=sep)\.|(?<=oct)\."
    r"|(?<=nov)\.|(?<=dec)\.)?)"
)


_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"


_YEAR = r"(?P<year>(?:19|20)\d\d)"


_WD = r"(?:(?:" + "|".join(WEEKDAYS) + r"|mon|tues?|wed|thur?s?|fri|sat|sun)\.?,?\s+(?:the\s+)?)?"


_NUMBER = r"(?P<n>\d{1,3}|" + "|".join(SMALL) + r"|an?|several|a few|few|a couple of|couple of|some)"


_UNIT = r"(?P<unit>minute|hour|day|week|month|year|decade)s?"


def _row(
    name: str, pattern: str, read: Callable[[Match, Clue], Atom | None]
) -> tuple[str, re.Pattern[str], Callable[[Match, Clue], Atom | None]]:
    return name, re.compile(pattern, re.IGNORECASE), read


_PARTS = r"(?P<part>(?:early|mid|late|the beginning of|the start of|the end of|the middle of)[\s-]+(?:in\s+)?)?"


_PORTION = r"(?P<portion>beginning|start|middle|end|(?:first|second|third|fourth|last|final)\s+(?:week|half|days?))"


PATTERNS = (
    _row("iso", r"\b(?P<year>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)\b", read_iso),
    _row("numeric", rf"\b(?P<a>[0-3]?\d)(?P<sep>[/.-])(?P<b>[0-3]?\d)(?P=sep){_YEAR}\b", read_numeric),
    _row(
        "range_mdy",
        rf"\b{_MON}\s+{_DAY}\s*(?:-|to|and|until)\s*(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?(?:,?\s+{_YEAR})?(?!\d)",
        read_day_range,
    ),
    _row(
        "range_dmy",
        rf"\b{_DAY}\s*(?:-|to|and|until)\s*(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?{_MON}(?:,?\s+{_YEAR})?(?!\d)",
        read_day_range,
    ),
    _row("dmy", rf"\b{_WD}{_DAY}(?:\s+of)?[\s-]+{_MON},?[\s-]+{_YEAR}\b", read_full),
    _row("mdy", rf"\b{_WD}{_MON}\s+(?:the\s+)?{_DAY},?\s+{_YEAR}\b", read_full),
    _row(
        "dm_relative",
        rf"\b{_DAY}(?:\s+of)?\s+{_MON},?\s+(?:of\s+)?(?P<rel>last|this|next)\s+year\b",
        read_relative_year,
    ),
    _row(
        "my_relative",
        rf"\b{_MON},?\s+(?:of\s+)?(?P<rel>last|this|next)\s+year\b",
        read_relative_year,
    ),
    _row("my", rf"\b{_PARTS}{_MON},?\s+(?:of\s+)?{_YEAR}\b", read_month_year),
    _row("dm", rf"\b{_WD}{_DAY}(?:\s+of)?\s+{_MON}(?!\w)(?!\s+\d)", read_month_day),
    _row("md", rf"\b{_WD}{_MON}\s+(?:the\s+)?{_DAY}\b(?!\s*(?::\d|%|,\d|\.\d|people|km))", read_month_day),
    _row(
        "season",
        rf"\b(?P<rel>last|this|next|the|in)?\s*(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?{_YEAR})?\b",
        read_season,
    ),
    _row("decade", r"\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?P<year>(?:19|20)\d0)'?s\b", read_decade),
    _row(
        "month",
        rf"(?:\b(?:in|since|during|until|by|from|after|before|of)\s+|(?P<rel>\blast|\bnext|\bthis)\s+){_PARTS}{_MON}(?!\s+\d)(?!\w)",
        read_month,
    ),
    _row("month_named", rf"\bthe\s+{_MON}(?=\s+[a-z])(?!\s+of\b)", read_month),
    _row("month_part", rf"\b(?P<part>early|mid|late)[\s-]+{_MON}(?!\s+\d)(?!\w)", read_month),
    _row("month_portion", rf"\bthe\s+{_PORTION}\s+of\s+{_MON}(?:,?\s+(?:of\s+)?{_YEAR})?(?!\s+\d)(?!\w)", read_portion),
    _row(
        "year",
        r"(?:\b(?:the|an?|his|her|its|their|in|since|during|until|by|from|after|before|of|year|and|to|between"
        r"|throughout)\s+|\(|(?<=(?:19|20)\d\d, ))(?:the\s+year\s+)?"
        rf"{_PARTS}{_YEAR}(?![\w,.]?\d"
        r"|\s*(?:km|people|fighters|troops|soldiers|civilians|meters|metres|rebels|men|%))",
        read_year,
    ),
    _row(
        "year_portion",
        rf"\bthe\s+(?P<nth>first|second|third|fourth|last|final)\s+(?P<portion>quarter|half)\s+of\s+{_YEAR}\b",
        read_year_portion,
    ),
    _row("year_part", rf"\b(?P<part>early|mid|late)[\s-]+{_YEAR}\b(?!s)", read_year),
    _row(
        "weekday",
        r"\b(?:(?P<rel>last|next|this coming|coming|this|past|early|late)\s+)?"
        r"(?P<wd>[A-Z][a-z]{4,9})\b(?:\s+(?P<pod>morning|afternoon|evening|night))?",
        read_weekday,
    ),
    _row(
        "weekday_of_week",
        r"\b(?P<wd>[A-Z][a-z]{4,9})(?:\s+(?P<pod>morning|afternoon|evening|night))?"
        r"\s+(?:of\s+)?(?P<rel>last|this|next|the previous|the past)\s+week\b",
        read_weekday_of_week,
    ),
    _row(
        "near_day",
        r"\b(?:the day before yesterday|yesterday(?: morning| evening| afternoon)?|today|tomorrow|tonight|last night"
        r"|overnight|this morning|this afternoon|this evening)\b",
        read_near_day,
    ),
    _row(
        "period",
        r"\b(?P<rel>earlier this|later this|last|this|next|past|previous|coming)\s+"
        r"(?P<unit>week|month|year|decade|weekend)\b",
        read_period,
    ),
    _row("weekend", r"(?:(?<=\bat )|(?<=\bover )|(?<=\bon )|(?<=\bduring ))the\s+(?P<unit>weekend)\b", read_weekend),
    _row(
        "past_day",
        r"(?:(?<=\bover )|(?<=\bin )|(?<=\bduring )|(?<=\bwithin ))the\s+(?:past|last)\s+day\b(?!\s+of)",
        read_past_day,
    ),
    _row(
        "period_edge",
        r"\b(?P<part>beginning|start|middle|end)\s+of\s+(?:the|(?P<rel>this|last|next))\s+(?P<unit>week|month|year)\b",
        read_edge,
    ),
    _row(
        "ago",
        rf"\b(?:(?P<hedge>almost|nearly|about|around|some|roughly|more than|over|less than|just|only)\s+)?"
        rf"{_NUMBER}\s+{_UNIT}\s+(?:ago|earlier)\b",
        read_ago,
    ),
    _row(
        "ago_to_the",
        rf"\b{_NUMBER}\s+{_UNIT}\s+ago\s+(?:to the (?P<near>day|week|month)|(?P<this>today|this week|this month))\b",
        read_ago_to_the,
    ),
    _row(
        "past_span",
        rf"\b(?:the\s+)?(?P<rel>past|last|next|coming)\s+(?:{_NUMBER}\s+)?(?P<unit>hour|day|week|month|year|decade)s\b",
        read_past_span,
    ),
    _row("now", r"\b(?:currently|now|presently|at present|at the moment|nowadays|at this time|these days)\b", read_now),
    _row("recent", r"\b(?:recently|in recent (?:hours|days|weeks|months|years)|lately|the other day)\b", read_recent),
)
"""The table: name, pattern, reader. The longest reading at a place wins, then the earlier row."""

NEED_DIGITS = frozenset("iso numeric range_mdy range_dmy dmy mdy my dm md decade year year_part year_portion".split())
NEED_MONTH = frozenset(
    "range_mdy range_dmy dmy mdy my dm md month month_named month_part month_portion dm_relative my_relative".split()
)
"""Rows that find nothing in a sentence without a digit, or without the name of a month."""

MONTH_STARTS = tuple(sorted({name[:3] for name in MONTHS}))
"""A sentence without any of these names no month."""

NEED_WORDS = {
    "season": ("spring", "summer", "autumn", "fall", "winter"),
    "ago": ("ago", "earlier"),
    "ago_to_the": ("ago",),
    "dm_relative": ("year",),
    "my_relative": ("year",),
    "weekday_of_week": ("week",),
    "now": ("current", "now", "present", "moment", "this time", "these days"),
    "recent": ("recent", "lately", "other day"),
    "past_span": ("past", "last", "next", "coming"),
    "weekend": ("weekend",),
    "past_day": ("day",),
    "period": ("week", "month", "year", "decade"),
    "period_edge": ("beginning of", "start of", "middle of", "end of"),
    "near_day": ("day", "night", "morning", "afternoon", "evening", "tomorrow"),
}
"""Of these rows, one word must stand in the sentence; looking for it first costs less than the pattern."""
