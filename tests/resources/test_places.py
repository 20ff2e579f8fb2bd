from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest

from tripoint.errors import ResourceError
from tripoint.names import strict_key
from tripoint.resources import gazetteer_sources
from tripoint.resources.countries import by_key, countries
from tripoint.resources.places import gazetteer

HEADER = "id,name,aliases,kind,country,admin1,lat,lon,radius_km,source\n"


def test_a_place_is_found_by_strict_and_by_loose_key() -> None:
    assert gazetteer().strict("palmyra")[0].country == "SY"
    assert gazetteer().loose("dirzur")[0].country == "SY"


def test_an_unknown_name_gives_nothing() -> None:
    assert gazetteer().strict("no such place at all") == ()


def test_an_entry_with_a_towns_id_gives_it_names_and_keeps_its_people() -> None:
    place = next(place for place in gazetteer().strict("palmyra") if place.id == "gn:163808")
    assert place.name == "Palmyra" and place.population > 10_000


def test_nationalities_lead_to_their_country() -> None:
    assert by_key()["syrian"] == "SY" and by_key()["us"] == "US"
    assert all(neighbour in countries() for neighbour in countries()["IQ"].neighbours)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("x,One,,town,SY,,95,38,5,unverified\n", "no point on Earth"),
        ("x,One,,town,SY,,north,38,5,unverified\n", "must be numbers"),
        ("x,One,,town,SY,,35,38,5,\n", "source"),
        ("x,One,,town,ZZ,,35,38,5,unverified\n", "ISO"),
        ("x,One,,town,SY,,35,38,5,unverified\nx,Two,,town,SY,,35,38,5,unverified\n", "already"),
    ],
)
def test_a_supplement_that_breaks_its_rules_is_refused_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: str, said: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    monkeypatch.setattr(gazetteer_sources, "supplement_files", lambda: [path])
    with pytest.raises(ResourceError, match=said) as error:
        list(gazetteer_sources._supplement())
    assert "bad.csv" in str(error.value)


def test_wrong_columns_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("id,name\nx,One\n", encoding="utf-8")
    monkeypatch.setattr(gazetteer_sources, "supplement_files", lambda: [path])
    with pytest.raises(ResourceError, match="columns"):
        list(gazetteer_sources._supplement())


def test_no_locality_repeats_a_town_or_another_entry_of_its_name_and_ground() -> None:
    checked = set()
    for path in gazetteer_sources.supplement_files():
        if path.stem.endswith("_localities"):
            with path.open(encoding="utf-8", newline="") as lines:
                checked |= {row["id"] for row in csv.DictReader(lines)}
    assert len(checked) > 500
    towns: dict[tuple[str, str], list[gazetteer_sources.Entry]] = {}
    for town in gazetteer_sources._towns():
        for name in town.names:
            towns.setdefault((town.country, strict_key(name)), []).append(town)
    twice = []
    for entry in gazetteer_sources._supplement():
        if entry.kind not in ("town", "village") or entry.lat is None or entry.lon is None:
            continue
        held = towns.setdefault((entry.country, strict_key(entry.name)), [])
        near = [other.id for other in held if _km(entry, other) < 10 and other.id != entry.id]
        twice += [(entry.id, other) for other in near if checked & {entry.id, other}]
        held.append(entry)
    assert not twice, "add the names to the town's own id (`gn:...`) instead"


def _km(one: gazetteer_sources.Entry, other: gazetteer_sources.Entry) -> float:
    assert one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None
    east = (one.lon - other.lon) * math.cos(math.radians(one.lat))
    return 111.0 * math.hypot(one.lat - other.lat, east)
