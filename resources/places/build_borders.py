"""Make borders.csv anew: `python build_borders.py COUNTRIES.json`.

COUNTRIES.json: countries-50m.json of the npm package world-atlas 2.0.2 (Natural Earth 1:50m, public domain), TopoJSON.
An arc that two countries share is a stretch of their border. Stretches that meet are joined, then thinned so that no
point left out lies more than TOLERANCE_KM from the line. Lines are as Natural Earth draws them: the world's disputes
over them are not decided here.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
TOLERANCE_KM = 5.0
Point = tuple[float, float]


def arcs_of(geometry: dict[str, Any]) -> set[int]:
    """Return the arcs of a polygon or multipolygon, without their directions."""
    found: set[int] = set()
    queue = list(geometry.get("arcs", ()))
    while queue:
        one = queue.pop()
        if isinstance(one, list):
            queue.extend(one)
        else:
            found.add(one if one >= 0 else ~one)
    return found


def lines(atlas: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs as (longitude, latitude)."""
    (kx, ky), (dx, dy) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    found = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        found.append(points)
    return found


def joined(parts: list[list[Point]]) -> list[list[Point]]:
    """Return the parts with those that meet end to end made one."""
    left = [list(part) for part in parts]
    changed = True
    while changed:
        changed = False
        for i, one in enumerate(left):
            for j, other in enumerate(left):
                if i == j:
                    continue
                for b in (other, other[::-1]):
                    if one[-1] == b[0]:
                        left[i] = one + b[1:]
                        del left[j]
                        changed = True
                        break
                if changed:
                    break
            if changed:
                break
    return left


def off_line(p: Point, a: Point, b: Point) -> float:
    """Return the kilometres between a point and a short straight stretch."""
    narrow = math.cos(math.radians(p[1]))
    ax, ay, bx, by, px, py = a[0] * narrow, a[1], b[0] * narrow, b[1], p[0] * narrow, p[1]
    length = (bx - ax) ** 2 + (by - ay) ** 2
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length))
    return 111.2 * math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay))


def thinned(points: list[Point]) -> list[Point]:
    """Return the line without the points that it does not need (Douglas and Peucker 1973)."""
    if len(points) < 3:
        return points
    far, at = max((off_line(p, points[0], points[-1]), i) for i, p in enumerate(points[1:-1], 1))
    if far <= TOLERANCE_KM:
        return [points[0], points[-1]]
    return thinned(points[: at + 1])[:-1] + thinned(points[at:])


def left_out(a: str, b: str, part: list[Point]) -> bool:
    """Tell whether a stretch is one that Natural Earth draws and that is no border in law: see LEFT_OUT."""
    box = LEFT_OUT.get((a, b))
    return box is not None and all(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in part)


LEFT_OUT = {("RU", "UA"): (32.5, 45.0, 36.0, 46.3)}
"""West, south, east, north of stretches left out. Natural Earth draws lines of actual control; the neck of Crimea is
no border between Russia and Ukraine by resolution 68/262 of the General Assembly of the United Nations."""


def main() -> None:
    """Write borders.csv."""
    atlas = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with (HERE / "countries.csv").open(encoding="utf-8", newline="") as rows:
        codes = {}
        for row in csv.DictReader(rows):
            for name in (row["name"], *row["aliases"].split("|")):
                codes[name.lower()] = row["iso2"]
    held: dict[int, set[str]] = defaultdict(set)
    for country in atlas["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"].lower()
        code = codes.get(name) or SHORT.get(name)
        if code is None:  # islands, and lands that few states recognise
            continue
        for arc in arcs_of(country):
            held[arc].add(code)
    arcs = lines(atlas)
    pairs: dict[tuple[str, str], list[list[Point]]] = defaultdict(list)
    for arc, both in sorted(held.items()):
        if len(both) == 2:
            pairs[tuple(sorted(both))].append(arcs[arc])  # type: ignore[index]
    with (HERE / "borders.csv").open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(("a", "b", "line"))
        for (a, b), parts in sorted(pairs.items()):
            kept = [thinned(part) for part in joined(parts) if not left_out(a, b, part)]
            table.writerow((a, b, "|".join(" ".join(f"{x:.2f},{y:.2f}" for x, y in part) for part in kept)))


SHORT = {
    "dem. rep. congo": "CD", "central african rep.": "CF", "s. sudan": "SS", "bosnia and herz.": "BA",
    "dominican rep.": "DO", "macedonia": "MK", "eq. guinea": "GQ", "eswatini": "SZ", "côte d'ivoire": "CI",
    "w. sahara": "EH", "czechia": "CZ", "timor-leste": "TL", "congo": "CG", "united states of america": "US",
    "laos": "LA", "north korea": "KP", "south korea": "KR", "palestine": "PS", "vatican": "VA", "macao": "MO",
}  # fmt: skip
"""Natural Earth's short names."""

if __name__ == "__main__":
    main()
