"""Files of places as others publish them: GeoNames dumps, Who's On First tables, GeoJSON, CSV; read a row at a time."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from gzip import GzipFile
from pathlib import Path
from typing import IO, Any

from tripoint.errors import InputError
from tripoint.resources.countries import countries
from tripoint.resources.files import resource
from tripoint.resources.gazetteer_sources import COLUMNS, Entry, checked_row

FORMATS = ("geonames", "wof", "geojson", "csv")
"""What a file of places may be."""

_ALIASES = ("aliases", "alias", "alternatenames", "alternate_names", "other_names")
_GUESSES = {
    "id": ("id", "place_id", "geonameid", "fid", "pcode"),
    "name": ("name", "name_en", "asciiname", "title", "place"),
    "aliases": _ALIASES,
    "kind": ("kind", "type", "feature", "category"),
    "country": ("country", "country_code", "iso2", "cc"),
    "admin1": ("admin1", "province", "governorate", "region", "state"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "radius_km": ("radius_km", "radius"),
    "source": ("source",),
}
_GEONAMES = (
    "geonameid name asciiname alternatenames latitude longitude feature_class feature_code country cc2 admin1 admin2 "
    "admin3 admin4 population elevation dem timezone modified"
).split()
_WOF = frozenset({"wof_id", "country", "placetype", "name", "lat", "lon"})
_LONGEST = 1 << 20
_LATIN_END = 0x2C0


class PlaceFile:
    """The places of one file. `left_out` counts rows that are no places for us, by reason, once they were read."""

    def __init__(self, path: Path, *, format_: str | None = None, country: str | None = None) -> None:
        self.path = path
        self.format = format_ or guessed(path)
        self.country = country
        self.left_out: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Entry]:
        """Yield the places; raises InputError with the line of the first row that breaks a rule."""
        read: Callable[[PlaceFile], Iterable[Entry]] = _READERS[self.format]
        seen: dict[str, int] = {}
        for number, entry in enumerate(read(self), 1):
            if entry.id in seen:
                raise InputError(f"{self.path.name}: the id {entry.id} of place {number} is that of place "
                                 f"{seen[entry.id]} already; give each its own")  # fmt: skip
            seen[entry.id] = number
            if self.country is not None and self.country not in entry.country.split("|"):
                self.left_out["another country"] += 1
            else:
                yield entry

    def wrong(self, number: int, why: str) -> InputError:
        """Return the error for a row."""
        return InputError(f"{self.path.name}, line {number}: {why}")


def guessed(path: Path) -> str:
    """Return the format of a file by its name and its beginning; raises InputError when it is none of ours."""
    with _lines(path) as lines:
        first = lines.readline(_LONGEST)
    if first.lstrip().startswith("{"):
        return "geojson"
    cells = first.rstrip("\r\n").split("\t")
    if len(cells) == len(_GEONAMES) and cells[0].isdigit():
        return "geonames"
    if set(cells) >= _WOF:
        return "wof"
    if "," in first or ";" in first:
        return "csv"
    raise InputError(
        f"{path.name} is no file of places: expected a GeoNames dump, a Who's On First table, GeoJSON, or CSV with "
        "columns such as name, lat, lon"
    )


@contextmanager
def _lines(path: Path) -> Iterator[IO[str]]:
    """Open a file of text, also in .gz or as the fullest .txt, .csv or .tsv of a .zip."""
    try:
        with path.open("rb") as raw:
            if zipfile.is_zipfile(raw):
                with zipfile.ZipFile(raw) as box:
                    inside = [i for i in box.infolist() if i.filename.lower().endswith((".txt", ".csv", ".tsv"))]
                    if not inside:
                        raise InputError(f"{path.name} holds no .txt, .csv or .tsv; unpack it and give the file")
                    with box.open(max(inside, key=lambda info: info.file_size)) as member:
                        yield io.TextIOWrapper(member, encoding="utf-8-sig", newline="")
                return
            raw.seek(0)
            packed = raw.read(2) == b"\x1f\x8b"
            raw.seek(0)
            stream: Any = GzipFile(fileobj=raw) if packed else raw
            yield io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}; give a file of places") from error
    except (UnicodeDecodeError, EOFError, zipfile.BadZipFile) as error:
        raise InputError(f"{path.name} is not UTF-8 text, or is cut short ({error}); save it again") from error


@lru_cache(maxsize=4)
def _features(book: str) -> dict[str, tuple[str, float | None]]:
    with resource("places/features.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["code"]: (row["kind"], float(row["radius_km"]) if row["radius_km"] else None)
            for row in csv.DictReader(lines)
            if row["book"] == book
        }


def _geonames(file: PlaceFile) -> Iterator[Entry]:
    features = _features("geonames")
    with _lines(file.path) as lines:
        for number, row in _tabbed(file, lines, _GEONAMES):
            known = features.get(row["feature_code"])
            if known is None:
                file.left_out[f"no place of ours: {row['feature_code'] or 'no feature code'}"] += 1
                continue
            yield _entry(
                file, number, id_=f"gn:{row['geonameid']}", name=row["name"], kind=known[0], radius=known[1],
                country=row["country"], point=(row["latitude"], row["longitude"]), people=row["population"],
                region=f"{row['country']}.{row['admin1']}" if row["admin1"] else "",
                names=(row["asciiname"], *row["alternatenames"].split(",")),
            )  # fmt: skip


def _wof(file: PlaceFile) -> Iterator[Entry]:
    features = _features("wof")
    with _lines(file.path) as lines:
        heads = lines.readline(_LONGEST).rstrip("\r\n").split("\t")
        if missing := sorted(_WOF - set(heads)):
            raise file.wrong(1, f"the columns {', '.join(missing)} are missing; expected a Who's On First table")
        told_of: set[str] = set()
        for number, row in _tabbed(file, lines, heads, first=2, quoted=True):
            known = features.get(row["placetype"])
            alike = row.get("gn_id") or row["wof_id"]
            if alike in told_of:
                file.left_out["the same place of GeoNames again"] += 1
                continue
            if known is None or row.get("is_current") == "0" or row.get("superseded") == "True":
                file.left_out["no place of ours" if known is None else "no longer current"] += 1
                continue
            told_of.add(alike)
            told = (part.partition("=") for part in row.get("alt_names", "").split("|"))
            province = row.get("gn_admin1", "")
            yield _entry(
                file, number, id_=f"gn:{row['gn_id']}" if row.get("gn_id") else f"wof:{row['wof_id']}",
                name=row["name"], kind=known[0], radius=known[1], country=row["country"],
                point=(row["lat"], row["lon"]), people=row.get("qs_pop", ""),
                region=f"{row['country']}.{province.split('.')[0].zfill(2)}" if province else "",
                names=(row.get("gn_asciiname", ""), *(name for tag, _, name in told if tag.startswith(_LANGUAGES))),
            )  # fmt: skip


_LANGUAGES = ("eng_", "fra_", "deu_", "und_")


def _geojson(file: PlaceFile) -> Iterator[Entry]:
    with _lines(file.path) as lines:
        try:
            found = json.load(lines)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{file.path.name} is not JSON ({error}); expected a GeoJSON FeatureCollection") from error
    features = found.get("features") if isinstance(found, dict) else None
    if not isinstance(features, list):
        raise InputError(f"{file.path.name} holds no `features`; expected a GeoJSON FeatureCollection of points")
    for number, feature in enumerate(features, 1):
        shape = feature.get("geometry") if isinstance(feature, dict) else None
        told = (feature.get("properties") or {}) if isinstance(feature, dict) else {}
        if not isinstance(shape, dict) or shape.get("type") != "Point" or not isinstance(told, dict):
            file.left_out["no point"] += 1
            continue
        lon, lat = (*shape.get("coordinates", ()), None, None)[:2]
        row = {str(key): "" if value is None else str(value) for key, value in told.items()}
        row |= {"lat": str(lat), "lon": str(lon)}
        row.setdefault("id", str(feature.get("id") or ""))
        yield _own(file, number, row, f"{file.path.name}, feature {number}")


def _csv(file: PlaceFile) -> Iterator[Entry]:
    with _lines(file.path) as lines:
        first = lines.readline(_LONGEST)
        lines.seek(0)
        rows = csv.DictReader(lines, delimiter=";" if first.count(";") > first.count(",") else ",", restval="")
        try:
            for row in rows:
                yield _own(file, rows.line_num, row, f"{file.path.name}, line {rows.line_num}")
        except csv.Error as error:
            raise file.wrong(rows.line_num, f"{error}; is it CSV?") from error


def _own(file: PlaceFile, number: int, row: dict[str, str], where: str) -> Entry:
    """Return a row with columns of our names, or of names that can only mean the same."""
    lower = {(key or "").strip().lower(): value for key, value in row.items()}
    told = {
        ours: next((lower[name].strip() for name in names if isinstance(lower.get(name), str)), "")
        for ours, names in _GUESSES.items()
    }
    if not told["name"] or not told["lat"] or not told["lon"]:
        raise InputError(f"{where}: a place needs a name, a latitude and a longitude; columns: {', '.join(lower)}")
    told["id"] = told["id"] or f"own:{file.path.stem}:{number}"
    told["kind"] = told["kind"] or "town"
    told["country"] = told["country"] or file.country or ""
    told["radius_km"] = told["radius_km"] or "3"
    told["source"] = told["source"] or f"file {file.path.name}"
    told["aliases"] = told["aliases"].replace(";", "|")
    return checked_row({column: told[column] for column in COLUMNS}, where)


def _tabbed(
    file: PlaceFile, lines: IO[str], heads: list[str], *, first: int = 1, quoted: bool = False
) -> Iterator[tuple[int, dict[str, str]]]:
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)
    try:
        for cells in rows:
            if len(cells) != len(heads):
                why = f"{len(cells)} columns where {len(heads)} were expected; is the file whole?"
                raise file.wrong(first - 1 + rows.line_num, why)
            yield first - 1 + rows.line_num, dict(zip(heads, cells, strict=True))
    except csv.Error as error:
        raise file.wrong(first + rows.line_num, f"{error}; is the file whole?") from error


def _entry(
    file: PlaceFile, number: int, *, id_: str, name: str, kind: str, radius: float | None, country: str,
    point: tuple[str, str], people: str, region: str, names: Iterable[str],
) -> Entry:  # fmt: skip
    try:
        lat, lon, population = float(point[0]), float(point[1]), int(float(people or 0))
    except ValueError as error:
        raise file.wrong(number, f"latitude, longitude and population must be numbers ({error})") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise file.wrong(number, f"{lat}, {lon} is no point on Earth")
    if country and country not in countries():
        raise file.wrong(number, f"{country!r} is no ISO country code")
    kept = {one.strip() for one in names}
    return Entry(
        id=id_,
        name=name,
        kind=kind,
        country=country,
        admin1=None,
        lat=lat,
        lon=lon,
        radius_km=radius if radius is not None else round(min(30.0, 1.0 + 2.0 * (max(population, 1) / 5e4) ** 0.4), 1),
        population=max(population, 0),
        region=region,
        names={name, *(one for one in kept if 3 < len(one) < 40 and "|" not in one and ord(max(one)) < _LATIN_END)},
    )


_READERS: dict[str, Callable[[PlaceFile], Iterable[Entry]]] = {
    "geonames": _geonames,
    "wof": _wof,
    "geojson": _geojson,
    "csv": _csv,
}
