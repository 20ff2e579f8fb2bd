"""The gazetteer: look-ups by key in a compact index on disk; nothing of it lives in memory but a small cache."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tripoint.resources.gazetteer_index import ensure_index

_CACHE = 20_000


@lru_cache(maxsize=4096)
def _codes(country: str) -> tuple[str, ...]:
    return tuple(code for code in country.split("|") if code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on the map. `country` holds one ISO code, or several parted by `|` for a river or a desert.

    `population` is 0 where unknown; `supplement` marks entries of resources/places/supplement; `region` is GeoNames'
    code of the province in which it lies, or which it is (`US.TX`).
    """

    id: str
    name: str
    kind: str
    country: str
    admin1: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    population: int
    supplement: bool
    region: str = ""

    @property
    def countries(self) -> tuple[str, ...]:
        """The ISO codes of its countries."""
        return _codes(self.country)


class Gazetteer:
    """Places by strict or loose key (see names.py). Safe to use after a fork: each process opens its own file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._bases: dict[int, sqlite3.Connection] = {}
        self.strict = lru_cache(maxsize=_CACHE)(self._strict)
        self.loose = lru_cache(maxsize=_CACHE)(self._loose)

    def _base(self) -> sqlite3.Connection:
        process = os.getpid()
        base = self._bases.get(process)
        if base is None:
            base = sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True, check_same_thread=False)
            self._bases[process] = base
        return base

    def _strict(self, key: str) -> tuple[Place, ...]:
        """Return the places with this strict key, the most peopled first."""
        return self._find("name", key)

    def _loose(self, key: str) -> tuple[Place, ...]:
        """Return the places with this loose key, the most peopled first."""
        return self._find("loose", key)

    def by_id(self, place_id: str) -> Place | None:
        """Return the place with this id, or None."""
        return next(iter(self._rows("place p WHERE p.id = ?", place_id)), None)

    def _find(self, table: str, key: str) -> tuple[Place, ...]:
        return self._rows(f"{table} n JOIN place p ON p.rowid = n.place WHERE n.key = ?", key)

    def _rows(self, where: str, told: str) -> tuple[Place, ...]:
        rows = self._base().execute(
            "SELECT p.id, p.name, p.kind, p.country, p.admin1, p.lat, p.lon, p.radius_km, p.population, p.supplement, "
            f"p.region FROM {where} ORDER BY p.supplement DESC, p.population DESC, p.id LIMIT 40",
            (told,),
        )
        return tuple(
            Place(
                id=row[0],
                name=row[1],
                kind=row[2],
                country=row[3],
                admin1=row[4],
                lat=row[5],
                lon=row[6],
                radius_km=row[7],
                population=row[8],
                supplement=bool(row[9]),
                region=row[10],
            )
            for row in rows
        )


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer; the first use on a machine compiles it (some ten seconds)."""
    return Gazetteer(ensure_index())
