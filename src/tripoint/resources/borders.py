"""The borders between countries, as lines."""

from __future__ import annotations

import csv
import math
from functools import lru_cache
from itertools import pairwise

from tripoint.resources.files import resource
from tripoint.sphere import DEGREE_KM, Point

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


@lru_cache(maxsize=1024)
def border_at(point: Point, km: float) -> tuple[str, str] | None:
    """Return the two countries whose border is the nearest to a point, None where it lies farther off."""
    far, pair = min(((_away(point, line), tuple(sorted(pair))) for pair, lines in _borders().items() for line in lines))
    return (pair[0], pair[1]) if far <= km else None


def _away(point: Point, line: Line) -> float:
    """Return the kilometres to the nearest point of a line, as on a flat map."""
    lat, lon = point
    shrink = math.cos(math.radians(lat))
    flat = [((b - lon) * shrink * DEGREE_KM, (a - lat) * DEGREE_KM) for a, b in line]
    best = min((math.hypot(x, y) for x, y in flat), default=math.inf)
    for (x, y), (u, v) in pairwise(flat):
        square = (u - x) ** 2 + (v - y) ** 2
        if square:
            along = max(0.0, min(1.0, -(x * (u - x) + y * (v - y)) / square))
            best = min(best, math.hypot(x + along * (u - x), y + along * (v - y)))
    return best


def meeting(a: str, b: str, c: str) -> Point | None:
    """Return the point where three countries meet, or None."""
    ends = [{point for part in border(*pair) for point in (part[0], part[-1])} for pair in ((a, b), (b, c), (a, c))]
    return min(ends[0] & ends[1] & ends[2], default=None)
