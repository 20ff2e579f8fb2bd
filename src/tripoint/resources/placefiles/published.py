"""Dumps of GeoNames and tables of Who's On First."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from tripoint.resources.countries import countries
from tripoint.resources.files import resource
from tripoint.resources.gazetteer_sources import Entry
from tripoint.resources.placefiles.lines import LONGEST, opened, tabbed

if TYPE_CHECKING:
    from tripoint.resources.placefiles.placefile import PlaceFile

GEONAMES = (
    "geonameid name asciiname alternatenames latitude longitude feature_class feature_code country cc2 admin1 admin2 "
    "admin3 admin4 population elevation dem timezone modified"
).split()


WOF = frozenset({"wof_id", "country", "placetype", "name", "lat", "lon"})


_LATIN_END = 0x2C0


_LANGUAGES = ("eng_", "fra_", "deu_", "und_")


def geonames(file: PlaceFile) -> Iterator[Entry]:
    """Yield the rows of a dump whose feature code is a place of ours."""
    features = _features("geonames")
    with opened(file.path) as lines:
        for number, row in tabbed(file, lines, GEONAMES):
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


def wof(file: PlaceFile) -> Iterator[Entry]:
    """Yield the current rows of a table, each place of GeoNames once."""
    features = _features("wof")
    with opened(file.path) as lines:
        heads = lines.readline(LONGEST).rstrip("\r\n").split("\t")
        if missing := sorted(WOF - set(heads)):
            raise file.wrong(1, f"the columns {', '.join(missing)} are missing; expected a Who's On First table")
        told_of: set[str] = set()
        for number, row in tabbed(file, lines, heads, first=2, quoted=True):
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


@lru_cache(maxsize=4)
def _features(book: str) -> dict[str, tuple[str, float | None]]:
    with resource("places/features.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["code"]: (row["kind"], float(row["radius_km"]) if row["radius_km"] else None)
            for row in csv.DictReader(lines)
            if row["book"] == book
        }


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
