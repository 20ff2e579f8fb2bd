"""The borders between countries, as lines."""

from __future__ import annotations

import csv
from functools import lru_cache

from tripoint.resources.files import resource
from tripoint.sphere import Point

Line = tuple[Point, ...]


@lru_cache(maxsize=1)
def _borders() -> dict[frozenset[str], tuple[Line, ...]]:
    with resource("places/borders.csv").open(encoding="utf-8", newline="") as rows:
        return {
            frozenset((row["a"], row["b"])): tuple(_line(part) for part in row["line"].split("|") if part)
            for row in csv.DictReader(rows)
        }


def _line(told: str) -> Line:
    points = (point.split(",") for point in told.split())
    return tuple((float(lat), float(lon)) for lon, lat in points)


def border(a: str, b: str) -> tuple[Line, ...]:
    """Return the stretches of the border between two countries (ISO codes); none where they do not touch."""
    return _borders().get(frozenset((a, b)), ())


def borders_of(country: str) -> tuple[Line, ...]:
    """Return the stretches of all land borders of a country."""
    return tuple(line for pair, lines in sorted(_borders().items(), key=lambda e: sorted(e[0])) if country in pair
                 for line in lines)  # fmt: skip


def meeting(a: str, b: str, c: str) -> Point | None:
    """Return the point where three countries meet, or None."""
    ends = [{point for part in border(*pair) for point in (part[0], part[-1])} for pair in ((a, b), (b, c), (a, c))]
    return min(ends[0] & ends[1] & ends[2], default=None)
