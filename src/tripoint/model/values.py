"""Small values that several records share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open stretch `[start, end)` of characters (Unicode code points) of one text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a judgement fell as it did: the name of a row in a table of reasons, its score and a sentence for a reader.

    `score` is in [-1, 1]: below 0 speaks against, 0 is neutral.
    """

    name: str
    score: float
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date as an interval of days that contains it, with how it is known.

    `start` and `end` are inclusive ISO days (`2017-06-17`) or None where that side is open.
    `precision` is day, week, month, year, range, bound (only a limit is known) or unknown.
    `evidence` names the sources in words, best first; `span` points into the page's text where words told it.
    """

    start: str | None
    end: str | None
    precision: str
    evidence: tuple[str, ...] = ()
    span: Span | None = None


UNTOLD = frozenset({"bound", "unknown"})
"""Precisions of dates that tell no day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue:
    """When something happened or was said, as an inclusive interval of days.

    `precision`: day, part_of_day, week, month, year, range, open_start, open_end or unresolved.
    `partial`: the ISO 8601 truncated form when the year or month is not told (`--05-02`).
    `text`, `start_char`, `end_char`: the words it rests on, in the document's text.
    `rule`: the name of the rule that resolved it. `inferred`: not told by the clause but taken from its event.
    """

    start: str | None
    end: str | None
    precision: str
    partial: str | None = None
    text: str = ""
    start_char: int | None = None
    end_char: int | None = None
    rule: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceValue:
    """A place on the map. WGS84 degrees; `radius_km` is the uncertainty around the point.

    `place_id` is None, and lat and lon with it, for a place that no gazetteer holds: named, unlocated.
    `precision`: site, town, district, province, country, line, area or unlocated.
    `geometry`: GeoJSON text for what is not a point (a border, a stretch between two places), else None.
    """

    place_id: str | None
    name: str
    lat: float | None
    lon: float | None
    radius_km: float | None
    country: str | None
    admin1: str | None
    precision: str
    geometry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountValue:
    """How many of what: `low` and `high` bound the number (None = open), `wording` keeps *at least, about, up to*.

    `what`: killed, wounded, captured, displaced, length, area, distance, troops, vehicles, towns, money, duration,
    count.
    `unit`: `km`, `km2`, or the noun counted (`ISIS fighters`). `of`: whose, as written, or None.
    """

    what: str
    low: float | None
    high: float | None
    unit: str
    of: str | None
    wording: str
