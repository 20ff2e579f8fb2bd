"""Places as values: of the gazetteer, of countries, of names that no gazetteer holds; distances between them."""

from __future__ import annotations

import math

from tripoint.model import PlaceValue
from tripoint.resources.countries import countries
from tripoint.resources.places import Place

PRECISION = {
    "town": "town",
    "village": "town",
    "district": "district",
    "county": "district",
    "province": "province",
    "region": "area",
    "desert": "area",
    "island": "area",
    "sea": "area",
    "continent": "area",
    "country": "country",
    "river": "line",
    "road": "line",
    "border": "line",
}
"""Precision of a place by its kind; all else is a site."""


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance in kilometres."""
    p1, p2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((p2 - p1) / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))


def value(place: Place) -> PlaceValue:
    """Return a gazetteer's place as a value."""
    return PlaceValue(
        place_id=place.id,
        name=place.name,
        lat=place.lat,
        lon=place.lon,
        radius_km=place.radius_km,
        country=place.countries[0] if len(place.countries) == 1 else None,
        admin1=place.admin1,
        precision=PRECISION.get(place.kind, "site"),
    )


def unlocated(name: str, *, country: str | None = None) -> PlaceValue:
    """Return a named place that no gazetteer holds."""
    return PlaceValue(
        place_id=None,
        name=name,
        lat=None,
        lon=None,
        radius_km=None,
        country=country,
        admin1=None,
        precision="unlocated",
    )


def country_value(iso2: str) -> PlaceValue:
    """Return a country as a place."""
    country = countries()[iso2]
    return PlaceValue(
        place_id=f"country:{iso2}",
        name=country.name,
        lat=country.lat,
        lon=country.lon,
        radius_km=country.radius_km,
        country=iso2,
        admin1=None,
        precision="country",
    )
