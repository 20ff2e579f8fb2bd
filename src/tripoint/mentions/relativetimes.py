"""Expressions that lean on the day of publication: seasons, weekdays, *yesterday, last week, two days ago*."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from tripoint.mentions.anchors import (
    NEEDS_DATE,
    Days,
    ago,
    from_anchor,
    shifted_month,
    shifted_week,
    shifted_year,
)
from tripoint.mentions.calendar_words import number_words, weekday
from tripoint.mentions.timeatoms import Atom, Clue, Match

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
    return relative(days, "range", "season")


def relative(days: Days | None, precision: str, rule: str, *, reason: str = NEEDS_DATE) -> Atom:
    """Return the atom of `days`, unresolved with `reason` where there are none."""
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
        return relative(None, "day", rule)
    if not clue.anchor.is_day:
        return relative(None, "day", rule, reason="needs the day of publication, only an interval is known")
    day = clue.anchor.first
    back = (day.weekday() - number) % 7
    if relation == "last" and back == 0:
        back = 7
    found = day - timedelta(days=back)
    if relation in ("next", "this coming", "coming"):
        found = day + timedelta(days=(number - day.weekday() - 1) % 7 + 1)
    elif relation != "last" and clue.tense(match.start("wd")) > 0:
        found = day + timedelta(days=(number - day.weekday()) % 7)
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
    return relative(days, "part_of_day" if part and days and days[0] == days[1] else "day", "near_day")


def read_period(match: Match, clue: Clue) -> Atom | None:
    """Read last week, earlier this month."""
    relation = re.sub(r"\s+", " ", match["rel"].lower())
    unit = match["unit"].lower()
    ahead = clue.tense(match.start("unit")) > 0
    shift = -1 if relation in ("last", "previous", "past") else 1 if relation in ("next", "coming") else 0
    steps: dict[str, Callable[[date], Days]] = {
        "week": lambda day: shifted_week(day, shift),
        "month": lambda day: shifted_month(day, shift),
        "year": lambda day: shifted_year(day, shift),
        "decade": lambda day: (shifted_year(day, 10 * shift)[0], day),
        "weekend": lambda day: (shifted_week(day, shift)[0] + timedelta(days=5), shifted_week(day, shift)[1]),
    }
    if unit == "weekend" and shift == 0:
        shift = -1 if clue.anchor is not None and clue.anchor.last.weekday() < 5 and not ahead else 0
    whole = from_anchor(clue.anchor, steps[unit])
    if whole is None or clue.anchor is None:
        return relative(None, unit, f"{relation.replace(' ', '_')}_period")
    if relation == "earlier this" or (relation == "this" and not ahead):
        whole = (whole[0], max(whole[0], min(whole[1], clue.anchor.last)))
    elif relation == "later this":
        whole = (max(whole[0], clue.anchor.first), whole[1])
    precision = unit if unit in ("week", "month", "year") and shift else "range"
    return Atom(days=whole, precision=precision, rule=f"{relation.replace(' ', '_')}_period")


_FEW = {"several": (3, 9), "a few": (2, 5), "few": (2, 5), "a couple of": (2, 3), "couple of": (2, 3), "some": (2, 9)}


def count_of(words: str) -> tuple[int, int] | None:
    """Return how many units some words tell, from and to."""
    plain = re.sub(r"\s+", " ", words.lower())
    if plain in _FEW:
        return _FEW[plain]
    value = number_words([plain])
    return None if value is None else (int(value), int(value))


def read_ago(match: Match, clue: Clue) -> Atom | None:
    """Read two days ago."""
    count = count_of(match["n"])
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
    return relative(days, precision, "ago")


def read_past_span(match: Match, clue: Clue) -> Atom | None:
    """Read the past two weeks."""
    count = count_of(match["n"]) if match["n"] else (1, 9)
    unit = match["unit"].lower()
    if count is None:
        return None
    high = count[1]
    if match["rel"].lower() in ("next", "coming"):
        return relative(None, "range", "coming_span", reason="a stretch that lies ahead")
    days = from_anchor(clue.anchor, lambda day: (ago(day, unit, high, high)[0], day))
    return relative(
        days if match["n"] else None, "range", "past_span", reason=NEEDS_DATE if match["n"] else "no number is told"
    )


def read_weekend(match: Match, clue: Clue) -> Atom | None:
    """Read at the weekend: the last before the day of publication, or the next where its verb looks ahead."""
    ahead = clue.tense(match.start("unit")) > 0
    days = from_anchor(clue.anchor, lambda day: _weekend(day, ahead=ahead))
    return relative(days, "range", "weekend")


def _weekend(day: date, *, ahead: bool) -> Days:
    saturday = day - timedelta(days=(day.weekday() - 5) % 7) + timedelta(days=7 if ahead and day.weekday() < 5 else 0)
    return saturday, saturday + timedelta(days=1)


def read_past_day(match: Match, clue: Clue) -> Atom | None:
    """Read over the past day: the day of publication and the one before."""
    return relative(from_anchor(clue.anchor, lambda day: (day - timedelta(days=1), day)), "range", "past_day")


def read_now(match: Match, clue: Clue) -> Atom | None:
    """Read currently."""
    return relative(from_anchor(clue.anchor, lambda day: (day, day)), "day", "present")


def read_recent(match: Match, clue: Clue) -> Atom | None:
    """Read in recent days."""
    return Atom(days=None, precision="unresolved", rule="recent", reason="how recent is not told")
