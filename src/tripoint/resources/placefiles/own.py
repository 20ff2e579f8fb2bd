"""GeoJSON and CSV with columns of our names, or of names that can only mean the same."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tripoint.errors import InputError
from tripoint.resources.gazetteer_sources import COLUMNS, Entry, checked_row
from tripoint.resources.placefiles.lines import LONGEST, opened

if TYPE_CHECKING:
    from tripoint.resources.placefiles.placefile import PlaceFile

_ALIASES = ("aliases", "alias", "alternatenames", "alternate_names", "other_names")


_GUESSES = {
    "id": ("id", "place_id", "geonameid", "fid", "pcode"),
    "name": ("name", "name_en", "asciiname", "title", "place"),
    "aliases": _ALIASES,
    "kind": ("kind", "type", "feature", "category"),
    "country": ("country", "country_code", "iso2", "cc"),
    "admin1": ("admin1", "province", "governorate", "region", "state"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "radius_km": ("radius_km", "radius"),
    "source": ("source",),
}


def geojson(file: PlaceFile) -> Iterator[Entry]:
    """Yield the points of a FeatureCollection; other shapes are counted as left out."""
    with opened(file.path) as lines:
        try:
            found = json.load(lines)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{file.path.name} is not JSON ({error}); expected a GeoJSON FeatureCollection") from error
    features = found.get("features") if isinstance(found, dict) else None
    if not isinstance(features, list):
        raise InputError(f"{file.path.name} holds no `features`; expected a GeoJSON FeatureCollection of points")
    for number, feature in enumerate(features, 1):
        shape = feature.get("geometry") if isinstance(feature, dict) else None
        told = (feature.get("properties") or {}) if isinstance(feature, dict) else {}
        if not isinstance(shape, dict) or shape.get("type") != "Point" or not isinstance(told, dict):
            file.left_out["no point"] += 1
            continue
        lon, lat = (*shape.get("coordinates", ()), None, None)[:2]
        row = {str(key): "" if value is None else str(value) for key, value in told.items()}
        row |= {"lat": str(lat), "lon": str(lon)}
        row.setdefault("id", str(feature.get("id") or ""))
        yield _own(file, number, row, f"{file.path.name}, feature {number}")


def table(file: PlaceFile) -> Iterator[Entry]:
    """Yield the rows of a CSV file, parted by commas or semicolons."""
    with opened(file.path) as lines:
        first = lines.readline(LONGEST)
        lines.seek(0)
        rows = csv.DictReader(lines, delimiter=";" if first.count(";") > first.count(",") else ",", restval="")
        try:
            for row in rows:
                yield _own(file, rows.line_num, row, f"{file.path.name}, line {rows.line_num}")
        except csv.Error as error:
            raise file.wrong(rows.line_num, f"{error}; is it CSV?") from error


def _own(file: PlaceFile, number: int, row: dict[str, str], where: str) -> Entry:
    """Return a row with columns of our names, or of names that can only mean the same."""
    lower = {(key or "").strip().lower(): value for key, value in row.items()}
    told = {
        ours: next((lower[name].strip() for name in names if isinstance(lower.get(name), str)), "")
        for ours, names in _GUESSES.items()
    }
    if not told["name"] or not told["lat"] or not told["lon"]:
        raise InputError(f"{where}: a place needs a name, a latitude and a longitude; columns: {', '.join(lower)}")
    told["id"] = told["id"] or f"own:{file.path.stem}:{number}"
    told["kind"] = told["kind"] or "town"
    told["country"] = told["country"] or file.country or ""
    told["radius_km"] = told["radius_km"] or "3"
    told["source"] = told["source"] or f"file {file.path.name}"
    told["aliases"] = told["aliases"].replace(";", "|")
    return checked_row({column: told[column] for column in COLUMNS}, where)
