"""Countries: their names, nationalities, capitals and neighbours."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache

from tripoint.errors import ResourceError
from tripoint.names import strict_key
from tripoint.resources.files import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country; `lat`, `lon` a rough centre, `radius_km` covers the land. `iso2` in capitals."""

    iso2: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str
    lat: float
    lon: float
    radius_km: float
    neighbours: frozenset[str]

    @property
    def adjective(self) -> str:
        """The usual nationality (*Syrian*)."""
        return self.adjectives[0]


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """Return all countries by ISO code."""
    path = resource("places/countries.csv")
    found: dict[str, Country] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["iso2"] in found:
                raise ResourceError(f"{path.name}: {row['iso2']} stands twice; keep one line for each country")
            found[row["iso2"]] = Country(
                iso2=row["iso2"],
                name=row["name"],
                aliases=_parts(row["aliases"]),
                adjectives=_parts(row["adjectives"]),
                capital=row["capital"],
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                radius_km=float(row["radius_km"]),
                neighbours=frozenset(_parts(row["neighbours"])),
            )
    return found


@lru_cache(maxsize=1)
def by_key() -> dict[str, str]:
    """Return the ISO code of every country name and nationality, by strict key."""
    found: dict[str, str] = {}
    for country in countries().values():
        for name in (country.name, *country.aliases, *country.adjectives):
            found.setdefault(strict_key(name), country.iso2)
    return found


def nationality(word: str) -> tuple[str, str] | None:
    """Return (ISO code, country's name) when `word` is a nationality (*Syrian*), else None."""
    code = _adjectives().get(word)
    return None if code is None else (code, countries()[code].name)


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    return {word: country.iso2 for country in countries().values() for word in country.adjectives}


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
