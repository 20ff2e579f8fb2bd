"""A day or month told within a stretch that leans on the day of publication: *Monday of last week, June last year*."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta

from tripoint.mentions.anchors import Days, from_anchor, month_of, shifted_month, shifted_week, shifted_year
from tripoint.mentions.calendar_words import MONTHS, weekday
from tripoint.mentions.relativetimes import count_of, relative
from tripoint.mentions.timeatoms import Atom, Clue, Match, third


def read_weekday_of_week(match: Match, clue: Clue) -> Atom | None:
    """Read Monday of last week."""
    told = weekday(match["wd"])
    if told is None:
        return None
    shift = {"this": 0, "next": 1}.get(match["rel"].lower(), -1)
    rule = "weekday_of_week"
    if clue.anchor is not None and not clue.anchor.is_day:
        return relative(None, "day", rule, reason="needs the day of publication, only an interval is known")
    days = from_anchor(clue.anchor, lambda day: (shifted_week(day, shift)[0] + timedelta(days=told[0]),) * 2)
    return relative(days, "day", rule)


def read_relative_year(match: Match, clue: Clue) -> Atom | None:
    """Read June of last year, 3 June last year."""
    month = MONTHS[match["mon"].lower().rstrip(".")]
    told = match.groupdict().get("day")
    if told is not None and not 1 <= int(told) <= calendar.monthrange(2000, month)[1]:
        return None
    shift = {"last": -1, "next": 1}.get(match["rel"].lower(), 0)

    def days_of(day: date) -> Days:
        if told is None:
            return month_of(day.year + shift, month)
        return (date(day.year + shift, month, int(told)),) * 2

    one_year = clue.anchor is None or clue.anchor.first.year == clue.anchor.last.year
    days = from_anchor(clue.anchor, days_of) if one_year else None
    precision = "month" if told is None else "day"
    partial = f"--{month:02d}" + ("" if told is None else f"-{int(told):02d}")
    made = relative(days, precision, "relative_year")
    return made if days is not None else replace(made, partial=partial)


def read_ago_to_the(match: Match, clue: Clue) -> Atom | None:
    """Read three years ago this week, a month ago today."""
    count, unit = count_of(match["n"]), match["unit"].lower()
    if count is None or count[0] != count[1] or unit not in ("week", "month", "year"):
        return None
    span = (match["near"] or match["this"].lower().removeprefix("this ")).lower()
    months = {"year": 12, "month": 1}.get(unit, 0) * count[0]

    def days_of(day: date) -> Days:
        if not months:
            then = day - timedelta(weeks=count[0])
        else:
            first, last = shifted_month(day, -months)
            then = min(first + timedelta(days=day.day - 1), last)
        if span == "month":
            return month_of(then.year, then.month)
        return shifted_week(then, 0) if span == "week" else (then, then)

    days = from_anchor(clue.anchor, days_of)
    return relative(days, {"week": "week", "month": "month"}.get(span, "day"), "ago_to_the")


def read_edge(match: Match, clue: Clue) -> Atom | None:
    """Read the end of the year, the start of last month: the third of the period that it names."""
    shift = {"last": -1, "next": 1}.get((match["rel"] or "").lower(), 0)
    step = {"week": shifted_week, "month": shifted_month, "year": shifted_year}[match["unit"].lower()]
    whole = from_anchor(clue.anchor, lambda day: step(day, shift))
    return relative(whole if whole is None else third(match, whole, "range")[0], "range", "period_edge")


_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def read_year_portion(match: Match, clue: Clue) -> Atom | None:
    """Read the first quarter of 2024."""
    year, months = int(match["year"]), 3 if match["portion"].lower() == "quarter" else 6
    count = 12 // months
    nth = _NTH.get(match["nth"].lower(), count - 1)
    if nth >= count:
        return None
    first = date(year, nth * months + 1, 1)
    last = month_of(year, (nth + 1) * months)[1]
    return Atom(days=(first, last), precision="range", rule="year_portion")
