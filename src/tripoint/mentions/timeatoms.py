"""Single expressions of time: a literal table of patterns, each with the small function that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tripoint.mentions.anchors import (
    NEEDS_DATE,
    Anchor,
    Days,
    from_anchor,
    month_of,
)
from tripoint.mentions.calendar_words import MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """What one expression means: `days` None when unresolved, with the `reason`; `rule` names the row."""

    days: Days | None
    precision: str
    rule: str
    partial: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """What a reader of one expression may use: the anchor, and the `tense` at an offset (1 ahead, -1 back)."""

    anchor: Anchor | None
    tense: Callable[[int], int]


Match = re.Match[str]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _exact(year: int, month: int, day: int, rule: str) -> Atom | None:
    found = _date(year, month, day)
    return None if found is None else Atom(days=(found, found), precision="day", rule=rule)


def _partial(clue: Clue, month: int, day: int | None, rule: str, at: int) -> Atom | None:
    """Read a date without its year: the last such up to the publication, the next or the nearest as its verb tells."""
    if day is not None and _date(2000, month, day) is None:
        return None
    told = f"--{month:02d}" + ("" if day is None else f"-{day:02d}")
    anchor = clue.anchor
    if anchor is None:
        reason = f"no year is told; {NEEDS_DATE}"
        return Atom(days=None, precision="unresolved", rule=rule, partial=told, reason=reason)
    found: set[Days] = set()
    tense = clue.tense(at)
    for point in (anchor.first, anchor.last):
        options = []
        for year in (point.year - 1, point.year, point.year + 1):
            if day is None:
                options.append(month_of(year, month))
            elif (one := _date(year, month, day)) is not None:
                options.append((one, one))
        back = [one for one in options if one[0] <= point][-1:]
        ahead = [one for one in options if one[1] >= point][:1]
        near = bool(ahead and back) and 2 * (ahead[0][0] - point).days < (point - back[0][1]).days
        past = bool(ahead and back) and 10 * (point - back[0][1]).days < (ahead[0][0] - point).days
        fits = ahead if (tense > 0 and not past) or (tense == 0 and near) else back
        found.update(fits)
    if len(found) != 1:
        reason = "the publication date leaves more than one year open"
        return Atom(days=None, precision="unresolved", rule=rule, partial=told, reason=reason)
    days = found.pop()
    return Atom(days=days, precision="month" if day is None else "day", rule=rule, partial=told)


def _mon(match: Match) -> int:
    return MONTHS[match["mon"].lower().rstrip(".")]


def read_iso(match: Match, clue: Clue) -> Atom | None:
    """Read 2017-06-17."""
    return _exact(int(match["year"]), int(match["m"]), int(match["d"]), "iso_date")


def read_full(match: Match, clue: Clue) -> Atom | None:
    """Read 17 June 2017."""
    return _exact(int(match["year"]), _mon(match), int(match["day"]), "full_date")


def read_numeric(match: Match, clue: Clue) -> Atom | None:
    """Read 17/06/2017, unresolved where day and month may be either way round."""
    one, two, year = int(match["a"]), int(match["b"]), int(match["year"])
    if match["sep"] != "/" or one > 12:
        return _exact(year, two, one, "numeric_date")
    if two > 12 or one == two:
        return _exact(year, one, two, "numeric_date")
    options = sorted(day for day in (_date(year, one, two), _date(year, two, one)) if day is not None)
    if clue.anchor is not None:
        near = [day for day in options if day <= clue.anchor.last and (clue.anchor.first - day).days <= 62]
        if len(near) == 1:
            return Atom(days=(near[0], near[0]), precision="day", rule="numeric_date")
    reason = "day and month may be either way round"
    return Atom(days=None, precision="unresolved", rule="numeric_date", reason=reason)


def read_month_day(match: Match, clue: Clue) -> Atom | None:
    """Read 17 June."""
    return _partial(clue, _mon(match), int(match["day"]), "day_of_month", match.start("mon"))


def read_day_range(match: Match, clue: Clue) -> Atom | None:
    """Read 3-5 May."""
    first = _partial(clue, _mon(match), int(match["day"]), "day_range", match.start("mon"))
    last = _partial(clue, _mon(match), int(match["day2"]), "day_range", match.start("mon"))
    if match.groupdict().get("year"):
        first = _exact(int(match["year"]), _mon(match), int(match["day"]), "day_range")
        last = _exact(int(match["year"]), _mon(match), int(match["day2"]), "day_range")
    if first is None or last is None or int(match["day"]) >= int(match["day2"]):
        return None
    if first.days is None or last.days is None:
        partial = f"{first.partial}/{last.partial}"
        return Atom(days=None, precision="unresolved", rule="day_range", partial=partial, reason=first.reason)
    return Atom(days=(first.days[0], last.days[1]), precision="range", rule="day_range")


_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}


def third(match: Match, days: Days, precision: str) -> tuple[Days, str]:
    """Return the early, middle or late third of `days` where the words ask for one, with its precision."""
    part = (match.groupdict().get("part") or "").lower().strip(" -")
    place = next((place for word, place in _THIRDS.items() if word in part), None)
    if place is None:
        return days, precision
    length = (days[1] - days[0]).days + 1
    first = days[0] + timedelta(days=length * place // 3)
    return (first, days[0] + timedelta(days=length * (place + 1) // 3 - 1)), "range"


def read_month_year(match: Match, clue: Clue) -> Atom | None:
    """Read June 2017."""
    days, precision = third(match, month_of(int(match["year"]), _mon(match)), "month")
    return Atom(days=days, precision=precision, rule="month_of_year")


def read_month(match: Match, clue: Clue) -> Atom | None:
    """Read in June."""
    if not match["mon"][0].isupper():
        return None
    told = (match.groupdict().get("rel") or "").lower()
    made = _partial(clue, _mon(match), None, "month", match.start("mon"))
    if made is None or made.days is None:
        return made
    if told == "next":
        days = from_anchor(clue.anchor, lambda day: _next_month(day, _mon(match)))
        return made if days is None else Atom(days=days, precision="month", rule="month", partial=made.partial)
    days, precision = third(match, made.days, "month")
    return Atom(days=days, precision=precision, rule="month", partial=made.partial)


_WEEKS = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def read_portion(match: Match, clue: Clue) -> Atom | None:
    """Read the end of April, the last week of May 2019."""
    if not match["mon"][0].isupper():
        return None
    rule = "month_portion"
    if match["year"]:
        made: Atom | None = Atom(days=month_of(int(match["year"]), _mon(match)), precision="month", rule=rule)
    else:
        made = _partial(clue, _mon(match), None, rule, match.start("mon"))
    if made is None or made.days is None:
        return made
    first, last = made.days
    which, *unit = match["portion"].lower().split()
    if unit == ["day"] and which not in ("first", "last", "final"):
        return None  # the second day of what began in April
    if not unit:
        third = _THIRDS.get(which, 1)
        length = (last - first).days + 1
        days = first + timedelta(days=length * third // 3), first + timedelta(days=length * (third + 1) // 3 - 1)
    elif unit[0] == "half":
        days = (first, first + timedelta(days=14)) if which == "first" else (first + timedelta(days=15), last)
    elif which in _WEEKS and unit[0] == "week":
        begin = first + timedelta(days=7 * _WEEKS[which])
        days = begin, begin + timedelta(days=6)
    elif unit[0] == "day":
        days = (first, first) if which == "first" else (last, last)
        return Atom(days=days, precision="day", rule=rule, partial=made.partial)
    else:
        days = (first, first + timedelta(days=6)) if which == "first" else (last - timedelta(days=6), last)
    return Atom(days=days, precision="range", rule=rule, partial=made.partial)


def _next_month(day: date, month: int) -> Days:
    return month_of(day.year + (month <= day.month), month)


def read_year(match: Match, clue: Clue) -> Atom | None:
    """Read in 2017."""
    year = int(match["year"])
    days, precision = third(match, (date(year, 1, 1), date(year, 12, 31)), "year")
    return Atom(days=days, precision=precision, rule="year")


def read_decade(match: Match, clue: Clue) -> Atom | None:
    """Read the 1990s."""
    year = int(match["year"])
    return Atom(days=(date(year, 1, 1), date(year + 9, 12, 31)), precision="range", rule="decade")
