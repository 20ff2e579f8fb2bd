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
    ago,
    from_anchor,
    month_of,
    shifted_month,
    shifted_week,
    shifted_year,
)
from tripoint.mentions.calendar_words import MONTHS, number_words, weekday


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
    """What a reader of one expression may use: the anchor, and whether its sentence looks ahead."""

    anchor: Anchor | None
    ahead: bool


Match = re.Match[str]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _exact(year: int, month: int, day: int, rule: str) -> Atom | None:
    found = _date(year, month, day)
    return None if found is None else Atom(days=(found, found), precision="day", rule=rule)


def _partial(clue: Clue, month: int, day: int | None, rule: str) -> Atom | None:
    """Read a date without its year: the last such one up to the publication, the next when the sentence looks ahead."""
    if day is not None and _date(2000, month, day) is None:
        return None
    told = f"--{month:02d}" + ("" if day is None else f"-{day:02d}")
    anchor = clue.anchor
    if anchor is None:
        reason = f"no year is told; {NEEDS_DATE}"
        return Atom(days=None, precision="unresolved", rule=rule, partial=told, reason=reason)
    found: set[Days] = set()
    for point in (anchor.first, anchor.last):
        options = []
        for year in (point.year - 1, point.year, point.year + 1):
            if day is None:
                options.append(month_of(year, month))
            elif (one := _date(year, month, day)) is not None:
                options.append((one, one))
        fits = [one for one in options if (one[1] >= point if clue.ahead else one[0] <= point)]
        if fits:
            found.add(fits[0] if clue.ahead else fits[-1])
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
    return _partial(clue, _mon(match), int(match["day"]), "day_of_month")


def read_day_range(match: Match, clue: Clue) -> Atom | None:
    """Read 3-5 May."""
    first = _partial(clue, _mon(match), int(match["day"]), "day_range")
    last = _partial(clue, _mon(match), int(match["day2"]), "day_range")
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


