"""Places that speak: a country and a capital stand for a government, and what is no town for whom it gave its name."""

from __future__ import annotations

from functools import lru_cache

from tripoint.claims.scene import Named
from tripoint.names import strict_key
from tripoint.resources.countries import countries


def governs(place: Named) -> bool:
    """Whether a place stands for its government: a country, or a country's capital."""
    held = place.place
    if held is not None and held.precision == "country":
        return True
    return strict_key(place.name) in _capitals()


def no_town(place: Named) -> bool:
    """Whether the place is on no map, or a river or a road: what says a thing is none of them."""
    held = place.place
    return held is not None and (held.precision == "line" or held.place_id is None)


@lru_cache(maxsize=1)
def _capitals() -> frozenset[str]:
    return frozenset(strict_key(country.capital) for country in countries().values())
