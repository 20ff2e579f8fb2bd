"""What speaks for and against each place of one name: a table of named reasons."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from tripoint.mentions.placehints import Hints, fits
from tripoint.mentions.scene import Scene
from tripoint.names import strict_key
from tripoint.resources.countries import countries
from tripoint.resources.places import Place
from tripoint.text import fold

_FAMOUS = 100_000
"""A town of so many people may be named, by its main name, in a text that does not name its country."""

_CITY = 300_000
"""A place of so many people may be a part of a city, and called with an article (*the Bronx*)."""

_KNOWN = 20_000
"""A town of fewer people is seldom named in a text about places elsewhere."""

_LISTED = 0.15
"""What the supplement's word for a place weighs at least: as the people of a small town."""

_SEVERAL = 3
"""So many names of a text tell where it is set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A written name to be placed. `kind`: what the words beside it call it; `loose`: found by the loose key only.

    `within`: codes of the provinces and countries told beside the name; `inside`: of those that *in* names behind it;
    `hints`: what the other names tell; `key`: the name's key among them; `article`: it stands alone behind *the*;
    `seats`, `shared`: what the candidates tell of each other: provinces of large ones; several bear the name.
    `surely`: a word calls what is told beside it a province; `abroad`: all candidates lie in other lands than that.
    """

    text: str
    kind: str | None
    loose: bool
    key: str = ""
    within: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    hints: Hints = field(default_factory=Hints)
    seats: frozenset[str] = frozenset()
    article: bool = False
    shared: bool = False
    surely: bool = False
    abroad: bool = False


def _land(place: Place) -> str:
    known = countries().get(place.countries[0])
    return place.countries[0] if known is None else known.name


def _country(scene: Scene, ask: Question, place: Place) -> tuple[float, str]:
    """The document speaks of the place's country, or of a neighbour, or of others only."""
    if ask.inside and place.population < _FAMOUS and place.kind != "river" and not fits(place, ask.inside):
        return -0.8, "the text says that it lies elsewhere"
    if ask.within:
        return (1.0, "its land is told beside it") if fits(place, ask.within) else (-0.7, "another land is told")
    if ask.abroad and place.population < _FAMOUS:
        return -0.7, "another land is told beside it"
    share = max((scene.told.get(iso2, 0.0) for iso2 in place.countries), default=0.0)
    if not place.countries:
        return 0.3, "it belongs to no single country"
    famous = place.population >= _FAMOUS and not ask.loose
    if share >= 0.02 and not famous and not scene.lands & set(place.countries):
        return -0.6 if ask.loose else 0.0, f"the document names {_land(place)} as a side only"
    if share >= 0.02:
        return 0.3 + 0.2 * min(1.0, share * 3), f"the document speaks of {_land(place)}"
    if _hinted(ask, place):
        return 0.3, f"most other names of the text lie in {_land(place)}"
    if any(scene.near(iso2) for iso2 in place.countries):
        return 0.05, "it lies in a neighbour of the countries that the document speaks of"
    if not scene.told:
        return 0.0, "the document names no country"
    if place.population >= _FAMOUS and not ask.loose and strict_key(ask.text) == strict_key(place.name):
        return 0.0, "the document does not speak of its country, but it is widely known"
    return -0.6, f"the document does not speak of {_land(place)}"


def _hinted(ask: Question, place: Place) -> bool:
    """Say whether two other names or more, and a third of all, would lie in the place's country."""
    votes = ask.hints.land(place, ask.key)
    return votes >= 1.5 and votes >= 0.3 * ask.hints.total


def _population(scene: Scene, ask: Question, place: Place) -> tuple[float, str]:
    """More people are more often named."""
    if place.countries and countries().get(place.countries[0]) is not None:
        country = countries()[place.countries[0]]
        if place.population >= 20_000 and strict_key(country.capital) == strict_key(place.name):
            return 0.6, f"it is the capital of {country.name}"
    if place.population >= 1_000_000:
        return 0.45, f"{place.population} people live there"
    size = 0.3 * math.log10(place.population + 1) / 7
    if place.supplement and size < _LISTED:
        return _LISTED, "it is in the sourced supplement"
    return size, f"{place.population} people live there"


