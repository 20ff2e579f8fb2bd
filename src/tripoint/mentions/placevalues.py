"""Places as values: of the gazetteer, of countries, of names that no gazetteer holds."""

from __future__ import annotations

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


def unlocated(name: str, *, country: str | None = None, admin1: str | None = None) -> PlaceValue:
    """Return a named place that no gazetteer holds, with the land that the text tells it to lie in."""
    return PlaceValue(
        place_id=None,
        name=name,
        lat=None,
        lon=None,
        radius_km=None,
        country=country,
        admin1=admin1,
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
