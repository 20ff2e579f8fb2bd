"""Every event as a row of numbers: what a map and a timeline draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tripoint.store.ordered import Positions
from tripoint.store.reading import CaseReader

_SQL = (
    "SELECT position, type, latitude, longitude, radius_km, geometry,"
    " CAST(julianday(time_start) - 2440587.5 AS INTEGER), CAST(julianday(time_end) - 2440587.5 AS INTEGER),"
    " coalesce(origins, 0), coalesce(contradictions, 0) > 0, coalesce(claims, 0) FROM event_order ORDER BY position"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Columns of equal length, one entry per event in order of time. Days are counted from 1970-01-01.

    `type` points into `types`; `geometry` holds GeoJSON text by row, only of what is no point.
    """

    types: tuple[str, ...]
    row: list[int]
    type: list[int]
    lat: list[float | None]
    lon: list[float | None]
    radius: list[float | None]
    geometry: dict[int, str]
    since: list[int | None]
    until: list[int | None]
    origins: list[int]
    contested: list[int]
    claims: list[int]

    def only(self, positions: Positions) -> Points:
        """Return the columns of the events at these positions."""
        at = (positions - 1).tolist()  # positions count from 1 and leave none out

        def of(column: list[Any]) -> list[Any]:
            return [column[number] for number in at]

        rows = of(self.row)
        kept = set(rows) if self.geometry else set()
        return Points(
            types=self.types,
            row=rows,
            type=of(self.type),
            lat=of(self.lat),
            lon=of(self.lon),
            radius=of(self.radius),
            geometry={row: shape for row, shape in self.geometry.items() if row in kept},
            since=of(self.since),
            until=of(self.until),
            origins=of(self.origins),
            contested=of(self.contested),
            claims=of(self.claims),
        )


def points(reader: CaseReader) -> Points:
    """Return all events as columns."""
    columns = list(zip(*reader.tuples(_SQL), strict=True)) or [()] * 11
    types = tuple(sorted(set(columns[1])))
    number = {name: at for at, name in enumerate(types)}
    return Points(
        types=types,
        row=list(columns[0]),
        type=[number[name] for name in columns[1]],
        lat=list(columns[2]),
        lon=list(columns[3]),
        radius=list(columns[4]),
        geometry={row: shape for row, shape in zip(columns[0], columns[5], strict=True) if shape is not None},
        since=list(columns[6]),
        until=list(columns[7]),
        origins=list(columns[8]),
        contested=list(columns[9]),
        claims=list(columns[10]),
    )
