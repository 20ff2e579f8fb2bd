"""Distances, directions and shapes on the globe. Degrees (WGS84), kilometres; a sphere is close enough for news."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
"""Latitude, longitude."""

EARTH_KM = 12742.0
"""The Earth's diameter."""

DEGREE_KM = math.pi * EARTH_KM / 360

BEARINGS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
    "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
}  # fmt: skip
"""Degrees clockwise from north of the words for directions."""


def kilometres(a: Point, b: Point) -> float:
    """Return the great-circle distance."""
    north, south = math.radians(a[0]), math.radians(b[0])
    turn = math.sin((south - north) / 2) ** 2
    turn += math.cos(north) * math.cos(south) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return EARTH_KM * math.asin(min(1.0, math.sqrt(turn)))


def destination(start: Point, bearing: float, km: float) -> Point:
    """Return the point `km` from `start` toward `bearing`; the longitude is within 180 degrees of that of `start`."""
    turn, far, lat = math.radians(bearing), 2 * km / EARTH_KM, math.radians(start[0])
    up = math.asin(math.sin(lat) * math.cos(far) + math.cos(lat) * math.sin(far) * math.cos(turn))
    aside = math.atan2(math.sin(turn) * math.sin(far) * math.cos(lat), math.cos(far) - math.sin(lat) * math.sin(up))
    return math.degrees(up), start[1] + math.degrees(aside)


def length(points: Sequence[Point]) -> float:
    """Return the kilometres along a line."""
    return sum(kilometres(a, b) for a, b in pairwise(points))


def middle(points: Sequence[Point]) -> Point:
    """Return the point halfway along a line of at least one point."""
    lengths = [kilometres(a, b) for a, b in pairwise(points)]
    left = sum(lengths) / 2
    for (a, b), far in zip(pairwise(points), lengths, strict=True):
        if left <= far and far > 0:
            share = left / far
            return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
        left -= far
    return points[-1]


def line(*stretches: Sequence[Point], uncertainty_km: float) -> str:
    """Return GeoJSON of one line, or of several stretches of one."""
    drawn = [[_place(point) for point in stretch] for stretch in stretches]
    if len(drawn) == 1:
        return _text("LineString", drawn[0], uncertainty_km)
    return _text("MultiLineString", drawn, uncertainty_km)


def sector(start: Point, bearing: float, *, width: float, near_km: float, far_km: float) -> str:
    """Return GeoJSON of the ground that lies toward `bearing`, give or take half of `width` degrees."""
    steps = max(8, round(width / 10))
    turns = [bearing - width / 2 + width * step / steps for step in range(steps + 1)]
    outer = [destination(start, turn, far_km) for turn in turns]
    inner = [destination(start, turn, near_km) for turn in reversed(turns)] if near_km > 0 else [start]
    ring = [_place(point) for point in (*reversed(outer), *reversed(inner))]  # against the clock, as RFC 7946 has it
    return _text("Polygon", [[*ring, ring[0]]], (far_km - near_km) / 2)


def _place(point: Point) -> list[float]:
    return [round(point[1], 3), round(point[0], 3)]


def _text(kind: str, coordinates: object, uncertainty_km: float) -> str:
    shape = {"type": kind, "coordinates": coordinates, "uncertainty_km": round(uncertainty_km, 1)}
    return json.dumps(shape, separators=(",", ":"))