def _third(match: Match, days: Days, precision: str) -> tuple[Days, str]:
    part = (match.groupdict().get("part") or "").lower().strip(" -")
    place = next((place for word, place in _THIRDS.items() if word in part), None)
    if place is None:
        return days, precision
    length = (days[1] - days[0]).days + 1
    first = days[0] + timedelta(days=length * place // 3)
    return (first, days[0] + timedelta(days=length * (place + 1) // 3 - 1)), "range"


def read_month_year(match: Match, clue: Clue) -> Atom | None:
    """Read June 2017."""
    days, precision = _third(match, month_of(int(match["year"]), _mon(match)), "month")
    return Atom(days=days, precision=precision, rule="month_of_year")


def read_month(match: Match, clue: Clue) -> Atom | None:
    """Read in June."""
    if not match["mon"][0].isupper():
        return None
    told = (match.groupdict().get("rel") or "").lower()
    made = _partial(clue, _mon(match), None, "month")
    if made is None or made.days is None:
        return made
    if told == "next":
        days = from_anchor(clue.anchor, lambda day: _next_month(day, _mon(match)))
        return made if days is None else Atom(days=days, precision="month", rule="month", partial=made.partial)
    days, precision = _third(match, made.days, "month")
    return Atom(days=days, precision=precision, rule="month", partial=made.partial)


def _next_month(day: date, month: int) -> Days:
    return month_of(day.year + (month <= day.month), month)


def read_year(match: Match, clue: Clue) -> Atom | None:
    """Read in 2017."""
    year = int(match["year"])
    days, precision = _third(match, (date(year, 1, 1), date(year, 12, 31)), "year")
    return Atom(days=days, precision=precision, rule="year")


def read_decade(match: Match, clue: Clue) -> Atom | None:
    """Read the 1990s."""
    year = int(match["year"])
    return Atom(days=(date(year, 1, 1), date(year + 9, 12, 31)), precision="range", rule="decade")


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def _season(year: int, name: str) -> Days:
    first = date(year, _SEASONS[name], 1)
    return first, shifted_month(first, 2)[1]


def read_season(match: Match, clue: Clue) -> Atom | None:
    """Read the summer of 2014."""
    name = match["season"].lower()
    if match["year"]:
        return Atom(days=_season(int(match["year"]), name), precision="range", rule="season")
    relation = (match["rel"] or "").lower()
    if relation not in ("last", "this", "next"):
        return None
    shift = {"last": -1, "next": 1}.get(relation, 0)
    days = from_anchor(clue.anchor, lambda day: _season(day.year + shift, name))
    return _relative(days, "range", "season")


def _relative(days: Days | None, precision: str, rule: str, *, reason: str = NEEDS_DATE) -> Atom:
    if days is None:
        return Atom(days=None, precision="unresolved", rule=rule, reason=reason)
    exact = precision != "day" or days[0] == days[1]
    return Atom(days=days, precision=precision if exact else "range", rule=rule)


def read_weekday(match: Match, clue: Clue) -> Atom | None:
    """Read on Saturday, misspelt or not."""
    told = weekday(match["wd"])
    if told is None:
        return None
    number, misspelt = told
    rule = "weekday_misspelt" if misspelt else "weekday"
    relation = (match["rel"] or "").lower()
    if clue.anchor is None:
        return _relative(None, "day", rule)
    if not clue.anchor.is_day:
        return _relative(None, "day", rule, reason="needs the day of publication, only an interval is known")
    day = clue.anchor.first
    back = (day.weekday() - number) % 7
    if relation == "last" and back == 0:
        back = 7
    found = day - timedelta(days=back)
    if relation in ("next", "this coming", "coming") or (clue.ahead and relation != "last"):
        found = day + timedelta(days=(number - day.weekday() - 1) % 7 + 1)
    return Atom(days=(found, found), precision="day", rule=rule)


_NEAR_DAYS = {
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "tonight": 0,
    "last night": -1,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday morning": -1,
    "yesterday evening": -1,
    "yesterday afternoon": -1,
    "the day before yesterday": -2,
    "overnight": 0,
}


def read_near_day(match: Match, clue: Clue) -> Atom | None:
    """Read yesterday, last night."""
    words = re.sub(r"\s+", " ", match[0].lower())
    shift = timedelta(days=_NEAR_DAYS[words])
    low = timedelta(days=-1) if words == "overnight" else shift
    days = from_anchor(clue.anchor, lambda day: (day + low, day + shift))
    part = words.endswith(("night", "morning", "evening", "afternoon")) and words != "overnight"
    return _relative(days, "part_of_day" if part and days and days[0] == days[1] else "day", "near_day")


def read_period(match: Match, clue: Clue) -> Atom | None:
    """Read last week, earlier this month."""
    relation = re.sub(r"\s+", " ", match["rel"].lower())
    unit = match["unit"].lower()
    shift = -1 if relation in ("last", "previous", "past") else 1 if relation in ("next", "coming") else 0
    steps: dict[str, Callable[[date], Days]] = {
        "week": lambda day: shifted_week(day, shift),
        "month": lambda day: shifted_month(day, shift),
        "year": lambda day: shifted_year(day, shift),
        "decade": lambda day: (shifted_year(day, 10 * shift)[0], day),
        "weekend": lambda day: (shifted_week(day, shift)[0] + timedelta(days=5), shifted_week(day, shift)[1]),
    }
    if unit == "weekend" and shift == 0:
        shift = -1 if clue.anchor is not None and clue.anchor.last.weekday() < 5 and not clue.ahead else 0
    whole = from_anchor(clue.anchor, steps[unit])
    if whole is None or clue.anchor is None:
        return _relative(None, unit, f"{relation.replace(' ', '_')}_period")
    if relation == "earlier this" or (relation == "this" and not clue.ahead):
        whole = (whole[0], max(whole[0], min(whole[1], clue.anchor.last)))
    elif relation == "later this":
        whole = (max(whole[0], clue.anchor.first), whole[1])
    precision = unit if unit in ("week", "month", "year") and shift else "range"
    return Atom(days=whole, precision=precision, rule=f"{relation.replace(' ', '_')}_period")


_FEW = {"several": (3, 9), "a few": (2, 5), "few": (2, 5), "a couple of": (2, 3), "couple of": (2, 3), "some": (2, 9)}


def _count(words: str) -> tuple[int, int] | None:
    plain = re.sub(r"\s+", " ", words.lower())
    if plain in _FEW:
        return _FEW[plain]
    value = number_words([plain])
    return None if value is None else (int(value), int(value))


def read_ago(match: Match, clue: Clue) -> Atom | None:
    """Read two days ago."""
    count = _count(match["n"])
    if count is None:
        return None
    low, high = count
    unit = match["unit"].lower()
    hedge = (match["hedge"] or "").lower()
    if hedge in ("more than", "over") and unit != "day":
        high += 1
    days = from_anchor(clue.anchor, lambda day: ago(day, unit, low, high))
    precision = {"day": "day", "week": "week", "month": "month", "year": "year"}.get(unit, "range")
    if low != high or hedge or (days is not None and unit == "day" and days[0] != days[1]):
        precision = "range"
    return _relative(days, precision, "ago")


def read_past_span(match: Match, clue: Clue) -> Atom | None:
    """Read the past two weeks."""
    count = _count(match["n"]) if match["n"] else (1, 9)
    unit = match["unit"].lower()
    if count is None:
        return None
    high = count[1]
    if match["rel"].lower() in ("next", "coming"):
        return _relative(None, "range", "coming_span", reason="a stretch that lies ahead")
    days = from_anchor(clue.anchor, lambda day: (ago(day, unit, high, high)[0], day))
    return _relative(
        days if match["n"] else None, "range", "past_span", reason=NEEDS_DATE if match["n"] else "no number is told"
    )


def read_now(match: Match, clue: Clue) -> Atom | None:
    """Read currently."""
    return _relative(from_anchor(clue.anchor, lambda day: (day, day)), "day", "present")


def read_recent(match: Match, clue: Clue) -> Atom | None:
    """Read in recent days."""
    return Atom(days=None, precision="unresolved", rule="recent", reason="how recent is not told")