def _spelling(scene: Scene, ask: Question, place: Place) -> tuple[float, str]:
    """The nearer the spelling, the likelier."""
    if ask.loose:
        beside = ask.hints.region(place, ask.key) + ask.hints.corner(place, ask.key)
        if ask.hints.total >= _SEVERAL and beside < 0.3:
            return -0.45, "only a loose spelling agrees, and no other name of the text lies near it"
        return -0.1, "only a loose spelling agrees"
    if fold(ask.text) == fold(place.name):
        return 0.1, "it is written as in the gazetteer"
    if strict_key(ask.text) == strict_key(place.name):
        return 0.08, "it is written as in the gazetteer but for article and accents"
    return 0.0, "another name of it is written"


def _kind(scene: Scene, ask: Question, place: Place) -> tuple[float, str]:
    """The word beside the name says what it is."""
    if place.kind == "province" and place.region in ask.seats and ask.kind not in ("province", "region", "district"):
        return -0.6, "it is rather the city that the province is named after"
    if ask.kind is None:
        if place.kind == "county":
            return -0.1, "a bare name is seldom a county"
        return (-0.04, "a bare name is seldom a province") if place.kind == "province" else (0.0, "no word tells")
    alike = {ask.kind, place.kind}
    quarter = ask.kind == "district" and place.kind == "town"
    if quarter and ask.hints.total >= 1 and ask.hints.corner(place, ask.key) < 0.3 and not ask.within:
        return -0.4, "the text calls it a part of a town, and no town of the text is near"
    if ask.kind == place.kind or any(alike <= kinds for kinds in _CALLED_ALIKE):
        return 0.35, f"the text calls it a {ask.kind}"
    if ask.kind == "region":
        return 0.0, "an area may lie around anything"
    if alike <= {"province", "region"}:
        return 0.1, "provinces are called regions"
    return -0.3, f"the text calls it a {ask.kind}, this is a {place.kind}"


_CALLED_ALIKE = (
    {"town", "village", "district"},
    {"district", "county"},
    {"road", "bridge", "crossing"},
)
"""Kinds of places that one word may call alike (*the bridge* of a road, *the airport* that is a base)."""


def _article(scene: Scene, ask: Question, place: Place) -> tuple[float, str]:
    """*The Dnipro* is the river, *Dnipro* may be the city: rivers and lands take an article, towns none."""
    if ask.kind is not None:
        return 0.0, "a word tells what it is"
    if not ask.article:
        bare = place.kind == "river" and bool(ask.seats)
        return (-0.35, "without an article it is rather the town") if bare else (0.0, "no article is told")
    if place.kind in ("town", "village", "district", "city"):
        borne = place.population >= _CITY or fold(place.name).startswith("the ")
        return (-0.35 if borne else -1.2), "towns take no article"
    if place.kind in ("province", "county"):
        return -0.35, "a province seldom takes an article"
    return 0.35, f"a {place.kind} takes an article"


def _region(scene: Scene, ask: Question, place: Place) -> tuple[float, str]:
    """Other names of the text would lie in the same province."""
    votes = ask.hints.region(place, ask.key)
    if votes < 0.3:
        return 0.0, "no other name of the text speaks for its province"
    return min(0.45, 0.2 * votes), f"other names of the text ({votes:.1f}) lie in its province"


def _neighbours(scene: Scene, ask: Question, place: Place) -> tuple[float, str]:
    """Places of one text lie together."""
    votes = ask.hints.corner(place, ask.key)
    if votes < 0.3:
        alone = ask.hints.total >= 4 and ask.hints.region(place, ask.key) < 0.3 and not ask.within
        if alone and place.kind == "town" and place.population < _KNOWN and not place.supplement:
            told = -0.75 if ask.shared and votes < 0.05 else -0.3
            return told, "it is a small town far from all other places of the text"
        return 0.0, "no other name of the text lies near it"
    return min(0.3, 0.12 * votes), f"other names of the text ({votes:.1f}) lie near it"


FEATURES: tuple[tuple[str, Callable[[Scene, Question, Place], tuple[float, str]]], ...] = (
    ("country", _country),
    ("population", _population),
    ("spelling", _spelling),
    ("kind", _kind),
    ("article", _article),
    ("region", _region),
    ("neighbours", _neighbours),
)
"""The table: every row gives a score and a sentence; the sum decides."""
