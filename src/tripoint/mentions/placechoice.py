"""Which of the places of one name is meant: a table of named reasons."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from tripoint.mentions.draft import because, reading
from tripoint.mentions.scene import Scene
from tripoint.model import PlaceValue, Reading, Reason
from tripoint.names import strict_key
from tripoint.resources.countries import countries
from tripoint.resources.places import Place
from tripoint.text import fold

ACCEPTED = 0.1
"""A candidate with a lower sum of reasons is refused."""

_FAMOUS = 100_000
"""A town of so many people may be named, by its main name, in a text that does not name its country."""

PRECISION = {
    "town": "town",
    "village": "town",
    "district": "district",
    "province": "province",
    "region": "area",
    "desert": "area",
    "island": "area",
    "sea": "area",
    "country": "country",
    "river": "line",
    "road": "line",
    "border": "line",
}
"""Precision of a place by its kind; all else is a site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A written name to be placed. `kind`: what the words beside it call it; `loose`: found by the loose key only.

    `within`: ISO code of the country told beside the name; `known`: points of the document's other places.
    """

    text: str
    kind: str | None
    loose: bool
    within: str | None = None
    known: tuple[tuple[float, float], ...] = ()


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance in kilometres."""
    p1, p2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((p2 - p1) / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))


def _land(place: Place) -> str:
    known = countries().get(place.countries[0])
    return place.countries[0] if known is None else known.name


def _country(scene: Scene, ask: Question, place: Place) -> tuple[float, str]:
    """The document speaks of the place's country, or of a neighbour, or of others only."""
    if ask.within is not None:
        return (0.6, "its country is told beside it") if ask.within in place.countries else (-0.7, "another is told")
    share = max((scene.told.get(iso2, 0.0) for iso2 in place.countries), default=0.0)
    if not place.countries:
        return 0.3, "it belongs to no single country"
    if share >= 0.02 and place.population < _FAMOUS and not scene.lands & set(place.countries):
        return 0.0, f"the document names {_land(place)} as a side only"
    if share >= 0.02:
        return 0.3 + 0.2 * min(1.0, share * 3), f"the document speaks of {_land(place)}"
    if any(scene.near(iso2) for iso2 in place.countries):
        return 0.05, "it lies in a neighbour of the countries that the document speaks of"
    if not scene.told:
        return 0.0, "the document names no country"
    if place.population >= _FAMOUS and not ask.loose and strict_key(ask.text) == strict_key(place.name):
        return 0.0, "the document does not speak of its country, but it is widely known"
    return -0.6, f"the document does not speak of {_land(place)}"


def _population(scene: Scene, ask: Question, place: Place) -> tuple[float, str]:
    """More people are more often named."""
    if place.supplement:
        return 0.15, "it is in the sourced supplement"
    if place.countries and countries().get(place.countries[0]) is not None:
        country = countries()[place.countries[0]]
        if place.population >= 20_000 and strict_key(country.capital) == strict_key(place.name):
            return 0.6, f"it is the capital of {country.name}"
    if place.population >= 1_000_000:
        return 0.45, f"{place.population} people live there"
    return 0.3 * math.log10(place.population + 1) / 7, f"{place.population} people live there"


def _spelling(scene: Scene, ask: Question, place: Place) -> tuple[float, str]:
    """The nearer the spelling, the likelier."""
    if ask.loose:
        return -0.1, "only a loose spelling agrees"
    if fold(ask.text) == fold(place.name):
        return 0.1, "it is written as in the gazetteer"
    if strict_key(ask.text) == strict_key(place.name):
        return 0.08, "it is written as in the gazetteer but for article and accents"
    return 0.0, "another name of it is written"


def _kind(scene: Scene, ask: Question, place: Place) -> tuple[float, str]:
    """The word beside the name says what it is."""
    if ask.kind is None:
        return (-0.04, "a bare name is seldom a province") if place.kind == "province" else (0.0, "no word tells")
    alike = {ask.kind, place.kind}
    if ask.kind == place.kind or alike <= {"town", "village", "district"}:
        return 0.35, f"the text calls it a {ask.kind}"
    if ask.kind == "region":
        return 0.0, "an area may lie around anything"
    if alike <= {"province", "region"}:
        return 0.1, "provinces are called regions"
    return -0.3, f"the text calls it a {ask.kind}, this is a {place.kind}"


def _neighbours(scene: Scene, ask: Question, place: Place) -> tuple[float, str]:
    """Places of one text lie together."""
    if not ask.known or place.lat is None or place.lon is None:
        return 0.0, "no other place to measure from"
    near = min(km(place.lat, place.lon, lat, lon) for lat, lon in ask.known)
    if near <= 150:
        return 0.15, f"another place of the text lies {near:.0f} km away"
    if near <= 500:
        return 0.05, f"another place of the text lies {near:.0f} km away"
    return -0.1, f"the nearest other place of the text lies {near:.0f} km away"


FEATURES: tuple[tuple[str, Callable[[Scene, Question, Place], tuple[float, str]]], ...] = (
    ("country", _country),
    ("population", _population),
    ("spelling", _spelling),
    ("kind", _kind),
    ("neighbours", _neighbours),
)
"""The table: every row gives a score and a sentence; the sum decides."""


def choose(scene: Scene, ask: Question, places: tuple[Place, ...]) -> list[Reading]:
    """Return a reading for each candidate, the best chosen when it is good enough; at most eight rejected ones."""
    judged: list[tuple[float, Place, tuple[Reason, ...]]] = []
    for place in places:
        given: list[Reason] = []
        total = 0.0
        for name, feature in FEATURES:
            score, sentence = feature(scene, ask, place)
            total += score
            if score or name == "country":
                given.append(because(name, max(-1.0, min(1.0, score)), sentence))
        judged.append((total, place, tuple(given)))
    judged.sort(key=lambda row: (-row[0], row[1].id))
    made: list[Reading] = []
    for rank, (total, place, reasons) in enumerate(judged[:8]):
        chosen = rank == 0 and total >= ACCEPTED
        made.append(
            reading(
                place.name,
                0.5 + total / 2,
                reasons,
                chosen=chosen,
                candidate_id=place.id,
                place=value(place),
            )
        )
    return made


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
